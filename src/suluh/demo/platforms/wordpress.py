"""WordPress: posts and media by `rest_route`, drafts that nobody sees, slugs that are not unique among drafts."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from itertools import count
from typing import Any

from aiohttp import web

from suluh.platforms.values import Access

from .shown import REVOKED, Shown, ShownPost
from .simulator import Simulator


class WordPressSites(Simulator):
    """Any number of sites, told apart by the first part of the path; every password but a revoked one is right."""

    platform = "wordpress"

    def __init__(self, shown: Shown) -> None:
        super().__init__(shown)
        self.posts: dict[str, dict[int, dict[str, Any]]] = {}
        self.numbers: count[int] = count(10)
        self.live: dict[tuple[str, int], ShownPost] = {}

    def access(self, origin: str, account: str) -> Access:
        """Every site has an address of its own."""
        return Access(f"{origin}/wordpress/{account}/", "", self.secrets(account))

    def secrets(self, account: str) -> Mapping[str, str]:
        """A user and its application password."""
        return {"user": "redaksi", "password": f"sandi {account}"}

    def routes(self) -> list[web.RouteDef]:
        """One address a site, as a site without pretty addresses has."""
        return [web.route("*", "/wordpress/{site}/", self.answer)]

    async def answer(self, request: web.Request) -> web.Response:
        """What `index.php?rest_route=…` does."""
        if not self._signed(request):
            return web.json_response({"code": "incorrect_password", "message": "Sandi salah."}, status=401)
        route = request.query.get("rest_route", "")
        site = request.match_info["site"]
        if route == "/wp/v2/media" or route.startswith("/wp/v2/media/"):
            return await self._medium(request, route)
        if route == "/wp/v2/users/me":
            return web.json_response({"id": 2, "slug": "redaksi"})
        if route == "/wp/v2/posts":
            return self._listed(request, site) if request.method == "GET" else await self._made(request, site)
        if route.startswith("/wp/v2/posts/") and route.rsplit("/", 1)[-1].isdigit():
            return await self._one(request, site, int(route.rsplit("/", 1)[-1]))
        return web.json_response({"code": "rest_no_route"}, status=404)

    async def _medium(self, request: web.Request, route: str) -> web.Response:
        content = await request.read()
        why = self.shown.file("wordpress", request.content_type, content) if route.endswith("/media") else ""
        if why:
            return web.json_response({"code": "rest_upload_unknown_error", "message": why}, status=400)
        number = next(self.numbers)
        return web.json_response({"id": number, "source_url": f"{request.url.origin()}/m/{number}"}, status=201)

    def _signed(self, request: web.Request) -> bool:
        try:
            kind, _, pair = request.headers.get("Authorization", "").partition(" ")
            user, _, password = base64.b64decode(pair).decode().partition(":")
        except ValueError:
            return False
        return kind == "Basic" and bool(user) and password not in ("", REVOKED)

    def _listed(self, request: web.Request, site: str) -> web.Response:
        slug = request.query.get("slug", "")
        states = request.query.get("status", "publish").split(",")
        rows = [row for row in self.posts.get(site, {}).values() if row["slug"] == slug and row["status"] in states]
        return web.json_response([row for row in rows if self._seen(site, row)])

    def _seen(self, site: str, row: dict[str, Any]) -> bool:
        post = self.live.get((site, row["id"]))
        return post is None or post.visible

    async def _made(self, request: web.Request, site: str) -> web.Response:
        fields = json.loads(await request.read())
        why = self.shown.post("wordpress", fields["content"], [], fields["title"])
        if why:
            return web.json_response({"code": "empty_content", "message": why}, status=400)
        number = next(self.numbers)
        row = {"id": number, "status": "draft", "slug": fields.get("slug", str(number)), "title": fields["title"]}
        row |= {"content": fields["content"], "link": f"{request.url.origin()}/wordpress/{site}/?p={number}"}
        self.posts.setdefault(site, {})[number] = row
        self._state(site, row, str(fields.get("status", "draft")))
        return web.json_response(row, status=201)

    async def _one(self, request: web.Request, site: str, number: int) -> web.Response:
        row = self.posts.get(site, {}).get(number)
        if row is None:
            return web.json_response({"code": "rest_post_invalid_id"}, status=404)
        if request.method == "DELETE":
            return self._binned(site, row)
        if request.method == "POST":
            self._changed(site, row, json.loads(await request.read()))
        return web.json_response(row)

    def _binned(self, site: str, row: dict[str, Any]) -> web.Response:
        if row["status"] == "trash":
            return web.json_response({"code": "rest_already_trashed"}, status=410)
        row["status"] = "trash"
        post = self.live.pop((site, row["id"]), None)
        if post is not None:
            self.shown.remove(post)
        return web.json_response(row)

    def _changed(self, site: str, row: dict[str, Any], fields: dict[str, Any]) -> None:
        row |= {name: fields[name] for name in ("title", "content") if name in fields}
        self._state(site, row, str(fields.get("status", row["status"])))
        post = self.live.get((site, row["id"]))
        if post is not None:
            post.text, post.more["title"] = row["content"], row["title"]

    def _state(self, site: str, row: dict[str, Any], state: str) -> None:
        if state == "publish" and row["status"] != "publish":
            page = f"/wordpress/{site}/?p={row['id']}"
            self.live[site, row["id"]] = self.shown.add(
                "wordpress", site, row["content"], page=page, title=row["title"]
            )
        row["status"] = state


SIMULATOR = WordPressSites

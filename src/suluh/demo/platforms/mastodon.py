"""Mastodon: statuses under an idempotency key that is kept for an hour."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape
from itertools import count
from typing import Any

from aiohttp import web

from .consents import ConsentDesk
from .shown import REVOKED, Shown, ShownPost
from .simulator import Simulator

HOUR = 3600.0


class MastodonServer(Simulator):
    """One instance; a revoked token is refused, any other names its account."""

    platform = "mastodon"

    def __init__(self, shown: Shown) -> None:
        super().__init__(shown)
        self.keys: dict[tuple[str, str], tuple[float, ShownPost]] = {}
        self.media: count[int] = count(1)
        self.files: dict[str, str] = {}
        """MIME types by the id of a medium."""
        self.granted: dict[str, str] = {}
        """Accounts by the tokens that their owners said yes to."""
        self.ended: set[str] = set()
        self.consents = ConsentDesk("mastodon", self._grant, self.ended.add, pkce=True)

    def secrets(self, account: str) -> Mapping[str, str]:
        """A token that names its account."""
        return {"token": account}

    def routes(self) -> list[web.RouteDef]:
        """The calls that posting needs."""
        return [
            *self.consents.routes(
                "/mastodon/oauth/authorize", sells="/mastodon/oauth/token", ends="/mastodon/oauth/revoke"
            ),
            web.post("/mastodon/api/v1/apps", self.app),
            web.get("/mastodon/api/v1/accounts/verify_credentials", self.me),
            web.get("/mastodon/api/v1/accounts/lookup", self.lookup),
            web.get("/mastodon/api/v1/accounts/{account}/statuses", self.statuses),
            web.post("/mastodon/api/v2/media", self.medium),
            web.post("/mastodon/api/v1/statuses", self.post),
            web.get("/mastodon/api/v2/search", self.search),
            web.get("/mastodon/api/v1/statuses/{number}", self.status),
            web.post("/mastodon/api/v1/statuses/{number}/reblog", self.boost),
            web.put("/mastodon/api/v1/statuses/{number}", self.edit),
            web.delete("/mastodon/api/v1/statuses/{number}", self.delete),
        ]

    def _account(self, request: web.Request) -> str:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if not token or token == REVOKED or token in self.ended:
            raise web.HTTPUnauthorized(text='{"error": "The access token is invalid"}')
        return self.granted.get(token, token)

    def _grant(self, account: str) -> dict[str, object]:
        token = f"izin-{secrets.token_hex(16)}"
        self.granted[token] = account
        return {"access_token": token, "token_type": "Bearer", "scope": "read write", "created_at": int(time.time())}

    async def app(self, request: web.Request) -> web.Response:
        """An app for whoever asks."""
        client, secret = self.consents.register(str((await request.post())["redirect_uris"]))
        return web.json_response({"id": client, "client_id": client, "client_secret": secret})

    async def me(self, request: web.Request) -> web.Response:
        """Whose token it is."""
        account = self._account(request)
        return web.json_response({"id": account, "username": account, "acct": account})

    async def medium(self, request: web.Request) -> web.Response:
        """A picture."""
        self._account(request)
        form = await request.post()
        file = form["file"]
        if not isinstance(file, web.FileField):
            return web.json_response({"error": "Validation failed: File can't be blank"}, status=422)
        why = self.shown.file("mastodon", file.content_type, file.file.read(), str(form.get("description", "")))
        if why:
            return web.json_response({"error": f"Validation failed: {why}"}, status=422)
        number = str(next(self.media))
        self.files[number] = file.content_type
        return web.json_response({"id": number})

    async def statuses(self, request: web.Request) -> web.Response:
        """An account's own statuses, newest first."""
        rows = self.shown.of("mastodon", request.match_info["account"])
        if request.query.get("exclude_reblogs") == "true":
            rows = [row for row in rows if "carries" not in row.more]
        return web.json_response([self._told(request, row) for row in rows[:40]])

    async def lookup(self, request: web.Request) -> web.Response:
        """The number of an account, here its name; told to anybody."""
        return web.json_response({"id": request.query["acct"], "acct": request.query["acct"]})

    def _told(self, request: web.Request, post: ShownPost) -> dict[str, Any]:
        """A status, with the one that it boosts."""
        original = next((one for one in self.shown.posts if one.number == post.more.get("carries")), None)
        return _row(request, post) | {"reblog": None if original is None else _row(request, original)}

    async def post(self, request: web.Request) -> web.Response:
        """A status; the same key within the hour gives the same status."""
        account = self._account(request)
        asked = json.loads(await request.read())
        text = str(asked["status"])
        why = self.shown.post("mastodon", text, [self.files[one] for one in asked.get("media_ids", [])])
        if why:
            return web.json_response({"error": f"Validation failed: {why}"}, status=422)
        key = (account, request.headers.get("Idempotency-Key", ""))
        kept = self.keys.get(key) if key[1] else None
        if kept is None or time.monotonic() - kept[0] > HOUR:
            kept = (
                time.monotonic(),
                self.shown.add("mastodon", account, text, page=f"/mastodon/@{account}/{{number}}"),
            )
            self.keys[key] = kept
        return web.json_response(_row(request, kept[1]))

    async def search(self, request: web.Request) -> web.Response:
        """The status that stands at an address."""
        self._account(request)
        post = self.shown.pages.get(request.query["q"].removeprefix(str(request.url.origin())))
        found = [] if post is None or post.platform != "mastodon" else [_row(request, post)]
        return web.json_response({"accounts": [], "statuses": found, "hashtags": []})

    async def status(self, request: web.Request) -> web.Response:
        """A status as the account sees it."""
        post = self._standing(request)
        boost = self._boost(self._account(request), post)
        return web.json_response(_row(request, post) | {"reblogged": boost is not None and boost.visible})

    async def boost(self, request: web.Request) -> web.Response:
        """Carry a status on; an account does so once, however often it asks."""
        account, post = self._account(request), self._standing(request)
        boost = self._boost(account, post) or self.shown.add("mastodon", account, post.text, carries=post.number)
        return web.json_response(_row(request, boost) | {"reblog": _row(request, post)})

    def _boost(self, account: str, post: ShownPost) -> ShownPost | None:
        own = self.shown.accounts.get(("mastodon", account), [])
        return next((one for one in own if one.more.get("carries") == post.number), None)

    def _standing(self, request: web.Request) -> ShownPost:
        """The status that is asked for, whoever wrote it."""
        number = request.match_info["number"]
        for post in self.shown.posts:
            if post.platform == "mastodon" and str(post.number) == number:
                return post
        raise web.HTTPNotFound(text='{"error": "Record not found"}')

    async def edit(self, request: web.Request) -> web.Response:
        """New words for a status."""
        post = self._own(request)
        post.text = str(json.loads(await request.read())["status"])
        return web.json_response(_row(request, post))

    async def delete(self, request: web.Request) -> web.Response:
        """A status goes."""
        post = self._own(request)
        self.shown.remove(post)
        return web.json_response(_row(request, post))

    def _own(self, request: web.Request) -> ShownPost:
        number = request.match_info["number"]
        post = self.shown.find("mastodon", self._account(request), int(number)) if number.isdigit() else None
        if post is None:
            raise web.HTTPNotFound(text='{"error": "Record not found"}')
        return post


SIMULATOR = MastodonServer


def _row(request: web.Request, post: ShownPost) -> dict[str, Any]:
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in post.text.split("\n\n"))
    return {
        "id": str(post.number),
        "url": f"{request.url.origin()}{post.page}",
        "content": paragraphs.replace("\n", "<br />"),
        "created_at": datetime.fromtimestamp(post.at, UTC).isoformat().replace("+00:00", "Z"),
    }

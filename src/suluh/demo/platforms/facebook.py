"""Facebook pages: photos, videos and posts that nobody sees until they are shown by their id."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp import web

from .graph import Complained, GraphServer, fetched, stamp
from .shown import Shown, ShownPost


@dataclass
class Draft:
    """Something that was made unpublished: a photo, a video or a post."""

    account: str
    text: str
    mimes: list[str] = field(default_factory=list)
    shown: ShownPost | None = None

    @property
    def visible(self) -> bool:
        """True once the public sees it."""
        return self.shown is not None and self.shown.visible


class FacebookServer(GraphServer):
    """Any number of pages."""

    platform = "facebook"

    def __init__(self, shown: Shown) -> None:
        super().__init__(shown)
        self.drafts: dict[str, Draft] = {}
        self.numbers: count[int] = count(1001)

    def routes(self) -> list[web.RouteDef]:
        """The edges of a page, and every object by its id."""
        return [
            web.post("/facebook/oauth/access_token", self.exchange),
            *self.token_routes(),
            *self.consents.routes("/facebook/dialog/oauth"),
            web.get("/facebook/me/accounts", self.pages),
            web.post("/facebook/me/photos", self.upload),
            web.post("/facebook/me/videos", self.upload),
            web.post("/facebook/me/feed", self.draft),
            web.get("/facebook/me/published_posts", self.published),
            web.get("/facebook/{number}", self.one),
            web.post("/facebook/{number}", self.change),
            web.delete("/facebook/{number}", self.delete),
        ]

    async def exchange(self, request: web.Request) -> web.Response:
        """The owner's token for a code, or one of weeks for one of minutes."""
        form = await request.post()
        if form.get("grant_type") != "fb_exchange_token":
            return await self.consents.sell(request)
        secret, token = (str(form.get(name, "")) for name in ("client_secret", "fb_exchange_token"))
        if self.consents.apps.get(str(form.get("client_id", "")), ("",))[0] != secret or token not in self.owners:
            raise Complained(101, "Error validating application")
        return web.json_response(self.bought(self.owners[token]) | {"expires_in": 5_184_000})

    async def pages(self, request: web.Request) -> web.Response:
        """Pages of the owner whose token it is: one of the owner's own name, and another."""
        owner = self.owners.get(request.headers.get("Authorization", "").removeprefix("Bearer "), "")
        if not owner:
            raise Complained(190, "Error validating access token", 460)
        found = []
        for number, name in enumerate((f"toko.{owner}", owner)):
            token = f"halaman-{secrets.token_hex(12)}"
            self.longer[token] = name
            found.append({"id": f"10{number}", "name": name.title(), "username": name, "access_token": token})
        return web.json_response({"data": found})

    async def upload(self, request: web.Request) -> web.Response:
        """A photo or a video, sent along or fetched from an address."""
        account, form = self.account(request), await request.post()
        file, url = form.get("source"), form.get("file_url")
        if isinstance(file, web.FileField):
            mime, content = file.content_type, file.file.read()
        elif isinstance(url, str):
            mime, content = await fetched(url)
        else:
            raise Complained(324, "Missing or invalid image file", 2069019)
        why = self.shown.file(self.platform, mime, content)
        if why:
            raise Complained(324 if mime.startswith("image/") else 352, why)
        return self._made(Draft(account, str(form.get("description", "")), [mime]))

    async def draft(self, request: web.Request) -> web.Response:
        """A post with the photos that were uploaded before."""
        account, form = self.account(request), await request.post()
        photos = [
            self._of(account, str(one["media_fbid"])) for one in json.loads(str(form.get("attached_media", "[]")))
        ]
        mimes = [mime for photo in photos for mime in photo.mimes]
        why = self.shown.post(self.platform, str(form.get("message", "")), mimes)
        if why:
            raise Complained(100, f"Invalid parameter: {why}")
        draft = Draft(account, str(form.get("message", "")), mimes)
        if form.get("published", "true") == "true":
            self._show(draft, str(next(self.numbers)))
        return self._made(draft)

    async def published(self, request: web.Request) -> web.Response:
        """The page's own posts that the public sees, newest first."""
        account = self.account(request)
        rows = [
            {"id": number, "message": draft.text, "created_time": stamp(draft.shown.at if draft.shown else 0)}
            for number, draft in reversed(self.drafts.items())
            if draft.account == account and draft.visible
        ]
        return web.json_response({"data": rows[:25]})

    async def one(self, request: web.Request) -> web.Response:
        """One object; both kinds tell in their own field whether they are shown."""
        number = request.match_info["number"]
        draft = self._of(self.account(request), number)
        told: dict[str, Any] = {"id": number, "is_published": draft.visible, "published": draft.visible}
        return web.json_response(told | {"message": draft.text})

    async def change(self, request: web.Request) -> web.Response:
        """Show it, or change its words."""
        number = request.match_info["number"]
        draft, form = self._of(self.account(request), number), await request.post()
        words = form.get("message") or form.get("description")
        if isinstance(words, str):
            draft.text = words
            if draft.shown is not None:
                draft.shown.text = words
        if "true" in (form.get("is_published"), form.get("published")) and draft.shown is None:
            why = self.shown.post(self.platform, draft.text, draft.mimes)
            if why:
                raise Complained(100, f"Invalid parameter: {why}")
            self._show(draft, number)
        return web.json_response({"success": True})

    async def delete(self, request: web.Request) -> web.Response:
        """Take it away for good."""
        number = request.match_info["number"]
        draft = self._of(self.account(request), number)
        if draft.shown is not None:
            self.shown.remove(draft.shown)
        del self.drafts[number]
        return web.json_response({"success": True})

    def _made(self, draft: Draft) -> web.Response:
        number = str(next(self.numbers))
        self.drafts[number] = draft
        return web.json_response({"id": number})

    def _show(self, draft: Draft, number: str) -> None:
        draft.shown = self.shown.add(self.platform, draft.account, draft.text, page=f"/facebook/{number}")

    def _of(self, account: str, number: str) -> Draft:
        draft = self.drafts.get(number)
        if draft is None or draft.account != account:
            raise Complained(100, f"Object with ID '{number}' does not exist", 33)
        return draft


SIMULATOR = FacebookServer

"""Instagram and Threads as far as they are alike: containers that are worked on, published at most once, and expire."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from itertools import count
from typing import Any, ClassVar

from aiohttp import web

from .graph import Complained, GraphServer, fetched, stamp
from .shown import Shown, ShownPost

DAY = 86_400.0
REFUSALS = {"format": (36001, 2207005), "large": (36000, 2207004), "ratio": (36003, 2207009), "long": (36004, 2207010)}
"""Codes of complaints about media and captions by a word in them; whatever else is wrong is an invalid parameter."""


@dataclass
class Container:
    """Something that may be published once."""

    account: str
    text: str
    mimes: list[str] = field(default_factory=list)
    at: float = field(default_factory=time.monotonic)
    work: float = 0.0
    """Seconds that the platform works on it."""
    child: bool = False
    shown: ShownPost | None = None

    @property
    def state(self) -> str:
        """How the platform calls its state."""
        age = time.monotonic() - self.at
        if self.shown is not None:
            return "PUBLISHED"
        if age > DAY:
            return "EXPIRED"
        return "IN_PROGRESS" if age < self.work else "FINISHED"


class ContainerServer(GraphServer):
    """Any number of accounts, each with a quota of posts that it tells when asked."""

    make: ClassVar[str]
    publish: ClassVar[str]
    listed: ClassVar[str]
    limit: ClassVar[str]
    status: ClassVar[str]
    text: ClassVar[str]

    def __init__(self, shown: Shown) -> None:
        super().__init__(shown)
        self.containers: dict[str, Container] = {}
        self.numbers: count[int] = count(17_800_001)
        self.quota = 100_000
        """Posts a day; far more than true accounts have, so that a long run does not end here."""
        self.suspects = False
        """Complains of spam instead of publishing."""
        self.suspects_in_vain = False
        """Complains of spam, and has published all the same."""
        self.work = 0.4
        """Seconds that a video is worked on."""

    def routes(self) -> list[web.RouteDef]:
        """The edges of an account, and every object by its id."""
        me = f"/{self.platform}/me/"
        return [
            *self.token_routes(),
            web.post(me + self.make, self.contain),
            web.post(me + self.publish, self.show),
            web.get(me + self.listed, self.own),
            web.get(me + self.limit, self.limits),
            web.get(f"/{self.platform}/{{number}}", self.one),
            web.delete(f"/{self.platform}/{{number}}", self.delete),
        ]

    async def contain(self, request: web.Request) -> web.Response:
        """A container of one medium or of others, with or without words."""
        account, form = self.account(request), {name: str(value) for name, value in (await request.post()).items()}
        mimes, child = await self._media(account, form), form.get("is_carousel_item") == "true"
        text = form.get(self.text, "")
        why = "" if child else self.shown.post(self.platform, text, mimes)
        if why:
            raise _complaint(why)
        number = str(next(self.numbers))
        work = self.work if any(mime.startswith("video/") for mime in mimes) else 0.0
        self.containers[number] = Container(account, text, mimes, work=work, child=child)
        return web.json_response({"id": number})

    async def show(self, request: web.Request) -> web.Response:
        """Publish a container, once."""
        account, form = self.account(request), await request.post()
        container = self._of(account, str(form.get("creation_id", "")))
        if container.shown is not None or container.child:
            raise Complained(24, "The media with this id cannot be found", 2207006)
        if container.state != "FINISHED":
            raise Complained(9007, "The media is not ready for publishing", 2207027)
        if len(self.shown.accounts.get((self.platform, account), [])) >= self.quota:
            raise Complained(9, "You reached the maximum number of posts", 2207042)
        suspicion = Complained(4, "We restrict certain activity to protect our community", 2207051)
        if self.suspects:
            raise suspicion
        number = str(next(self.numbers))
        container.shown = self.shown.add(self.platform, account, container.text, page=f"/{self.platform}/p/{number}/")
        container.shown.more["id"] = number
        if self.suspects_in_vain:
            raise suspicion
        return web.json_response({"id": number})

    async def own(self, request: web.Request) -> web.Response:
        """The account's own posts that the public sees, newest first."""
        rows = [self._row(request, post) for post in self.shown.of(self.platform, self.account(request))]
        return web.json_response({"data": rows[:25]})

    async def limits(self, request: web.Request) -> web.Response:
        """How much of the quota is used."""
        used = len(self.shown.accounts.get((self.platform, self.account(request)), []))
        row = {"quota_usage": used, "config": {"quota_total": self.quota, "quota_duration": int(DAY)}}
        return web.json_response({"data": [row]})

    async def one(self, request: web.Request) -> web.Response:
        """A container or a post by its id."""
        account, number = self.account(request), request.match_info["number"]
        if number in self.containers:
            return web.json_response({"id": number, self.status: self._of(account, number).state})
        return web.json_response(self._row(request, self._post(account, number)))

    async def delete(self, request: web.Request) -> web.Response:
        """Take a post away for good, where the platform can."""
        post = self._post(self.account(request), request.match_info["number"])
        self.shown.remove(post)
        return web.json_response({"success": True})

    async def _media(self, account: str, form: dict[str, str]) -> list[str]:
        if "children" in form:
            return [mime for number in form["children"].split(",") for mime in self._of(account, number).mimes]
        url = form.get("image_url", form.get("video_url"))
        if url is None:
            return []
        mime, content = await fetched(url)
        why = self.shown.file(self.platform, mime, content, form.get("alt_text", ""))
        if why:
            raise _complaint(why)
        return [mime]

    def _row(self, request: web.Request, post: ShownPost) -> dict[str, Any]:
        permalink = f"{request.url.origin()}{post.page}"
        return {"id": post.more["id"], self.text: post.text, "permalink": permalink, "timestamp": stamp(post.at)}

    def _of(self, account: str, number: str) -> Container:
        container = self.containers.get(number)
        if container is None or container.account != account:
            raise Complained(24, "The media with this id cannot be found", 2207006)
        return container

    def _post(self, account: str, number: str) -> ShownPost:
        for post in self.shown.of(self.platform, account):
            if post.more["id"] == number:
                return post
        raise Complained(100, f"Object with ID '{number}' does not exist", 33)


def _complaint(why: str) -> Complained:
    code, subcode = next((codes for word, codes in REFUSALS.items() if word in why), (100, 0))
    return Complained(code, why, subcode)

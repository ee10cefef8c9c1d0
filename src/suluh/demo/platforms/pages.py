"""What readers of the simulated platforms see in a browser: all posts, one post; and everything as JSON."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import escape, unescape
from typing import Any

from aiohttp import web

from .footage import picture
from .shown import Shown, ShownPost

ALL = "/tampil.json"
HOSTED = "/media-sementara/"
"""As the product calls it, so that a run may name this server as its own address."""
STOCK = ("image/jpeg", picture("image/jpeg", 1080, 1080))
"""What is there where no test put anything else."""
MOST = 200
"""Posts on the first page; the JSON holds all."""
STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1b2733}"
    "article{border:1px solid #cdd5dd;border-radius:.5rem;padding:.75rem 1rem;margin:1rem 0;overflow-wrap:anywhere}"
    "p{margin:.5rem 0;white-space:pre-line}small{color:#556}img{max-width:100%}"
)


class Pages:
    """Pages for people. They stand outside the fault script: a reader is not what is tested."""

    def __init__(self, shown: Shown, platforms: list[str]) -> None:
        self.shown = shown
        self.platforms = platforms

    def routes(self) -> list[web.RouteDef]:
        """The list of everything, as a page and as JSON, and hosted media."""
        return [web.get("/", self.index), web.get(ALL, self.all), web.get(HOSTED + "{token}/{name}", self.hosted)]

    async def hosted(self, request: web.Request) -> web.Response:
        """A medium for platforms that fetch theirs, in place of the government's own server."""
        mime, content = self.shown.files.get(request.match_info["token"], STOCK)
        return web.Response(body=content, content_type=mime, status=200 if content else 404)

    def asked(self, request: web.Request) -> web.Response | None:
        """The page of one post, when that is what the request asks for."""
        post = self.shown.pages.get(request.path_qs) if request.method == "GET" else None
        if post is None:
            return None
        if not post.visible:
            return web.Response(status=404, text="Belum tampil.")
        return _page(f"{post.account} · {post.platform}", _article(post) + '<p><a href="/">Semua akun</a></p>')

    async def index(self, request: web.Request) -> web.Response:  # noqa: ARG002 - the same for everybody
        """Every account with its newest posts."""
        posts = [post for post in reversed(self.shown.posts) if post.visible][:MOST]
        told = f"<p>{len(self.shown.posts)} kiriman di {', '.join(self.platforms)}. <a href='{ALL}'>JSON</a></p>"
        return _page("Platform tiruan", told + "".join(_article(post) for post in posts))

    async def all(self, request: web.Request) -> web.Response:
        """What the public sees, oldest first."""
        origin = str(request.url.origin())
        return web.json_response([row(post, origin) for post in self.shown.posts if post.visible])


def row(post: ShownPost, origin: str) -> dict[str, Any]:
    """One post for programs."""
    at = datetime.fromtimestamp(post.at, UTC).isoformat(timespec="seconds")
    url = origin + post.page if post.page else None
    title = post.more.get("title")
    return {"platform": post.platform, "account": post.account, "at": at, "title": title, "text": post.text, "url": url}


def _article(post: ShownPost) -> str:
    at = datetime.fromtimestamp(post.at, UTC).astimezone().strftime("%d-%m-%Y %H:%M")
    marked = post.platform == "wordpress"
    named, plain = (_plain(text) if marked else text for text in (str(post.more.get("title", "")), post.text))
    title = f"<h2>{escape(named)}</h2>" if named else ""
    link = f' · <a href="{escape(post.page)}">tautan</a>' if post.page else ""
    head = f"<small>{escape(post.platform)} · {escape(post.account)} · {at}{link}</small>"
    return f"<article>{head}{title}<p>{escape(plain)}</p></article>"


def _plain(markup: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", markup))


def _page(title: str, body: str) -> web.Response:
    told = escape(title)
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{told}</title>'
    text = f'<!doctype html><html lang="id">{head}<style>{STYLE}</style><h1>{told}</h1>{body}</html>'
    return web.Response(text=text, content_type="text/html")

"""Threads' interface."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from .containers import ContainerServer
from .graph import Complained, stamp
from .shown import ShownPost


class ThreadsServer(ContainerServer):
    """Accounts with text, pictures and videos; posts can be taken away, and carried on by others."""

    platform = "threads"
    make, publish, listed = "threads", "threads_publish", "threads"
    limit, status, text = "threads_publishing_limit", "status", "text"

    def routes(self) -> list[web.RouteDef]:
        """As for all containers, and reposts."""
        return [*super().routes(), web.post("/threads/{number}/repost", self.repost)]

    async def repost(self, request: web.Request) -> web.Response:
        """Carry a post on, each time that it is asked for."""
        account, number = self.account(request), request.match_info["number"]
        posts = [post for post in self.shown.posts if post.platform == "threads" and post.more["id"] == number]
        if not posts:
            raise Complained(100, f"Object with ID '{number}' does not exist", 33)
        made = str(next(self.numbers))
        self.shown.add("threads", account, posts[0].text, id=made, carries=number)
        return web.json_response({"id": made})

    def _row(self, request: web.Request, post: ShownPost) -> dict[str, Any]:
        if "carries" not in post.more:
            return {**super()._row(request, post), "media_type": "TEXT_POST"}
        row = {"id": post.more["id"], "media_type": "REPOST_FACADE", "timestamp": stamp(post.at)}
        return row | {"reposted_post": {"id": post.more["carries"]}, "permalink": f"{request.url.origin()}/threads/"}


SIMULATOR = ThreadsServer

"""Instagram's interface for publishing."""

from __future__ import annotations

from aiohttp import web

from .containers import ContainerServer
from .graph import Complained


class InstagramServer(ContainerServer):
    """Professional accounts; nothing that is live can be taken away by a program."""

    platform = "instagram"
    make, publish, listed = "media", "media_publish", "media"
    limit, status, text = "content_publishing_limit", "status_code", "caption"

    def bought(self, account: str) -> dict[str, object]:
        """The one answer in a list, as Instagram gives it."""
        return {"data": [super().bought(account)]}

    async def delete(self, request: web.Request) -> web.Response:  # noqa: ARG002 - refused whatever is asked
        """There is no such call."""
        raise Complained(100, "Unsupported delete request")


SIMULATOR = InstagramServer

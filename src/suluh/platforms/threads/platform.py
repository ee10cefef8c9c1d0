"""Posting to a Threads account with a token of the Threads interface."""

from __future__ import annotations

from suluh.platforms import containers
from suluh.platforms.platform import Need
from suluh.platforms.texts import with_link
from suluh.platforms.values import Change, Errand, Means, Outcome, Sighting

from .rules import RULES

EDGES = containers.Edges(
    make="threads",
    publish="threads_publish",
    listed="threads",
    quota="threads_publishing_limit",
    status="status",
    text="text",
    still="IMAGE",
    who="Pengelola akun Threads ini",
)


class Threads:
    """An account."""

    name = "threads"
    label = "Threads"
    home = "https://graph.threads.net"
    means = Means.PREPARED
    settles = 20.0
    pace = 0.0
    rules = RULES
    needs = (Need("token", "Token akses", "Aplikasi Meta pemda › Threads › token berjangka panjang akun ini."),)

    async def send(self, errand: Errand) -> Outcome:
        """A container with text and media, then its publishing."""
        media = errand.post.media
        kind = "TEXT" if not media else "VIDEO" if media[0].mime.startswith("video/") else "IMAGE"
        return await containers.send(errand, EDGES, {"media_type": kind, "text": with_link(errand.post)})

    async def look(self, errand: Errand) -> Sighting:
        """Ask the container, or the account's own posts."""
        return await containers.look(errand, EDGES)

    async def remove(self, errand: Errand) -> Change:
        """Delete the post; Threads changes none."""
        return await containers.remove(errand, EDGES)

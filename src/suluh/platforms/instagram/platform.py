"""Posting to a professional Instagram account with a token of the Instagram interface."""

from __future__ import annotations

from suluh.platforms import containers
from suluh.platforms.platform import Need
from suluh.platforms.texts import with_link
from suluh.platforms.values import Errand, Means, Outcome, Sighting

from .rules import RULES

EDGES = containers.Edges(
    make="media",
    publish="media_publish",
    listed="media",
    quota="content_publishing_limit",
    status="status_code",
    text="caption",
    still="",
    who="Pengelola akun Instagram ini",
)


class Instagram:
    """A professional account."""

    name = "instagram"
    label = "Instagram"
    home = "https://graph.facebook.com"
    means = Means.PREPARED
    settles = 20.0
    pace = 0.0
    rules = RULES
    needs = (
        Need("token", "Token akses", "Aplikasi Meta pemda › Instagram › token berjangka panjang akun profesional ini."),
    )

    async def send(self, errand: Errand) -> Outcome:
        """A container with caption and media, then its publishing; a single video is a reel."""
        media = errand.post.media
        reel = len(media) == 1 and media[0].mime.startswith("video/")
        container = {"caption": with_link(errand.post), **({"media_type": "REELS"} if reel else {})}
        return await containers.send(errand, EDGES, container)

    async def look(self, errand: Errand) -> Sighting:
        """Ask the container, or the account's own media."""
        return await containers.look(errand, EDGES)

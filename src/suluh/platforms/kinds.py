"""Kinds of media, and which of a post's media are of a kind."""

from __future__ import annotations

from enum import StrEnum

from suluh.platforms.rules import Seen
from suluh.platforms.values import Medium


class Kind(StrEnum):
    """Which media a rule is about; the value begins their MIME type."""

    ANY = ""
    IMAGE = "image/"
    GIF = "image/gif"
    VIDEO = "video/"

    @property
    def word(self) -> str:
        """In a sentence."""
        return {Kind.ANY: "media", Kind.IMAGE: "gambar", Kind.GIF: "GIF", Kind.VIDEO: "video"}[self]

    def of(self, seen: Seen) -> list[tuple[int, Medium]]:
        """The post's media of this kind, with their places."""
        return [(at, medium) for at, medium in enumerate(seen.post.media) if medium.mime.startswith(self)]

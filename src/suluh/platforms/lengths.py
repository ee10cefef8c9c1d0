"""How long a text is by each platform's own way of counting."""

from __future__ import annotations

import regex


def graphemes(text: str) -> int:
    """What a reader takes for one sign: a flag or a family of emoji counts once (Bluesky)."""
    return len(regex.findall(r"\X", text))


def utf16_units(text: str) -> int:
    """Code units of UTF-16: an emoji counts twice (Telegram)."""
    return len(text.encode("utf-16-le")) // 2


def with_links_as(text: str, length: int) -> int:
    """Code points, where each address counts as so many signs however long it is (Mastodon: 23)."""
    return len(regex.sub(r"https?://\S+", "x" * length, text))

"""Does a public post carry an item on? By the platform's own word, by the item's address, or by its title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from suluh.platforms.public import PublicPost

_WORD = re.compile(r"[^\W_]+")
_LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]")
FEWEST = 3
"""Different words of a title below which anybody may use the same ones."""
ENOUGH = 0.8
"""Part of the title's words that a near-copy bears."""


@dataclass(frozen=True, slots=True)
class Item:
    """What units are asked to carry on: its title, address and id on its platform, and when they were asked."""

    title: str
    url: str
    remote: str
    asked_at: datetime


def carries(post: PublicPost, item: Item) -> bool:
    """True when the post was made since the unit was asked, is not the item itself, and carries it on."""
    if post.at < item.asked_at or _same(post.url) == _same(item.url):
        return False
    if item.remote and item.remote in post.carries:
        return True
    wanted = _same(item.url)
    if any(_same(one) == wanted for one in (*post.carries, *_LINK.findall(post.text))):
        return True
    title = _folded(item.title)
    return len(title) >= FEWEST and len(title & _folded(post.text)) >= ENOUGH * len(title)


def _same(url: str) -> str:
    """An address without what readers do not see: scheme, "www.", a last stroke, marks of campaigns."""
    parts = urlsplit(url)
    query = "" if "utm_" in parts.query else parts.query
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}?{query}"


def _folded(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))

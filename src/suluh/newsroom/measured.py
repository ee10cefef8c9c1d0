"""How much of a platform's room a text takes, counted as the platform counts."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.channels.frozen import Content
from suluh.platforms.platform import platforms
from suluh.platforms.rules import Seen
from suluh.platforms.text_rules import TextLength
from suluh.platforms.values import Breach, Deed, Medium, Post


@dataclass(frozen=True, slots=True)
class Room:
    """Signs used of those that there are; `unit` names the signs."""

    used: int
    most: int
    unit: str


def room_of(content: Content, platform: str) -> Room | None:
    """The tightest of the platform's bounds on the text; None where it has none."""
    rules, post = platforms()[platform].rules, _bare(content)
    seen = Seen(post, rules.label, rules.words(post))
    lengths = [rule for rule in rules.table if isinstance(rule, TextLength) and rule.when.holds(seen)]
    rooms = [Room(rule.count(seen.words), rule.most, rule.unit) for rule in lengths]
    return max(rooms, key=lambda room: room.used / room.most, default=None)


def text_breaches(content: Content, platform: str) -> list[Breach]:
    """Rules on the text that it breaks; those that a shorter text mends carry it."""
    found = platforms()[platform].rules.breaches(_bare(content))
    return [one for one in found if one.remedy is not None and one.remedy.deed is Deed.SHORTEN]


def shorter(content: Content, platform: str) -> str:
    """The text cut where a reader would cut it, so that the platform takes it; unchanged where it fits."""
    return platforms()[platform].rules.shortened(_bare(content)).text


def _bare(content: Content) -> Post:
    """The content without the bytes of its media, of which lengths know nothing."""
    media = tuple(Medium(one.name, one.mime, b"", one.alt) for one in content.media)
    return Post(content.text, content.title, content.link, media)

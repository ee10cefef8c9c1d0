"""What a platform takes, as a dated table that is read before approval, so that nothing is refused afterwards.

Each platform's folder has a `rules.py` with its `RULES`; each rule says where it is stated and when it was true. Rules
on texts are in `text_rules`, rules on media in `media_rules` and `shape_rules`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from suluh.platforms.shortening import shortened
from suluh.platforms.texts import with_link
from suluh.platforms.values import Breach, Deed, Post, Rendition


@dataclass(frozen=True, slots=True)
class Fact:
    """Where a limit is stated, and the day on which it was true.

    `recalled` ones wait for the platform's own page; `ours` are Suluh's choice, which the platform would let pass.
    """

    source: str
    on: date
    recalled: bool = False
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A post as a platform will show it: `label` is the platform's name, `words` what stands as its text."""

    post: Post
    label: str
    words: str


class Rule(Protocol):
    """One limit of a platform."""

    @property
    def code(self) -> str:
        """What kind of limit it is, for machines."""

    @property
    def fact(self) -> Fact:
        """Where it is stated."""

    def broken(self, seen: Seen) -> Iterable[Breach]:
        """How the post breaks it, in sentences for the officer who can change it."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The table of one platform. `words` makes of a post the text that the platform shows and counts.

    `fetches` begins the MIME types that the platform fetches itself, for which Suluh needs an address that all reach.
    """

    label: str
    table: tuple[Rule, ...]
    words: Callable[[Post], str] = with_link
    fetches: tuple[str, ...] = ()

    def breaches(self, post: Post) -> list[Breach]:
        """Every rule that the post breaks, none when it is taken; too long a text comes with a shorter one."""
        seen = Seen(post, self.label, self.words(post))
        found = [breach for rule in self.table for breach in rule.broken(seen)]
        return [self._mended(breach, post) for breach in found]

    def shortened(self, post: Post) -> Post:
        """The post with title and text cut where a reader would, so that no rule on lengths is broken by them."""
        title = shortened(post.title, lambda title: self._fits(replace(post, title=title), "title"))
        text = shortened(post.text, lambda text: self._fits(replace(post, text=text), "text"))
        return replace(post, title=title, text=text)

    def _mended(self, breach: Breach, post: Post) -> Breach:
        remedy = breach.remedy
        if remedy is None or remedy.deed is not Deed.SHORTEN:
            return breach
        text: str = getattr(self.shortened(post), remedy.of)
        return replace(breach, remedy=replace(remedy, text=text) if text else None)

    def _fits(self, post: Post, field: str) -> bool:
        seen = Seen(post, self.label, self.words(post))
        found = (breach.remedy for rule in self.table for breach in rule.broken(seen))
        return not any(remedy and remedy.deed is Deed.SHORTEN and remedy.of == field for remedy in found)


def renditions(breaches: Iterable[Breach]) -> dict[int, Rendition]:
    """How each medium has to be made anew, from all that is said of it, by its place in the post."""
    found: dict[int, Rendition] = {}
    for breach in breaches:
        if breach.medium is not None and breach.remedy is not None:
            found[breach.medium] = _both(found.get(breach.medium, Rendition()), breach.remedy.rendition)
    return found


def _both(one: Rendition, other: Rendition) -> Rendition:
    values = {name: getattr(other, name) or getattr(one, name) for name in Rendition.__slots__}
    bounds = [name for name in values if name.startswith("most_") and getattr(one, name) and getattr(other, name)]
    return Rendition(**values | {name: min(getattr(one, name), getattr(other, name)) for name in bounds})

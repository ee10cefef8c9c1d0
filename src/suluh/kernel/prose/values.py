"""A draft, what is said about it, and the bounds it is held against."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long is too long. The defaults are those of the press: lead of 30 to 45 words in at most three sentences
    (PWI, ten guidelines of 1977), title of at most eight words (guide of Kanwil Kemenag Bengkulu)."""

    lead_least: int = 30
    lead_most: int = 45
    lead_sentences: int = 3
    title_words: int = 8
    sentence_long: int = 25
    sentence_too_long: int = 35
    hashtags: int = 5
    alt_most: int = 250
    """Signs; screen readers pause there."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo or video of a draft: the name of its file, and what it shows."""

    name: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody wrote. `news` is false for notices and service information, which need no news lead."""

    title: str
    text: str
    today: date
    news: bool = True
    wants_contact: bool = False
    """Readers are to do something, so that they need somebody to ask."""
    place: str = ""
    happens_on: date | None = None
    contact: str = ""
    benefit: str = ""
    """What it brings to citizens, where the form asked for it."""
    who: str = ""
    """Who does it, where the form asked for it."""
    pictures: tuple[Picture, ...] = ()
    versions: tuple[tuple[str, str], ...] = ()
    """Own words for single places of publication, by their names."""

    @property
    def parts(self) -> dict[str, str]:
        """Every part that people read, by its name: pictures' descriptions are `alt-1`, `alt-2` and so on."""
        alts = {f"alt-{number}": one.alt for number, one in enumerate(self.pictures, 1)}
        told = {name: getattr(self, name) for name in ("title", "text", "benefit", "who", "place", "contact")}
        return {**told, **alts, **{f"version-{name}": text for name, text in self.versions}}


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to look at: `field` names the part of the draft, `start` and `end` count its signs.

    `confirm` marks personal data: somebody has to say that they may be published.
    """

    code: str
    field: str
    start: int
    end: int
    reason: str
    suggestion: str = ""
    confirm: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Words that answer the reader's first questions, "" where none was found. "what" is only ever a guess."""

    who: str = ""
    what: str = ""
    where: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is said about a draft, in the order of reading."""

    facts: Facts = field(default_factory=Facts)
    advice: tuple[Advice, ...] = ()

    @property
    def to_confirm(self) -> tuple[Advice, ...]:
        """Personal data that somebody has to answer for."""
        return tuple(one for one in self.advice if one.confirm)

"""The words of a story as a value, and what each channel makes of them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from suluh.channels.frozen import Content, StoredMedium

SHORT = {"bluesky": 300, "mastodon": 500, "x": 280, "threads": 500}
"""Signs that a platform shows; there the first paragraph stands for the whole."""


@dataclass(frozen=True, slots=True)
class Words:
    """Everything of a story that people read."""

    kind: str
    title: str
    text: str
    place: str = ""
    happens_on: date | None = None
    contact: str = ""
    picture: dict[str, Any] = field(default_factory=dict)
    variants: dict[str, str] = field(default_factory=dict)
    """Own words for a platform, by its name; a platform without any shows what the story makes of itself."""

    def as_json(self) -> dict[str, Any]:
        """For a revision."""
        row = {one.name: getattr(self, one.name) for one in fields(self)}
        return row | {"happens_on": self.happens_on.isoformat() if self.happens_on else None}

    @property
    def digest(self) -> str:
        """SHA-256 over everything that is read; approval freezes it."""
        plain = json.dumps(self.as_json(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(plain.encode()).hexdigest()


def content_for(words: Words, platform: str) -> Content:
    """What a channel of the platform shows: its own words where somebody wrote some, else the story's."""
    media = (StoredMedium(**words.picture),) if words.picture else ()
    if own := words.variants.get(platform, "").strip():
        return Content(text=own, title=words.title, media=media)
    if platform == "wordpress":
        return Content(text=_whole(words), title=words.title, media=media)
    if platform in SHORT:
        return Content(text=_shortened(words, SHORT[platform]), title=words.title, media=media)
    return Content(text=f"{words.title}\n\n{_whole(words)}", title=words.title, media=media)


def _whole(words: Words) -> str:
    facts = [words.place, words.contact]
    return "\n\n".join(part for part in (words.text.strip(), *(fact.strip() for fact in facts)) if part)


def _shortened(words: Words, longest: int) -> str:
    """Title and as many whole sentences of the first paragraph as fit; never a word cut in two."""
    first = words.text.strip().split("\n\n", 1)[0]
    kept = words.title.strip()
    for number, sentence in enumerate(first.replace("\n", " ").split(". ")):
        joined = f"{kept}{' ' if number else chr(10) * 2}{sentence.rstrip('.')}."
        if len(joined) > longest:
            break
        kept = joined
    return kept[:longest]

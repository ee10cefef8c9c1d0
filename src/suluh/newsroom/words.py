"""The words of a story as a value, and what each channel makes of them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from suluh.channels.frozen import Content, StoredMedium
from suluh.platforms.platform import platforms
from suluh.platforms.values import Medium, Post


@dataclass(frozen=True, slots=True)
class Words:
    """Everything of a story that people read."""

    kind: str
    title: str
    text: str
    benefit: str = ""
    who: str = ""
    place: str = ""
    happens_on: date | None = None
    contact: str = ""
    media: list[dict[str, Any]] = field(default_factory=list)
    """Photos and videos in order: what the studio says of each (`Medium.facts`), and `alt`."""
    variants: dict[str, str] = field(default_factory=dict)
    """Own words for a platform, by its name; a platform without any shows what the story makes of itself."""

    def as_json(self) -> dict[str, Any]:
        """For a revision."""
        row = {one.name: getattr(self, one.name) for one in fields(self)}
        return row | {"happens_on": self.happens_on.isoformat() if self.happens_on else None}

    @property
    def unready(self) -> bool:
        """Whether a video has no file yet that could be published."""
        return any(not one.get("name") for one in self.media)

    @property
    def digest(self) -> str:
        """SHA-256 over everything that is read; approval freezes it."""
        plain = json.dumps(self.as_json(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(plain.encode()).hexdigest()


def content_for(words: Words, platform: str) -> Content:
    """What a channel of the platform shows: its own words where somebody wrote some, else what fits of the story's."""
    media = tuple(_stored(one) for one in words.media)
    if own := words.variants.get(platform, "").strip():
        return Content(text=own, title=words.title, media=media)
    if platform == "wordpress":
        return Content(text=_whole(words), title=words.title, media=media)
    text = f"{words.title.strip()}\n\n{_whole(words)}"
    post = Post(text, media=tuple(Medium(one.name, one.mime, b"") for one in media))
    return Content(text=platforms()[platform].rules.shortened(post).text, title=words.title, media=media)


def _stored(one: dict[str, Any]) -> StoredMedium:
    return StoredMedium(**{name: one[name] for name in StoredMedium.__slots__ if name in one})


def _whole(words: Words) -> str:
    facts = [words.benefit, words.who, words.place, words.contact]
    return "\n\n".join(part for part in (words.text.strip(), *(fact.strip() for fact in facts)) if part)

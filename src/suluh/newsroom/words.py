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
    renditions: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    """Media that a platform shows otherwise, by its name and the medium's token: facts of the rendition (its own
    `token` among them, and the focus as `across` and `down`), or `left_out`."""

    def as_json(self) -> dict[str, Any]:
        """For a revision."""
        row = {one.name: getattr(self, one.name) for one in fields(self)}
        return row | {"happens_on": self.happens_on.isoformat() if self.happens_on else None}

    @property
    def unready(self) -> bool:
        """Whether a video has no file yet that could be published."""
        return any(not one.get("name") for one in (*self.media, *self.made))

    @property
    def made(self) -> list[dict[str, Any]]:
        """Renditions of all platforms."""
        return [one for shown in self.renditions.values() for one in shown.values() if not one.get("left_out")]

    @property
    def digest(self) -> str:
        """SHA-256 over everything that is read; approval freezes it."""
        plain = json.dumps(self.as_json(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(plain.encode()).hexdigest()


def content_for(words: Words, platform: str) -> Content:
    """What a channel of the platform shows: its own words where somebody wrote some, else what fits of the story's."""
    media = tuple(_stored(one) for one in media_for(words, platform))
    if own := words.variants.get(platform, "").strip():
        return Content(text=own, title=words.title, media=media)
    if platform == "wordpress":
        return Content(text=_whole(words), title=words.title, media=media)
    text = f"{words.title.strip()}\n\n{_whole(words)}"
    post = Post(text, media=tuple(Medium(one.name, one.mime, b"") for one in media))
    return Content(text=platforms()[platform].rules.shortened(post).text, title=words.title, media=media)


def media_for(words: Words, platform: str) -> list[dict[str, Any]]:
    """Photos and videos as the platform shows them, each with `origin`, the token of what the officer handed in."""
    own = words.renditions.get(platform, {})
    shown = [one | own.get(one.get("token", ""), {}) | {"origin": one.get("token", "")} for one in words.media]
    return [one for one in shown if not one.get("left_out")]


def _stored(one: dict[str, Any]) -> StoredMedium:
    return StoredMedium(**{name: one[name] for name in StoredMedium.__slots__ if name in one})


def _whole(words: Words) -> str:
    facts = [words.benefit, words.who, words.place, words.contact]
    return "\n\n".join(part for part in (words.text.strip(), *(fact.strip() for fact in facts)) if part)

"""Content as it was approved: from values to a row and back, with its digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from suluh.kernel.pictures import picture_size
from suluh.organization.media_store import opened
from suluh.platforms.values import Medium, Post

PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class StoredMedium:
    """A picture or video in the private store: its name there, kind, what it shows, its pixels, seconds and codecs."""

    name: str
    mime: str
    digest: str
    alt: str = ""
    width: int = 0
    height: int = 0
    seconds: float = 0.0
    video: str = ""
    sound: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What one channel shows. `link` is empty where there is none."""

    text: str
    title: str = ""
    link: str = ""
    media: tuple[StoredMedium, ...] = field(default=())

    def as_json(self) -> dict[str, Any]:
        """For the row."""
        media = [{name: getattr(one, name) for name in StoredMedium.__slots__} for one in self.media]
        return {"title": self.title, "text": self.text, "link": self.link, "media": media}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Content:
        """From the row."""
        media = tuple(StoredMedium(**one) for one in row.get("media", ()))
        return cls(row["text"], row.get("title", ""), row.get("link", ""), media)

    @property
    def digest(self) -> str:
        """SHA-256 over everything that is shown; an edit changes it."""
        plain = json.dumps(self.as_json(), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(plain.encode()).hexdigest()

    def as_post(self, read: Callable[[str], bytes], where: Callable[[StoredMedium], str] = lambda _: "") -> Post:
        """For the platform; `read` brings a picture from the store, `where` says at which address it can be fetched.

        A video stays on disk and is read from there piece by piece.

        Raises:
            MediumChanged: a stored file is gone, or is not the one that was approved.
        """
        return Post(self.text, self.title, self.link, tuple(_loaded(one, read, where) for one in self.media))

    def as_measured(self, read: Callable[[str], bytes]) -> Post:
        """For the rules, which ask how large a video is and not what it holds: no video is read through.

        Raises:
            MediumChanged: a stored file is gone, or a picture is not the one that was handed in.
        """
        media = (_measured(one) if _is_video(one) else _loaded(one, read, lambda _: "") for one in self.media)
        return Post(self.text, self.title, self.link, tuple(media))


class MediumChanged(Exception):
    """A stored file is not what was approved."""


def _loaded(one: StoredMedium, read: Callable[[str], bytes], where: Callable[[StoredMedium], str]) -> Medium:
    if _is_video(one):
        return _on_disk(one, where)
    try:
        content = read(one.name)
    except OSError:
        raise MediumChanged(f"{one.name}: berkasnya tidak ada lagi") from None
    if hashlib.sha256(content).hexdigest() != one.digest:
        raise MediumChanged(f"{one.name}: berkasnya bukan yang disetujui")
    size = (one.width, one.height)
    if not one.width and one.mime.startswith("image/"):
        size = picture_size(content)
    return Medium(one.name, one.mime, content, one.alt, *size, one.seconds, one.video, one.sound, where(one))


def _is_video(one: StoredMedium) -> bool:
    return one.mime.startswith("video/")


def _measured(one: StoredMedium) -> Medium:
    """A video of which only the facts and the bytes are asked."""
    try:
        with opened(one.name) as file:
            weight = file.size
    except OSError:
        raise MediumChanged(f"{one.name}: berkasnya tidak ada lagi") from None
    shape = (one.width, one.height, one.seconds, one.video, one.sound)
    return Medium(one.name, one.mime, b"", one.alt, *shape, weight=weight)


def _on_disk(one: StoredMedium, where: Callable[[StoredMedium], str]) -> Medium:
    """A video that stays on disk; it is read through once to see that it is the approved one."""
    sign, weight = hashlib.sha256(), 0
    try:
        with opened(one.name) as file:
            while piece := file.read(PIECE):
                sign.update(piece)
                weight += len(piece)
    except OSError:
        raise MediumChanged(f"{one.name}: berkasnya tidak ada lagi") from None
    if sign.hexdigest() != one.digest:
        raise MediumChanged(f"{one.name}: berkasnya bukan yang disetujui")
    shape = (one.width, one.height, one.seconds, one.video, one.sound, where(one))
    return Medium(one.name, one.mime, b"", one.alt, *shape, source=partial(opened, one.name), weight=weight)

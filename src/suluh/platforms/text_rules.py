"""Rules on title, text, tags, names and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from suluh.platforms.lengths import Count, code_points
from suluh.platforms.rules import Fact, Seen
from suluh.platforms.values import Breach, Deed, Remedy

TAG = re.compile(r"(?<![\w#&/])#\w*[^\W\d_]\w*")
NAME = re.compile(r"(?<![\w@/.])@[\w.]+\w")
ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


class When(StrEnum):
    """To which posts a length applies."""

    ALWAYS = "always"
    WITH_MEDIA = "with media"
    WITHOUT_MEDIA = "without media"

    def holds(self, seen: Seen) -> bool:
        """True when the post is one of these."""
        return self is When.ALWAYS or (self is When.WITH_MEDIA) == bool(seen.post.media)


@dataclass(frozen=True, slots=True)
class TextLength:
    """The text with its link has at most so many signs, counted as the platform counts; `unit` names them."""

    most: int
    count: Count
    fact: Fact
    unit: str = "huruf"
    when: When = When.ALWAYS
    code: str = "text-long"

    def broken(self, seen: Seen) -> Iterator[Breach]:
        """Too long, with how much of what."""
        length = self.count(seen.words)
        if self.when.holds(seen) and length > self.most:
            told = f"Teks dan tautan {length} {self.unit}; {seen.label} memuat paling banyak {self.most}. Pendekkan."
            yield Breach(self.code, told, remedy=Remedy(Deed.SHORTEN, "Pendekkan teks", of="text"))


@dataclass(frozen=True, slots=True)
class TextNeeded:
    """There is something to show: text or, where `media_do`, media."""

    fact: Fact
    media_do: bool = True
    code: str = "text-missing"

    def broken(self, seen: Seen) -> Iterator[Breach]:
        """Nothing to show."""
        if not seen.words.strip() and not (self.media_do and seen.post.media):
            yield Breach(self.code, f"Tulis teks: {seen.label} tidak memuat kiriman kosong.")


@dataclass(frozen=True, slots=True)
class TitleNeeded:
    """There is a title."""

    fact: Fact
    code: str = "title-missing"

    def broken(self, seen: Seen) -> Iterator[Breach]:
        """No title."""
        if not seen.post.title.strip():
            yield Breach(self.code, f"Isi judul: {seen.label} menampilkan judul.")


@dataclass(frozen=True, slots=True)
class TitleLength:
    """The title has at most so many signs."""

    most: int
    fact: Fact
    count: Count = code_points
    code: str = "title-long"

    def broken(self, seen: Seen) -> Iterator[Breach]:
        """Too long."""
        length = self.count(seen.post.title)
        if length > self.most:
            told = f"Judul {length} huruf; {seen.label} memuat paling banyak {self.most}. Pendekkan judulnya."
            yield Breach(self.code, told, remedy=Remedy(Deed.SHORTEN, "Pendekkan judul", of="title"))


@dataclass(frozen=True, slots=True)
class SignsNot:
    """Title and text are without certain signs."""

    signs: str
    fact: Fact
    code: str = "signs"

    def broken(self, seen: Seen) -> Iterator[Breach]:
        """Which of them are there."""
        found = [sign for sign in self.signs if sign in seen.post.title + seen.words]
        if found:
            yield Breach(self.code, f"Ganti tanda {' dan '.join(found)}: {seen.label} tidak memuatnya.")


class Marked(StrEnum):
    """What is counted in a text."""

    TAGS = "tagar"
    NAMES = "sebutan akun"
    LINKS = "tautan"

    @property
    def pattern(self) -> re.Pattern[str]:
        """How one is found."""
        return {Marked.TAGS: TAG, Marked.NAMES: NAME, Marked.LINKS: ADDRESS}[self]


@dataclass(frozen=True, slots=True)
class MostMarked:
    """The text has at most so many hashtags, names or links."""

    marked: Marked
    most: int
    fact: Fact

    @property
    def code(self) -> str:
        """After what is counted."""
        return f"{self.marked.name.lower()}-many"

    def broken(self, seen: Seen) -> Iterator[Breach]:
        """Too many, with how many."""
        found = len(self.marked.pattern.findall(seen.words))
        if found > self.most:
            told = f"Ada {found} {self.marked}; {seen.label} memuat paling banyak {self.most}. Kurangi."
            yield Breach(self.code, told)

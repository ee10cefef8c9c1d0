"""Rules on pixels, ratio, duration and codecs.

A rule about something that nobody has read is broken too: what is not known cannot be promised.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from suluh.platforms.kinds import Kind
from suluh.platforms.rules import Fact, Seen
from suluh.platforms.values import Breach, Deed, Medium, Remedy, Rendition


@dataclass(frozen=True, slots=True)
class Ratio:
    """Width to height lies between two ratios."""

    least: tuple[int, int]
    most: tuple[int, int]
    fact: Fact
    kind: Kind = Kind.ANY
    code: str = "media-ratio"

    def broken(self, seen: Seen) -> Iterator[Breach]:
        """Too tall or too wide; the nearest ratio mends it."""
        for at, medium in self.kind.of(seen):
            if not medium.width or not medium.height:
                yield _unread(medium, at, "ukuran")
                continue
            ratio = Fraction(medium.width, medium.height)
            if not Fraction(*self.least) <= ratio <= Fraction(*self.most):
                tall = ratio < Fraction(*self.least)
                to = self.least if tall else self.most
                told = (
                    f"{medium.name}: terlalu {'tinggi' if tall else 'lebar'} untuk {seen.label}; "
                    f"potong sampai perbandingan {_ratio(to)}."
                )
                crop = Remedy(Deed.CROP, f"Potong ke {_ratio(to)}", rendition=Rendition(ratio=to))
                yield Breach(self.code, told, at, crop)


class Measure(StrEnum):
    """What is measured in pixels."""

    WIDTH = "lebar"
    HEIGHT = "tinggi"
    SUM = "lebar ditambah tinggi"
    AREA = "jumlah piksel"

    def of(self, medium: Medium) -> int:
        """The medium's measure."""
        match self:
            case Measure.WIDTH:
                return medium.width
            case Measure.HEIGHT:
                return medium.height
            case Measure.SUM:
                return medium.width + medium.height
            case Measure.AREA:
                return medium.width * medium.height

    def within(self, most: int, medium: Medium) -> Rendition:
        """How the medium is scaled down to `most`."""
        match self:
            case Measure.WIDTH:
                return Rendition(most_width=most)
            case Measure.HEIGHT:
                return Rendition(most_height=most)
            case Measure.SUM:
                return Rendition(most_width=most * medium.width // (medium.width + medium.height))
            case Measure.AREA:
                return Rendition(most_area=most)


@dataclass(frozen=True, slots=True)
class Pixels:
    """A measure lies between two numbers of pixels; 0 is no bound."""

    measure: Measure
    fact: Fact
    least: int = 0
    most: int = 0
    kind: Kind = Kind.ANY

    @property
    def code(self) -> str:
        """After the measure."""
        return f"media-{self.measure.name.lower()}"

    def broken(self, seen: Seen) -> Iterator[Breach]:
        """Too small, which nothing mends, or too large."""
        for at, medium in self.kind.of(seen):
            size = self.measure.of(medium)
            if not medium.width or not medium.height:
                yield _unread(medium, at, "ukuran")
            elif size < self.least:
                told = f"{medium.name}: {self.measure} {size} piksel; {seen.label} meminta paling sedikit {self.least}."
                yield Breach(self.code, f"{told} Pilih yang lebih besar.", at)
            elif self.most and size > self.most:
                told = f"{medium.name}: {self.measure} {size} piksel; {seen.label} menerima paling banyak {self.most}."
                scale = Remedy(Deed.SCALE, "Perkecil ukuran", rendition=self.measure.within(self.most, medium))
                yield Breach(self.code, told, at, scale)


@dataclass(frozen=True, slots=True)
class Duration:
    """A video lasts between so many seconds."""

    most: float
    fact: Fact
    least: float = 0.0
    kind: Kind = Kind.VIDEO
    code: str = "media-duration"

    def broken(self, seen: Seen) -> Iterator[Breach]:
        """Too short, or too long."""
        for at, medium in self.kind.of(seen):
            if medium.seconds <= 0:
                yield _unread(medium, at, "durasi")
            elif medium.seconds < self.least:
                told = (
                    f"{medium.name}: {_time(medium.seconds)}; {seen.label} meminta paling singkat {_time(self.least)}."
                )
                yield Breach(self.code, told, at)
            elif medium.seconds > self.most:
                told = f"{medium.name}: {_time(medium.seconds)}; {seen.label} memuat paling lama {_time(self.most)}."
                cut = Remedy(Deed.CUT, f"Potong ke {_time(self.most)}", rendition=Rendition(seconds=self.most))
                yield Breach(self.code, told, at, cut)


@dataclass(frozen=True, slots=True)
class Codecs:
    """Codecs of picture and sound, as FFmpeg names them; a video may be silent."""

    video: tuple[str, ...]
    sound: tuple[str, ...]
    fact: Fact
    kind: Kind = Kind.VIDEO
    code: str = "media-codec"

    def broken(self, seen: Seen) -> Iterator[Breach]:
        """Others, which are made anew in the first that is taken."""
        for at, medium in self.kind.of(seen):
            if not medium.video:
                yield _unread(medium, at, "jenis penyandian")
            elif medium.video not in self.video or (medium.sound and medium.sound not in self.sound):
                told = f"{medium.name}: {seen.label} tidak memutar penyandian {medium.video} {medium.sound}".rstrip()
                anew = Rendition(mime="video/mp4", video=self.video[0], sound=self.sound[0])
                yield Breach(
                    self.code, f"{told}. Ubah dahulu.", at, Remedy(Deed.RE_ENCODE, "Ubah video", rendition=anew)
                )


def _unread(medium: Medium, at: int, what: str) -> Breach:
    return Breach("media-unread", f"{medium.name}: {what}nya belum terbaca. Unggah berkas ini sekali lagi.", at)


def _ratio(ratio: tuple[int, int]) -> str:
    wide, high = ratio
    return f"{wide / high:.2f}:1".replace(".", ",") if max(wide, high) > 20 else f"{wide}:{high}"


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return " ".join(part for part in (f"{minutes} menit" if minutes else "", f"{rest} detik" if rest else "") if part)

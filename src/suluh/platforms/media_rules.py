"""Rules on which pictures and videos a post carries: how many, which mix, format, bytes, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from suluh.platforms.kinds import Kind
from suluh.platforms.lengths import Count, code_points
from suluh.platforms.rules import Fact, Seen
from suluh.platforms.values import Breach, Deed, Medium, Remedy, Rendition


@dataclass(frozen=True, slots=True)
class MediaCount:
    """So many media of a kind, at least and at most."""

    fact: Fact
    most: int
    least: int = 0
    kind: Kind = Kind.ANY

    @property
    def code(self) -> str:
        """After the kind."""
        return f"{self.kind.name.lower()}-count" if self.kind else "media-count"

    def broken(self, seen: Seen) -> Iterator[Breach]:
        """Too few or too many."""
        count = len(self.kind.of(seen))
        if count < self.least:
            yield Breach(self.code, f"Tambahkan {self.kind.word}: {seen.label} tidak memuat kiriman tanpanya.")
        if count > self.most:
            told = f"Ada {count} {self.kind.word}; {seen.label} memuat paling banyak {self.most}."
            whole = self.kind is Kind.ANY or count == len(seen.post.media)
            drop = Remedy(Deed.DROP, f"Pakai {self.most} yang pertama", keep=self.most)
            yield Breach(self.code, told, remedy=drop if whole and self.most else None)


@dataclass(frozen=True, slots=True)
class NotMixed:
    """Pictures or a video, never both."""

    fact: Fact
    code: str = "media-mixed"

    def broken(self, seen: Seen) -> Iterator[Breach]:
        """Both are there."""
        if Kind.IMAGE.of(seen) and Kind.VIDEO.of(seen):
            yield Breach(self.code, f"{seen.label} tidak memuat gambar dan video dalam satu kiriman. Pilih salah satu.")


@dataclass(frozen=True, slots=True)
class Formats:
    """The MIME types that are taken, and `into` which of them pictures and videos of other types can be made."""

    mimes: tuple[str, ...]
    fact: Fact
    into: tuple[str, ...] = ("image/jpeg",)
    code: str = "media-format"

    def broken(self, seen: Seen) -> Iterator[Breach]:
        """Another one."""
        for at, medium in enumerate(seen.post.media):
            if medium.mime not in self.mimes:
                told = f"{medium.name}: {seen.label} menerima {_listed(self.mimes)}, bukan {_short(medium.mime)}."
                yield Breach(self.code, told, at, self._remedy(medium))

    def _remedy(self, medium: Medium) -> Remedy | None:
        family = medium.mime.split("/")[0]
        into = next((mime for mime in self.into if mime.split("/")[0] == family), "")
        if not into:
            return None
        return Remedy(Deed.RE_ENCODE, f"Ubah menjadi {_short(into)}", rendition=Rendition(mime=into))


@dataclass(frozen=True, slots=True)
class FileSize:
    """At most so many bytes."""

    most: int
    fact: Fact
    kind: Kind = Kind.ANY
    code: str = "media-size"

    def broken(self, seen: Seen) -> Iterator[Breach]:
        """Larger."""
        for at, medium in self.kind.of(seen):
            if medium.size > self.most:
                told = f"{medium.name}: {_bytes(medium.size)}; {seen.label} menerima paling besar {_bytes(self.most)}."
                smaller = Rendition(most_bytes=self.most)
                yield Breach(self.code, told, at, Remedy(Deed.RE_ENCODE, "Perkecil berkas", rendition=smaller))


@dataclass(frozen=True, slots=True)
class AltNeeded:
    """Media say what they show, for those who cannot see them."""

    fact: Fact
    kind: Kind = Kind.ANY
    code: str = "alt-missing"

    def broken(self, seen: Seen) -> Iterator[Breach]:
        """Nothing is said."""
        for at, medium in self.kind.of(seen):
            if not medium.alt.strip():
                yield Breach(self.code, f"{medium.name}: tulis apa yang tampak pada {self.kind.word}.", at)


@dataclass(frozen=True, slots=True)
class AltLength:
    """What is said of a medium has at most so many signs."""

    most: int
    fact: Fact
    count: Count = code_points
    kind: Kind = Kind.ANY
    code: str = "alt-long"

    def broken(self, seen: Seen) -> Iterator[Breach]:
        """More."""
        for at, medium in self.kind.of(seen):
            length = self.count(medium.alt)
            if length > self.most:
                told = f"{medium.name}: keterangan {length} huruf; {seen.label} memuat paling banyak {self.most}."
                yield Breach(self.code, f"{told} Pendekkan keterangannya.", at)


def _listed(mimes: tuple[str, ...]) -> str:
    names = [_short(mime) for mime in mimes]
    return f"{', '.join(names[:-1])} atau {names[-1]}" if len(names) > 1 else names[0]


def _short(mime: str) -> str:
    return {"video/quicktime": "MOV"}.get(mime, mime.rpartition("/")[2].upper())


def _bytes(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB".replace(".0 ", " ").replace(".", ",")

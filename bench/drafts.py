"""Posts to try a platform's rules with: a sound one, and random ones near the limits."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from suluh.demo.platforms.footage import Footage, clip, picture
from suluh.platforms.platform import Platform
from suluh.platforms.values import Medium, Post

ALT = "Poster jadwal imunisasi"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
GREATEST = 20_000_000
"""Bytes above which a medium is only said to be so large."""


class Said(bytes):
    """Few bytes that are told to be many, so that no test holds a gigabyte."""

    said = 0

    def __len__(self) -> int:
        return self.said


def still(mime: str = "image/jpeg", width: int = 1080, height: int = 1080, size: int = 0, alt: str = ALT) -> Medium:
    """A picture."""
    name = f"foto.{mime.rpartition('/')[2]}"
    return Medium(name, mime, _bytes(lambda size: picture(mime, width, height, size), size), alt, width, height)


def film(footage: Footage | None = None, mime: str = "video/mp4", size: int = 0) -> Medium:
    """A video."""
    seen = footage or Footage(1080, 1920, 30.0, "h264", "aac")
    content = _bytes(lambda size: clip(seen, size), size)
    return Medium("video.mp4", mime, content, ALT, seen.width, seen.height, seen.seconds, seen.video, seen.sound)


def _bytes(made: Callable[[int], bytes], size: int) -> bytes:
    if size <= GREATEST:
        return made(size)
    said = Said(made(0))
    said.said = size
    return said


def takes_film(platform: Platform) -> bool:
    """True when the platform's table lets a video pass."""
    return not platform.rules.breaches(Post("Teks.", "Judul", media=(film(),)))


def sound(platform: Platform) -> Post:
    """A post that the platform takes, with a medium where it must have one."""
    post = Post("Imunisasi campak untuk balita.", "Imunisasi campak")
    for media in ((), (still(),), (film(),)):
        if not platform.rules.breaches(replace(post, media=media)):
            return replace(post, media=media)
    raise AssertionError(f"{platform.name} takes nothing")


WORDS = ("imunisasi", "campak", "balita,", "di", "puskesmas.", "Senin", "pukul", "08.00–11.00", "gratis!", "warga")
ODD = (
    *(
        FAMILY,
        "\U0001f1ee\U0001f1e9",
        "\U0001f44d\U0001f3fd",
        "1\ufe0f\u20e3",
        "❤️",
        "☕",
        "文字",
        "مرحبا",
        "e\u0301a\u0308",
    ),
    *("\u202bשלום\u202c", "\u2067نص\u2069", "#ImunisasiCampak", "#sehat", "@dinkes", "@kab.arunika", "puskesmas.go.id"),
    *("https://dinkes.go.id/a/b-c?x=1&y=2", "(https://dinkes.go.id/berita_(2026)/x),", "https://contoh.museum/panjang"),
    *("http://sehat.com", "https://dinkes.go.id.", "\n\n", "Rp1.500.000,00", "surel@dinkes.go.id", "“kutipan”", "…"),
)
SIZES = ((1080, 1080), (1080, 1350), (1200, 628), (1080, 1920), (3000, 1000), (4000, 3000), (320, 200), (900, 12_000))


@dataclass
class Drafts:
    """Random posts, most of them near a platform's limits."""

    seed: int

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)

    def post(self) -> Post:
        """The next one."""
        pick = self._chance
        length = pick.choice((1, 8, 20, 45, 60, 90, 180, 600))
        odd = pick.choice((0.0, 0.1, 0.5, 1.0))
        words = [pick.choice(ODD) if pick.random() < odd else pick.choice(WORDS) for _ in range(length)]
        if pick.random() < 0.1:
            words = [pick.choice((FAMILY, "a", "文", "\U0001f600")) * pick.choice((99, 260, 301, 520))]
        link = pick.choice(("", "", "https://arunika.example/berita/imunisasi-campak-untuk-balita"))
        return Post(" ".join(words), " ".join(words)[:80], link, self._media())

    def _media(self) -> tuple[Medium, ...]:
        pick = self._chance
        count = pick.choice((0, 0, 1, 1, 1, 2, 4, 5, 10, 11))
        return tuple(self._film() if pick.random() < 0.2 else self._still() for _ in range(count))

    def _still(self) -> Medium:
        pick = self._chance
        width, height = pick.choice(SIZES[:4] if pick.random() < 0.8 else SIZES)
        mime = pick.choice(("image/jpeg", "image/jpeg", "image/jpeg", "image/png", "image/gif", "image/tiff"))
        size = pick.choice((0, 0, 0, 0, 999_000, 1_000_001, 4_100_000))
        return still(mime, width, height, size, pick.choice((ALT, ALT, ALT, "a" * 1400, "")))

    def _film(self) -> Medium:
        pick = self._chance
        width, height = pick.choice(((1080, 1920), (1920, 1080), (3840, 2160), (1080, 1080)))
        seconds = pick.choice((2.0, 15.0, 59.0, 200.0, 299.0, 800.0, 1000.0))
        codecs = pick.choice((("h264", "aac"), ("h264", ""), ("hevc", "aac"), ("vp9", "opus")))
        mime = pick.choice(("video/mp4", "video/mp4", "video/quicktime", "video/webm"))
        return film(Footage(width, height, seconds, *codecs), mime)

"""Take a picture from outside: sniff, cap, and let a child process that may do little draw it anew."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum

from .redraw import TOO_MANY_PIXELS

SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
PATIENCE = 20
"""Seconds after which the child is killed."""


class PictureFault(StrEnum):
    """Why a picture is not taken."""

    TOO_HEAVY = "too-heavy"
    NOT_A_PICTURE = "not-a-picture"
    TOO_MANY_PIXELS = "too-many-pixels"


class PictureRefused(ValueError):
    """The bytes are not taken; `fault` says why, the caller finds the words."""

    def __init__(self, fault: PictureFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Crop:
    """The largest part of a picture that has this shape, as near as can be to what matters in it.

    `wide` to `high` is the shape (4 to 5); `across` and `down` say where the focus lies, from 0 (left, top) to 1.
    """

    wide: int
    high: int
    across: float = 0.5
    down: float = 0.5


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture of our own drawing, with its size in pixels."""

    content: bytes
    width: int
    height: int


def picture_clean(content: bytes, *, most_bytes: int, side: int, photo: bool = False) -> bytes:
    """A PNG that shows what `content` shows and holds nothing else: no EXIF, no appended archive, no script.

    Args:
        content: PNG, JPEG or WebP as it was sent; anything else is refused by its first bytes.
        most_bytes: what is longer is refused unread.
        side: longest side of the result in pixels; larger pictures are scaled down, turned as their EXIF says.
        photo: a JPEG instead, a fraction of the size where the picture is a photograph.

    Raises:
        PictureRefused: too heavy, no picture, or more pixels than the child may open (a pixel bomb).
    """
    return picture_redraw(content, most_bytes=most_bytes, side=side, photo=photo).content


def picture_redraw(
    content: bytes, *, most_bytes: int, side: int, photo: bool = False, crop: Crop | None = None, within: int = 0
) -> Drawn:
    """As `picture_clean`, with the size of what was drawn.

    Args:
        content: as there.
        most_bytes: as there.
        side: as there.
        photo: as there.
        crop: keep only the part of this shape.
        within: bytes that a JPEG may have; quality, then size, is given up for it. 0 for any.

    Raises:
        PictureRefused: as there.
    """
    if len(content) > most_bytes:
        raise PictureRefused(PictureFault.TOO_HEAVY)
    if not is_picture(content):
        raise PictureRefused(PictureFault.NOT_A_PICTURE)
    shape = [crop.wide, crop.high, crop.across, crop.down] if crop else [0, 0, 0, 0]
    words = [str(side), "JPEG" if photo else "PNG", str(within), *(str(part) for part in shape)]
    try:
        child = subprocess.run(
            [sys.executable, "-I", "-m", "suluh.kernel.pictures.redraw", *words],
            input=content,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
            env={},
        )
    except subprocess.TimeoutExpired:
        raise PictureRefused(PictureFault.TOO_MANY_PIXELS) from None
    if child.returncode == 0 and child.stdout.startswith(SIGNATURES[photo]):
        width, height = child.stderr.split()[-2:]
        return Drawn(child.stdout, int(width), int(height))
    # A child that died of its limits had more to open than any picture for a page needs.
    many = child.returncode == TOO_MANY_PIXELS or child.returncode < 0
    raise PictureRefused(PictureFault.TOO_MANY_PIXELS if many else PictureFault.NOT_A_PICTURE)


def is_picture(content: bytes) -> bool:
    """Whether the first bytes are those of a PNG, JPEG or WebP."""
    return content.startswith(SIGNATURES) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")

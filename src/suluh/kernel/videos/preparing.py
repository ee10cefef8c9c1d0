"""Take a video from outside: tell its container by its bytes, and let a child that may do little read or encode it."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from suluh.kernel.pictures import Crop

from .child import TOO_HEAVY, TOO_LONG, TOO_MANY_PIXELS, UNKNOWN_CODEC

LOOK_PATIENCE = 20
"""Seconds after which a child that measures is killed."""
WORK_PATIENCE = 1800
"""Seconds after which a child that encodes is killed; it needs about a quarter of a second for each of the video."""
MATROSKA = b"\x1a\x45\xdf\xa3"
MOVIE_BOXES = (b"ftyp", b"moov", b"mdat", b"wide")
STILL_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"avif")
"""Pictures that come in the box of a film."""


class VideoFault(StrEnum):
    """Why a video is not taken."""

    NOT_A_VIDEO = "not-a-video"
    TOO_LONG = "too-long"
    TOO_MANY_PIXELS = "too-many-pixels"
    UNKNOWN_CODEC = "unknown-codec"
    TOO_HEAVY = "too-heavy"


class VideoRefused(ValueError):
    """The file is not taken; `fault` says why, the caller finds the words."""

    def __init__(self, fault: VideoFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Measures:
    """How large a video is as people see it (a phone held upright films high), and how long, in seconds."""

    width: int
    height: int
    seconds: float


def is_video(head: bytes) -> bool:
    """Whether the first bytes (32 suffice) are those of MP4, QuickTime or WebM, whatever the file is called."""
    if head.startswith(MATROSKA):
        return True
    return head[4:8] in MOVIE_BOXES and head[8:12] not in STILL_BRANDS


def video_measure(path: Path, *, poster: Path, longest: float) -> Measures:
    """Size and length of a video, and its first picture as a JPEG at `poster`. Takes a moment, whatever the length.

    Raises:
        VideoRefused: no video, longer than `longest` seconds, too many pixels, or a codec that is not known.
    """
    return _child("measure", path, poster, longest, ["0"], LOOK_PATIENCE)


def video_prepare(
    path: Path, *, to: Path, longest: float, side: int, crop: Crop | None = None, within: int = 0
) -> Measures:
    """Encode a video anew as MP4 (H.264, AAC) at `to`: upright, its longest side at most `side`, without any metadata.

    Takes about a quarter of the video's length of one core.

    Args:
        path: the video as it was sent, or as it was encoded before.
        to: where the new one is written.
        longest: seconds that are too many.
        side: pixels of the longest side.
        crop: keep only the part of this shape.
        within: bytes that the video may have; quality is given up for it. 0 for any.

    Raises:
        VideoRefused: as `video_measure`; a file that is damaged on the way; too long for so few bytes.
    """
    shape = [crop.wide, crop.high, crop.across, crop.down] if crop else []
    made = _child("prepare", path, to, longest, [str(word) for word in (side, within, *shape)], WORK_PATIENCE)
    if within and to.stat().st_size > within:
        to.unlink()
        raise VideoRefused(VideoFault.TOO_HEAVY)
    return made


def _child(deed: str, path: Path, to: Path, longest: float, wish: list[str], patience: float) -> Measures:
    with path.open("rb") as file:
        head = file.read(32)
    if not is_video(head):
        raise VideoRefused(VideoFault.NOT_A_VIDEO)
    form = "matroska" if head.startswith(MATROSKA) else "mov"
    words = [deed, str(path), str(to), form, str(longest), *wish]
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-m", "suluh.kernel.videos.child", *words],
            capture_output=True,
            timeout=patience,
            check=False,
            env={},
        )
    except subprocess.TimeoutExpired:
        raise VideoRefused(VideoFault.TOO_LONG) from None
    if done.returncode == 0 and to.exists():
        return Measures(**json.loads(done.stdout))
    to.unlink(missing_ok=True)
    raise VideoRefused(FAULTS.get(done.returncode, VideoFault.NOT_A_VIDEO))


FAULTS = {
    TOO_LONG: VideoFault.TOO_LONG,
    TOO_MANY_PIXELS: VideoFault.TOO_MANY_PIXELS,
    UNKNOWN_CODEC: VideoFault.UNKNOWN_CODEC,
    TOO_HEAVY: VideoFault.TOO_HEAVY,
}

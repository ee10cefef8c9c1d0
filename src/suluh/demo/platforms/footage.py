"""Media for the simulated platforms, and what those see in them, without a picture of any being decoded.

A made picture is a true header with as many bytes after it as are asked for. A made video is one line that says what
a probe would find; it plays nowhere but here.
"""

from __future__ import annotations

import json
import struct
import zlib
from dataclasses import asdict, dataclass
from io import BytesIO

from PIL import Image

LINE = b"suluh-footage "
HEAD = 500
"""Bytes in which the line of a made video stands."""


@dataclass(frozen=True)
class Footage:
    """What a platform sees of a file: pixels, and of a video seconds and codecs."""

    width: int = 0
    height: int = 0
    seconds: float = 0.0
    video: str = ""
    sound: str = ""


def seen_in(content: bytes) -> Footage:
    """What is in a file; nothing when it is no medium."""
    if content.startswith(LINE):
        return Footage(**json.loads(content[len(LINE) :].split(b"\n", 1)[0]))
    if content[4:8] == b"ftyp":
        return _film(content)
    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP", "GIF")) as picture:
            return Footage(*picture.size)
    except (OSError, ValueError, Image.DecompressionBombError):
        return Footage()


def _film(content: bytes) -> Footage:
    """What a real video says of itself; nothing when only a part of it is there."""
    import av  # a heavy library that only servers with real videos need

    try:
        with av.open(BytesIO(content), "r") as found:
            seen, heard = found.streams.video[0], next(iter(found.streams.audio), None)
            sound = heard.codec_context.name if heard else ""
            return Footage(seen.width, seen.height, (found.duration or 0) / 1e6, seen.codec_context.name, sound)
    except (av.FFmpegError, IndexError):
        return Footage()


def picture(mime: str, width: int, height: int, size: int = 0) -> bytes:
    """The header of a picture, filled up to `size` bytes; a JPEG, PNG, GIF or WebP by its MIME type."""
    head = {"image/jpeg": _jpeg, "image/png": _png, "image/gif": _gif, "image/webp": _webp}.get(mime, _png)
    made = head(width, height)
    return made + b"\0" * max(0, size - len(made))


def clip(footage: Footage, size: int = 0) -> bytes:
    """A video that says what it is, filled up to `size` bytes."""
    made = LINE + json.dumps(asdict(footage)).encode() + b"\n"
    return made + b"\0" * max(0, size - len(made))


def _jpeg(width: int, height: int) -> bytes:
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00"


def _png(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = b"IDAT" + zlib.compress(b"")
    parts = [struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in (head, data)]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _gif(width: int, height: int) -> bytes:
    return (
        b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0,\0\0\0\0" + struct.pack("<HH", width, height) + b"\0\2"
    )


def _webp(width: int, height: int) -> bytes:
    file = BytesIO()
    Image.new("L", (min(width, 64), min(height, 64))).save(file, "WEBP")
    return file.getvalue()

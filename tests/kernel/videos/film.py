"""Small films for tests, and what a phone does to them."""

from __future__ import annotations

import io
import struct

import av
from PIL import Image

UPRIGHT = struct.pack(">9i", 0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000)
"""The matrix of a film that is shown turned to the right by a quarter, as phones held upright write it."""


def film(*, size: tuple[int, int] = (96, 64), seconds: float = 1, sound: bool = True, form: str = "mp4") -> bytes:
    """A dark film with a bright top left corner; MP4 with a tone of nothing, or WebM without any."""
    out = io.BytesIO()
    picture = Image.new("RGB", size, "#101010")
    picture.paste("#ffffff", (0, 0, size[0] // 4, size[1] // 4))
    with av.open(out, "w", format=form) as box:
        shown = box.add_stream("libx264" if form == "mp4" else "libvpx-vp9", rate=10)
        shown.width, shown.height, shown.pix_fmt = *size, "yuv420p"
        heard = box.add_stream("aac", rate=48_000, layout="stereo") if sound and form == "mp4" else None
        for number in range(round(10 * seconds)):
            frame = av.VideoFrame.from_image(picture)
            frame.pts = number
            box.mux(shown.encode(frame))
        box.mux(shown.encode(None))
        if heard is not None:
            for number in range(round(48 * seconds)):
                silence = av.AudioFrame(format="fltp", layout="stereo", samples=1000)
                for plane in silence.planes:
                    plane.update(bytes(plane.buffer_size))
                silence.sample_rate, silence.pts = 48_000, 1000 * number
                box.mux(heard.encode(silence))
            box.mux(heard.encode(None))
    return out.getvalue()


def turned(content: bytes) -> bytes:
    """The same MP4 as a phone writes it that was held upright."""
    place = content.index(b"tkhd") + 4 + 40
    return content[:place] + UPRIGHT + content[place + 36 :]

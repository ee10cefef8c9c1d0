"""A plain poster for a story: its title on a colour, as an office would make it in a minute."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from textwrap import wrap

from PIL import Image, ImageDraw, ImageFont

SIDE, EDGE = 1080, 90
COLOURS = ("#1d3f72", "#1f6b4a", "#8a2b2b", "#5b3f8c")


def poster(title: str) -> bytes:
    """A JPEG of 1080 by 1080 pixels."""
    colour = COLOURS[sha256(title.encode()).digest()[0] % len(COLOURS)]
    image = Image.new("RGB", (SIDE, SIDE), colour)
    draw = ImageDraw.Draw(image)
    draw.rectangle((EDGE, EDGE, EDGE + 160, EDGE + 14), fill="#f4c542")
    text = "\n".join(wrap(title, 16))
    draw.multiline_text((EDGE, EDGE + 80), text, font=ImageFont.load_default(104), fill="white", spacing=26)
    draw.text((EDGE, SIDE - EDGE - 40), "Pemerintah Kabupaten Arunika", font=ImageFont.load_default(38), fill="white")
    out = BytesIO()
    image.save(out, "JPEG", quality=85)
    return out.getvalue()

"""The child: read one picture from stdin, write it anew to stdout. Run as `python -I -m`, with little memory and time.

Arguments: the longest side in pixels, the form (PNG, or JPEG for photographs), the bytes that a JPEG may have (0 for
any), and the shape to keep as width, height and the place of the focus (zeros for the whole). Its last words on stderr
are width and height of what it drew.

It is the only place that hands foreign bytes to a picture decoder; whatever a decoder may be talked into happens in a
process that holds no secret, opens no file, starts no process and ends within seconds.
"""

from __future__ import annotations

import sys
import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from suluh.kernel.confining import confine

if TYPE_CHECKING:
    from PIL import Image

NOT_A_PICTURE = 3
TOO_MANY_PIXELS = 4
MEMORY = 768 * 1024 * 1024
SECONDS = 10
MOST_PIXELS = 40_000_000
JPEG_QUALITIES = (88, 80, 72, 64)
"""From small print on a photographed card that stays readable to what still passes as a photo."""


def main() -> int:
    """Redraw stdin to stdout; the exit code says what was wrong."""
    # Loaded before the limits, which would refuse to open the decoder's own files.
    from PIL import Image, ImageOps, UnidentifiedImageError

    Image.init()
    side, form, within = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    wide, high, across, down = (float(word) for word in sys.argv[4:8])
    content = sys.stdin.buffer.read()
    confine(memory=MEMORY, seconds=SECONDS)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG", "WEBP")) as sent:
            sent.draft("RGB", (side * 2, side * 2))
            drawn = ImageOps.exif_transpose(sent).convert("RGBA")
    except (Image.DecompressionBombWarning, Image.DecompressionBombError, MemoryError):
        return TOO_MANY_PIXELS
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return NOT_A_PICTURE
    shape = wide / high if wide and high else 0.0
    if shape:
        drawn = drawn.crop(_box(drawn.size, shape, across, down))
    drawn = _shrunk(drawn, side, shape)
    drawn.info.clear()
    drawn, out = _jpeg(drawn, within, shape) if form == "JPEG" else (drawn, _png(drawn))
    sys.stdout.buffer.write(out)
    sys.stderr.write(f"{drawn.width} {drawn.height}")
    return 0


def _shrunk(drawn: Image.Image, side: int, shape: float) -> Image.Image:
    """At most `side` pixels long; what rounding adds to the shape is cut off again."""
    drawn.thumbnail((side, side))
    return drawn.crop(_box(drawn.size, shape, 0.5, 0.5)) if shape else drawn


def _box(size: tuple[int, int], shape: float, across: float, down: float) -> tuple[int, int, int, int]:
    """The largest box of a shape, its middle as near the focus as the edges allow.

    Parts of a pixel fall away on the side that is cut, so that the shape is reached from within and never passed.
    """
    width, height = size
    wide, high = (int(height * shape), height) if width / height > shape else (width, int(width / shape))
    wide, high = max(1, min(wide, width)), max(1, min(high, height))
    left = min(max(round(width * across - wide / 2), 0), width - wide)
    top = min(max(round(height * down - high / 2), 0), height - high)
    return left, top, left + wide, top + high


def _jpeg(drawn: Image.Image, within: int, shape: float) -> tuple[Image.Image, bytes]:
    """What was drawn, as a JPEG of at most `within` bytes; on white where it was transparent, smaller where it must."""
    from PIL import Image

    while True:
        paper = Image.new("RGB", drawn.size, "white")
        paper.paste(drawn, mask=drawn.getchannel("A"))
        for quality in JPEG_QUALITIES:
            out = BytesIO()
            paper.save(out, "JPEG", quality=quality, progressive=True)
            if not within or out.tell() <= within or max(drawn.size) < 200:
                return drawn, out.getvalue()
        drawn = _shrunk(drawn, max(drawn.size) * 3 // 4, shape)


def _png(drawn: Image.Image) -> bytes:
    out = BytesIO()
    drawn.save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    raise SystemExit(main())

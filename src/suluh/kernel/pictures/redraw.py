"""The child: read one picture from stdin, write it anew to stdout. Run as `python -I -m`, with little memory and time.

Arguments: the longest side in pixels, the form (PNG, or JPEG for photographs), the bytes that a JPEG may have (0 for
any), and the shape to keep as width, height and the place of the focus (zeros for the whole). Its last words on stderr
are width and height of what it drew.

It is the only place that hands foreign bytes to a picture decoder; whatever a decoder may be talked into happens in a
process that holds no secret, opens no file, starts no process and ends within seconds.
"""

from __future__ import annotations

import resource
import sys
import warnings
from io import BytesIO
from typing import TYPE_CHECKING

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
    _limit()
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
    if wide and high:
        drawn = drawn.crop(_box(drawn.size, wide / high, across, down))
    drawn.thumbnail((side, side))
    drawn.info.clear()
    out = _jpeg(drawn, within) if form == "JPEG" else _png(drawn)
    sys.stdout.buffer.write(out)
    sys.stderr.write(f"{drawn.width} {drawn.height}")
    return 0


def _box(size: tuple[int, int], shape: float, across: float, down: float) -> tuple[int, int, int, int]:
    """The largest box of a shape, its middle as near the focus as the edges allow."""
    width, height = size
    wide, high = (round(height * shape), height) if width / height > shape else (width, round(width / shape))
    wide, high = max(1, min(wide, width)), max(1, min(high, height))
    left = min(max(round(width * across - wide / 2), 0), width - wide)
    top = min(max(round(height * down - high / 2), 0), height - high)
    return left, top, left + wide, top + high


def _jpeg(drawn: Image.Image, within: int) -> bytes:
    """A JPEG of at most `within` bytes; on white where the picture was transparent. `drawn` shrinks where it must."""
    from PIL import Image

    while True:
        paper = Image.new("RGB", drawn.size, "white")
        paper.paste(drawn, mask=drawn.getchannel("A"))
        for quality in JPEG_QUALITIES:
            out = BytesIO()
            paper.save(out, "JPEG", quality=quality, progressive=True)
            if not within or out.tell() <= within or max(drawn.size) < 200:
                return out.getvalue()
        drawn.thumbnail((drawn.width * 3 // 4, drawn.height * 3 // 4))


def _png(drawn: Image.Image) -> bytes:
    out = BytesIO()
    drawn.save(out, "PNG", optimize=True)
    return out.getvalue()


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    raise SystemExit(main())

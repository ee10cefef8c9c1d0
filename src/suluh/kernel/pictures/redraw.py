"""The child: read one picture from stdin, write it anew to stdout. Run as `python -I -m`, with little memory and time.

Arguments: the longest side in pixels, and the form (PNG, or JPEG for photographs).

It is the only place that hands foreign bytes to a picture decoder; whatever a decoder may be talked into happens in a
process that holds no secret, opens no file, starts no process and ends within seconds.
"""

from __future__ import annotations

import resource
import sys
import warnings
from io import BytesIO

NOT_A_PICTURE = 3
TOO_MANY_PIXELS = 4
MEMORY = 768 * 1024 * 1024
SECONDS = 10
MOST_PIXELS = 40_000_000
JPEG_QUALITY = 88
"""Small print on a photographed card stays readable."""


def main() -> int:
    """Redraw stdin to stdout; the exit code says what was wrong."""
    # Loaded before the limits, which would refuse to open the decoder's own files.
    from PIL import Image, ImageOps, UnidentifiedImageError

    Image.init()
    side, form = int(sys.argv[1]), sys.argv[2]
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
    drawn.thumbnail((side, side))
    drawn.info.clear()
    if form == "JPEG":
        paper = Image.new("RGB", drawn.size, "white")
        paper.paste(drawn, mask=drawn.getchannel("A"))
        paper.save(sys.stdout.buffer, "JPEG", quality=JPEG_QUALITY)
    else:
        drawn.save(sys.stdout.buffer, "PNG", optimize=True)
    return 0


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    raise SystemExit(main())

"""The child: read one video, write its first picture or encode it anew. Run as `python -I -m`, with limits of its own.

Arguments: measure or prepare, the file, where to write, the container (mov or matroska), seconds that are too many,
longest side in pixels, bytes that the video may have (0 for any), and the shape to keep as width, height and the place
of the focus (zeros for the whole). Prints width, height and seconds as JSON.

The container is named from outside, so that a playlist that calls itself a film is not recognised as one. The file is
handed over opened, and no protocol is allowed: whatever it refers to (a list of pieces, a subtitle file, an address)
cannot be fetched. Only the first film and the first sound are read.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from suluh.kernel.confining import confine

if TYPE_CHECKING:
    from av.container import InputContainer

NOT_A_VIDEO = 3
TOO_MANY_PIXELS = 4
TOO_LONG = 5
UNKNOWN_CODEC = 6
TOO_HEAVY = 7
MOST_PIXELS = 4096 * 2304
MOST_STREAMS = 12
POSTER_SIDE = 800
FILMS = frozenset({"h264", "hevc", "vp8", "vp9", "av1", "mpeg4", "h263"})
SOUNDS = frozenset({"aac", "mp3", "opus", "vorbis", "amrnb", "amrwb", "amr_nb", "amr_wb", "pcm_s16le", "pcm_s16be"})
LIMITS = {
    "measure": (1024**3, 10, 4 * 1024**2),
    "prepare": (2 * 1024**3, 900, 400 * 1024**2),
}
"""Bytes of memory, seconds of processor, bytes of a file, for each deed."""


class Fault(Exception):
    """Ends the child with this code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def main() -> int:
    """Do the deed; the exit code says what was wrong."""
    # Loaded before the limits, which would refuse to open the libraries.
    import av

    from suluh.kernel.videos import encoding

    deed, path, to, form, longest = sys.argv[1:6]
    wish = encoding.wished(sys.argv[6:12])
    memory, processor, written = LIMITS[deed]
    confine(memory=memory, seconds=processor, written=written, threads=True)
    av.logging.set_level(None)
    try:
        with (
            open(path, "rb") as file,
            av.open(file, "r", format=form, options={"protocol_whitelist": "none", "enable_drefs": "0"}) as sent,
        ):
            film = _film(sent, float(longest))
            if deed == "measure":
                width, height, seconds = encoding.first_picture(sent, film, to, POSTER_SIDE)
            else:
                width, height, seconds = encoding.encode(sent, film, _sound(sent), to, wish, float(longest))
    except Fault as fault:
        return fault.code
    except encoding.TooLong:
        return TOO_LONG
    except encoding.TooHeavy:
        return TOO_HEAVY
    except (av.FFmpegError, OSError, ValueError, EOFError, MemoryError, IndexError):
        return NOT_A_VIDEO
    print(json.dumps({"width": width, "height": height, "seconds": round(seconds, 3)}))  # noqa: T201 - the answer
    return 0


def _film(sent: InputContainer, longest: float) -> Any:
    """The film's stream, looked at before anything of it is decoded."""
    if len(sent.streams) > MOST_STREAMS or not sent.streams.video:
        raise Fault(NOT_A_VIDEO)
    film = sent.streams.video[0]
    if film.codec_context is None or film.codec_context.name not in FILMS | {"libdav1d", "libvpx-vp9", "libvpx"}:
        raise Fault(UNKNOWN_CODEC)
    if not 0 < film.width * film.height <= MOST_PIXELS:
        raise Fault(TOO_MANY_PIXELS)
    if (sent.duration or 0) / 1_000_000 > longest:
        raise Fault(TOO_LONG)
    film.codec_context.options = {"max_pixels": str(MOST_PIXELS)}
    film.thread_count = 1
    return film


def _sound(sent: InputContainer) -> Any:
    """The sound's stream; None where there is none, or none that is known."""
    for sound in sent.streams.audio:
        if sound.codec_context is not None and sound.codec_context.name in SOUNDS:
            return sound
    return None


if __name__ == "__main__":
    raise SystemExit(main())

"""Frames of a video, turned upright, and what is made of them. Runs only in the child, under its limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import av
from av.filter import Graph

if TYPE_CHECKING:
    from av.container import InputContainer, OutputContainer

RATE = 30
SOUND_RATE = 48_000
SOUND_FRAME = 1024
"""Samples that AAC takes at a time."""
MOST_HELD = 2_000
"""Frames of sound that may come before the first picture."""
QUALITY = {"preset": "veryfast", "crf": "24", "threads": "1"}
RATE_BITS = 3_000_000
"""At most so many bits a second of film: good enough for a telephone, small enough for one."""
LEAST_RATE_BITS = 150_000
"""With fewer nobody recognises anything."""
SOUND_BITS = 128_000
MARGIN = 0.94
"""Share of the bytes that is given away: the container and the encoder's own bookkeeping take the rest."""
TURNS = {90: "cclock", 180: "clock,clock", 270: "clock"}
"""What turns a frame upright, by the degrees (counterclockwise) by which it is to be shown."""


class TooLong(Exception):
    """More seconds were found than the container admitted."""


class TooHeavy(Exception):
    """The bytes do not suffice for so many seconds."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to become of a video: its longest side, bytes that it may have (0 for any), the shape to keep.

    `wide` to `high` is the shape, zeros for the whole; `across` and `down` say where its focus lies, from 0 to 1.
    """

    side: int
    within: int = 0
    wide: float = 0
    high: float = 0
    across: float = 0.5
    down: float = 0.5

    def rate(self, seconds: float) -> int:
        """Bits a second that the film may take.

        Raises:
            TooHeavy: too few to show anything.
        """
        if not self.within:
            return RATE_BITS
        rate = int(self.within * 8 * MARGIN / max(seconds, 1)) - SOUND_BITS
        if rate < LEAST_RATE_BITS:
            raise TooHeavy
        return min(RATE_BITS, rate)

    def box(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Width, height, left and top of the part that is kept, where it is cut in even pixels within the shape."""
        if not self.wide:
            return width, height, 0, 0
        shape = self.wide / self.high
        wide, high = (int(height * shape), height) if width / height > shape else (width, int(width / shape))
        wide, high = max(2, wide // 2 * 2), max(2, high // 2 * 2)
        left = min(max(round(width * self.across - wide / 2), 0), width - wide)
        top = min(max(round(height * self.down - high / 2), 0), height - high)
        return wide, high, left, top


def wished(words: list[str]) -> Wish:
    """From the child's arguments; those that are missing are as in `Wish`."""
    side, within, *shape = (*words, "0") if len(words) == 1 else words
    return Wish(int(side), int(within), *(float(word) for word in shape))


def first_picture(sent: InputContainer, film: Any, to: str, side: int) -> tuple[int, int, float]:
    """Write the first frame as a JPEG; gives size and length of the video."""
    frame = next(sent.decode(film))
    picture = frame.to_image().rotate(frame.rotation % 360, expand=True)
    width, height = picture.size
    picture.thumbnail((side, side))
    picture.save(to, "JPEG", quality=80)
    return width, height, float((sent.duration or 0) / 1_000_000)


def encode(sent: InputContainer, film: Any, sound: Any, to: str, wish: Wish, longest: float) -> tuple[int, int, float]:
    """Write the video anew as MP4; gives its size and length."""
    rate = wish.rate((sent.duration or 0) / 1_000_000)
    with av.open(to, "w", format="mp4", options={"movflags": "+faststart"}) as out:
        maker = _Maker(out, wish, rate, sound is not None)
        for packet in sent.demux([one for one in (film, sound) if one is not None]):
            for frame in packet.decode():
                seconds = getattr(frame, "time", None)
                if seconds is not None and seconds > longest + 1:
                    raise TooLong
                maker.take(frame)
        maker.finish()
        return maker.width, maker.height, maker.seconds


class _Maker:
    """Takes decoded frames of film and sound and writes encoded ones."""

    def __init__(self, out: OutputContainer, wish: Wish, rate: int, with_sound: bool) -> None:
        self._out = out
        self._wish = wish
        self._quality = {**QUALITY, "maxrate": str(rate), "bufsize": str(2 * rate)}
        self._film: Any = None
        self._graph: Graph | None = None
        self._shown = 0
        self.width = self.height = 0
        self._held: list[Any] = []
        self._sound: Any = out.add_stream("aac", rate=SOUND_RATE) if with_sound else None
        self._resampler: Any = None
        if self._sound is not None:
            self._sound.layout = "stereo"
            self._sound.bit_rate = SOUND_BITS
            self._resampler = av.AudioResampler("fltp", "stereo", SOUND_RATE, frame_size=SOUND_FRAME)

    @property
    def seconds(self) -> float:
        """How much film was written."""
        return self._shown / RATE

    def take(self, frame: Any) -> None:
        """One decoded frame."""
        if isinstance(frame, av.VideoFrame):
            self._graph = self._graph or self._begun(frame)
            self._graph.push(frame)
            self._write_film(_pulled(self._graph))
        elif self._resampler is not None:
            self._write_sound(self._resampler.resample(frame))

    def finish(self) -> None:
        """What is still held back; a video without a single frame is none."""
        if self._graph is None:
            raise ValueError("no frame")
        self._graph.push(None)
        self._write_film(_pulled(self._graph))
        self._out.mux(self._film.encode(None))
        if self._sound is not None:
            self._write_sound(self._resampler.resample(None))
            self._out.mux(self._sound.encode(None))

    def _upright(self, first: Any) -> Graph:
        """Filters that turn, shrink and time frames like the first."""
        turn = TURNS.get(first.rotation % 360, "")
        high, wide = (first.width, first.height) if first.rotation % 180 else (first.height, first.width)
        box = self._wish.box(wide, high)
        shrink = min(1.0, self._wish.side / max(box[:2]))
        self.width, self.height = (max(2, round(part * shrink / 2) * 2) for part in box[:2])
        graph = Graph()
        last: Any = graph.add_buffer(
            width=first.width, height=first.height, format=first.format, time_base=first.time_base
        )
        steps = [("transpose", f"dir={word}") for word in turn.split(",") if word]
        steps += [("crop", ":".join(map(str, box)))] if self._wish.wide else []
        steps += [("fps", str(RATE)), ("scale", f"{self.width}:{self.height}"), ("setsar", "1"), ("format", "yuv420p")]
        for name, words in steps:
            step = graph.add(name, words)
            last.link_to(step)
            last = step
        last.link_to(graph.add("buffersink"))
        graph.configure()
        return graph

    def _begun(self, first: Any) -> Graph:
        """The film's stream and its filters; every stream is there before anything is written."""
        graph = self._upright(first)
        self._film = self._out.add_stream("libx264", rate=RATE, options=self._quality)
        self._film.width, self._film.height, self._film.pix_fmt = self.width, self.height, "yuv420p"
        self._film.thread_count = 1
        return graph

    def _write_film(self, frames: Iterator[Any]) -> None:
        for frame in frames:
            frame.pts, frame.time_base = self._shown, Fraction(1, RATE)
            self._shown += 1
            self._out.mux(self._film.encode(frame))

    def _write_sound(self, frames: list[Any]) -> None:
        self._held += frames
        if self._film is None and len(self._held) < MOST_HELD:
            return
        for frame in self._held:
            self._out.mux(self._sound.encode(frame))
        self._held.clear()


def _pulled(graph: Graph) -> Iterator[Any]:
    """Every frame that the filters have ready."""
    while True:
        try:
            yield graph.pull()
        except (av.BlockingIOError, av.EOFError):
            return

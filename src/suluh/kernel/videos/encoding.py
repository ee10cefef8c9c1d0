"""Frames of a video, turned upright, and what is made of them. Runs only in the child, under its limits."""

from __future__ import annotations

from collections.abc import Iterator
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
QUALITY = {"preset": "veryfast", "crf": "24", "maxrate": "3M", "bufsize": "6M", "threads": "1"}
"""Good enough for a telephone, small enough for one: at most 3 Mbit/s."""
TURNS = {90: "cclock", 180: "clock,clock", 270: "clock"}
"""What turns a frame upright, by the degrees (counterclockwise) by which it is to be shown."""


class TooLong(Exception):
    """More seconds were found than the container admitted."""


def first_picture(sent: InputContainer, film: Any, to: str, side: int) -> tuple[int, int, float]:
    """Write the first frame as a JPEG; gives size and length of the video."""
    frame = next(sent.decode(film))
    picture = frame.to_image().rotate(frame.rotation % 360, expand=True)
    width, height = picture.size
    picture.thumbnail((side, side))
    picture.save(to, "JPEG", quality=80)
    return width, height, float((sent.duration or 0) / 1_000_000)


def encode(sent: InputContainer, film: Any, sound: Any, to: str, side: int, longest: float) -> tuple[int, int, float]:
    """Write the video anew as MP4; gives its size and length."""
    with av.open(to, "w", format="mp4", options={"movflags": "+faststart"}) as out:
        maker = _Maker(out, side, sound is not None)
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

    def __init__(self, out: OutputContainer, side: int, with_sound: bool) -> None:
        self._out = out
        self._side = side
        self._film: Any = None
        self._graph: Graph | None = None
        self._shown = 0
        self.width = self.height = 0
        self._held: list[Any] = []
        self._sound: Any = out.add_stream("aac", rate=SOUND_RATE) if with_sound else None
        self._resampler: Any = None
        if self._sound is not None:
            self._sound.layout = "stereo"
            self._sound.bit_rate = 128_000
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
        shrink = min(1.0, self._side / max(wide, high))
        self.width, self.height = (max(2, round(part * shrink / 2) * 2) for part in (wide, high))
        graph = Graph()
        last: Any = graph.add_buffer(
            width=first.width, height=first.height, format=first.format, time_base=first.time_base
        )
        steps = [("transpose", f"dir={word}") for word in turn.split(",") if word]
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
        self._film = self._out.add_stream("libx264", rate=RATE, options=QUALITY)
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

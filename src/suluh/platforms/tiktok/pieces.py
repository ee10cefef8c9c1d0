"""How a video is cut for TikTok: pieces of 5 to 64 MB, the last one takes what is left and may be twice as large."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

PIECE = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Pieces:
    """So many pieces of so many bytes; the last is longer by the remainder, never a short one of its own."""

    size: int
    each: int
    count: int

    def after(self, arrived: int) -> Iterator[tuple[int, int]]:
        """First byte and length of every piece that is not there yet."""
        for number in range(min(arrived // self.each, self.count), self.count):
            first = number * self.each
            yield first, (self.size if number == self.count - 1 else first + self.each) - first


def pieces(size: int) -> Pieces:
    """The cut of a video of so many bytes. One of less than two pieces goes as a whole."""
    return Pieces(size, PIECE, size // PIECE) if size >= 2 * PIECE else Pieces(size, size, 1)

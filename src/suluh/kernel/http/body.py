"""Reading a body under caps: on what crosses the wire, and on what it unpacks to."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator
from typing import NamedTuple

_RAW_DEFLATE = -zlib.MAX_WBITS
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32


class Body(NamedTuple):
    """What was read. `truncated`: the cap was reached or the body broke off."""

    content: bytes
    truncated: bool
    wire_bytes: int


class Unpacker:
    """Unpacks gzip or deflate step by step and never holds more than `cap` bytes of result."""

    def __init__(self, encoding: str, cap: int) -> None:
        self._packed = encoding.strip().lower() in ("gzip", "x-gzip", "deflate")
        self._raw_allowed = encoding.strip().lower() == "deflate"
        self._zip = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._parts: list[bytes] = []
        self._room = cap

    @property
    def full(self) -> bool:
        """True when the cap has been reached."""
        return self._room <= 0

    def feed(self, piece: bytes) -> None:
        """Take one piece from the wire. Raises zlib.error on a broken stream."""
        plain = self._unpacked(piece) if self._packed else piece
        self._parts.append(plain[: self._room])
        self._room -= len(plain)

    def _unpacked(self, piece: bytes) -> bytes:
        try:
            return self._zip.decompress(piece, self._room + 1)
        except zlib.error:
            if self._parts and any(self._parts):
                raise
            if self._raw_allowed:
                self._raw_allowed = False
                self._zip = zlib.decompressobj(_RAW_DEFLATE)
                return self._zip.decompress(piece, self._room + 1)
            self._packed = False  # declared packed, sent plain: seen on misconfigured servers
            return piece

    def result(self) -> bytes:
        """Everything unpacked so far."""
        return b"".join(self._parts)


async def read_capped(pieces: AsyncIterator[bytes], encoding: str, cap: int) -> Body:
    """Read until the end or until `cap` bytes crossed the wire or came out of the unpacker."""
    unpacker = Unpacker(encoding, cap)
    wire = 0
    try:
        async for piece in pieces:
            wire += len(piece)
            unpacker.feed(piece)
            if unpacker.full or wire > cap:
                return Body(unpacker.result(), True, wire)
    except zlib.error:
        return Body(unpacker.result(), True, wire)
    return Body(unpacker.result(), False, wire)

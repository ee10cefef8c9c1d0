"""A text as its five-word runs, hashed: small enough to store, exact enough to compare."""

from __future__ import annotations

import re
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

RUN = 5
"""Words in a run (shingle): long enough that two authors seldom agree on it by chance."""

SHORTEST = 65
"""Texts with fewer words are announcements; what they share says nothing."""

_LONGEST = 1500
_WORD = re.compile(r"[^\W_]+")


def fingerprint(text: str) -> bytes:
    """Hashed runs of a text in reading order, each once, 4 bytes each; empty for a text too short to compare.

    Letters' case, punctuation and line breaks do not matter. Store it: a text need not be kept to be compared.
    """
    words = _WORD.findall(text.lower())[:_LONGEST]
    if len(words) < SHORTEST:
        return b""
    runs = dict.fromkeys(crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1))
    return np.fromiter(runs, dtype="<u4", count=len(runs)).tobytes()


def runs_of(stored: bytes) -> NDArray[np.uint32]:
    """The runs of a stored fingerprint, in reading order."""
    return np.frombuffer(stored, dtype="<u4")

"""Whose word a statement or a figure is."""

from __future__ import annotations

import re

from suluh.kernel.prose import quotes
from suluh.kernel.prose.names import SPOKEN, TELLS
from suluh.kernel.prose.spans import paragraphs
from suluh.kernel.prose.values import Bounds, Draft

_FIGURE = re.compile(
    r"\b\d[\d.,]*\s?(?:persen\b|%|juta\b|miliar\b|triliun\b)|\bRp\.?\s?\d|"
    r"\b(?:naik|turun|meningkat|menurun|mencapai|sebanyak|tercatat)\s(?:\w+\s)?\d[\d.,]*(?:\s?(?:persen\b|%))?",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\b(?:menurut|sumber|berdasarkan|merujuk|mengutip|dikutip|data (?:dari|milik|resmi)|catatan|"
    r"hasil (?:survei|sensus|pendataan|pemeriksaan|audit|pengukuran)|laporan|dirilis|rilis|"
    r"keputusan|peraturan|perbup|perda|SK)\b",
    re.IGNORECASE,
)


def unsourced(draft: Draft) -> str:
    """The first quote without a speaker, else the first figure of a text that names no source; "" where all is told."""
    found = paragraphs(draft.text)
    silent = next((one for one in quotes.check(draft, found, Bounds()) if one.code == "quote-no-speaker"), None)
    if silent:
        return draft.text[silent.start : silent.end]
    figure = _FIGURE.search(draft.text)
    told = _SOURCE.search(draft.text) or SPOKEN.search(draft.text) or TELLS.search(draft.text)
    return figure[0] if figure and not told else ""

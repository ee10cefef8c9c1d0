"""Text as our fonts can show it: a paper for readers (PDF/UA) holds no sign without a picture, citizens type any.

What the fonts lack is written in Latin letters ("王" as "Wang", a smiling face as ":grinning:"). Signs that show
nothing, or turn what follows them, are left out. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from anyascii import anyascii

SHOWN = (
    "\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff"  # Latin
    "\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ff\u0400-\u0482\u048a-\u04ff"  # Greek, Cyrillic
    "\u0621-\u063a\u0640-\u064a\u0660-\u066d"  # Arabic
    "\u1e00-\u1eff\u2010-\u2027\u202f-\u2040\u2044"  # Latin with marks, punctuation
    "\u2070\u2071\u2074-\u208e\u20a0-\u20c0\u2100-\u211e\u2122"  # raised and lowered figures, currencies
    "\u2190-\u22ff\u25a0-\u25ff\u2605\u2606\u2610-\u2612\u2713\u2714\u2717\u2718"  # arrows, mathematics, shapes, ticks
)
"""Ranges of signs for which the fonts that Typst is given have a picture; a test sets them all."""
UNSHOWN = re.compile(f"[^{SHOWN}\n\t]")
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn")
"""Categories of signs that show nothing: controls, marks of direction, halves of pairs, private and unassigned ones."""


def legible(value: Any) -> Any:
    """A value of JSON with every text in it legible; numbers and lists of numbers stay as they are."""
    if isinstance(value, str):
        return legible_text(value)
    if isinstance(value, dict):
        return {key: legible(held) for key, held in value.items()}
    if isinstance(value, list | tuple) and not (value and isinstance(value[0], int)):
        return [legible(held) for held in value]
    return value


def legible_text(text: str) -> str:
    """One text; letters and their marks are joined first, so that "e" with an accent stays one sign."""
    return UNSHOWN.sub(_in_latin, unicodedata.normalize("NFC", text))


def _in_latin(found: re.Match[str]) -> str:
    sign = found[0]
    return "" if unicodedata.category(sign) in UNSEEN else anyascii(sign)

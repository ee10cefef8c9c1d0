"""From a visible string to the words, numbers and marks it is made of."""

from __future__ import annotations

import re
from html import unescape

_TOKENS = re.compile(r"\d+(?:[./:-]\d+)*|[a-z\u00df-\u04ff]+|[^\w\s]")
_TAGS = re.compile(r"<[^<>]*>")
_SPACED_NUMERIC = re.compile(r"\b(\d{1,4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{2,4})\b")
_SPACED = re.compile(r"\d\s+[./-]|[./-]\s+\d")
_MARKS = str.maketrans(
    dict.fromkeys("'’‘`´ʼ′\u200b\u200c\u200d\u200e\u200f\ufeff\u00ad")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"⁄": "/", "：": ":", "，": ",", "．": "."}
    | {chr(ord("０") + digit): str(digit) for digit in range(10)}
)


def tokens_of(text: str) -> list[str]:
    """Lower-case words, numbers and marks in order. A number keeps the date or time it is glued to: `03/05/2024`.

    Left-over entities and tags are resolved; apostrophes vanish, so that Jum'at is one word.
    """
    if "&" in text:
        text = unescape(unescape(text))
    if "<" in text:
        text = _TAGS.sub(" ", text)
    text = text.lower()
    if "'" in text or "`" in text or not text.isascii():
        text = text.translate(_MARKS)
    found: list[str] = _TOKENS.findall(text)
    if (
        len(found) > 4
        and (found.count("/") > 1 or found.count("-") > 1 or found.count(".") > 1)
        and _SPACED.search(text)
    ):
        found = _TOKENS.findall(_SPACED_NUMERIC.sub(r"\1\2\3\2\4", text))
    return found

"""Cutting a text where a reader would: never inside a sign, an address, a hashtag or a name, never mid-word.

Where the kept part ends with a whole sentence, it ends there; else an ellipsis tells that there is more. Marks that
turn the direction of writing are closed again, so that what a platform shows after the text stays the right way round.
"""

from __future__ import annotations

from collections.abc import Callable

import regex

ELLIPSIS = "…"
SENTENCE_SHARE = 0.6
"""A cut at a sentence is taken when it keeps at least this share of what would fit."""

_WORD = regex.compile(r"\S+")
_SENTENCE = regex.compile(r"[.!?…][\"'”’)\]]*$")
_TIED = regex.compile(r"https?://|www\.|^[(\[\"'“‘]*[#@]", regex.IGNORECASE)
_OPENS = {"\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069", "\u202a": "\u202c", "\u202b": "\u202c"}
_OPENS |= {"\u202d": "\u202c", "\u202e": "\u202c"}
_DIRECTION = regex.compile(f"[{''.join({*_OPENS, *_OPENS.values()})}]")


def shortened(text: str, fits: Callable[[str], bool]) -> str:
    """The longest beginning of the text that `fits`; "" when not even one sign does."""
    text = text.strip()
    if fits(text):
        return text
    words = list(_WORD.finditer(text))
    ends = [found.end() for found in words]
    kept = _longest(ends, lambda end: fits(_ended(text[:end])))
    if kept:
        return _at_sentence(text, ends[:kept], fits) or _ended(text[: ends[kept - 1]])
    return _inside(text[: ends[0]], fits) if ends else ""


def _longest(places: list[int], fits: Callable[[int], bool]) -> int:
    """How many places fit, by halving; what does not grow steadily is mended by going back."""
    low, high = 0, len(places)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(places[middle - 1]) else (low, middle - 1)
    return low


def _at_sentence(text: str, ends: list[int], fits: Callable[[str], bool]) -> str:
    for end in reversed(ends):
        if end < SENTENCE_SHARE * ends[-1]:
            return ""
        if _SENTENCE.search(text[max(0, end - 8) : end]) and fits(part := _closed(text[:end])):
            return part
    return ""


def _inside(word: str, fits: Callable[[str], bool]) -> str:
    """A beginning of a single long word; nothing of an address, a hashtag or a name, which would lead elsewhere."""
    if _TIED.search(word):
        return ""
    ends = [found.end() for found in regex.finditer(r"\X", word)]
    kept = _longest(ends, lambda end: fits(_ended(word[:end])))
    return _ended(word[: ends[kept - 1]]) if kept else ""


def _ended(part: str) -> str:
    """With an ellipsis, kept apart from an address, hashtag or name, which would swallow it."""
    last = part.rsplit(maxsplit=1)[-1] if part.strip() else ""
    return _closed(f"{part} {ELLIPSIS}" if _TIED.search(last) else part.rstrip(" ,;:-–—") + ELLIPSIS)


def _closed(part: str) -> str:
    """With every mark of direction closed that the part left open."""
    waiting: list[str] = []
    for sign in _DIRECTION.findall(part):
        if sign in _OPENS:
            waiting.append(_OPENS[sign])
        elif sign in waiting:
            while waiting and waiting.pop() != sign:
                pass
    return part + "".join(reversed(waiting))

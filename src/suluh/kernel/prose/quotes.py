"""Who speaks, and in what position."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.kernel.prose.names import ACTORS, NAME, OFFICE, POSITION, SPOKEN, TELLS, is_person
from suluh.kernel.prose.spans import Span
from suluh.kernel.prose.values import Advice, Bounds, Draft

_QUOTE = re.compile(r"[“\"]([^“”\"]{12,})[”\"]")
_THEN_NAME = re.compile(rf"(?: oleh)?,? ({NAME})")
_NAME_TELLS = re.compile(rf"\b({NAME})(?:, [^.,“”\"]{{3,80}},)? (?:{TELLS.pattern})")
_SHORTEST = 3
_REACH = 90


def check(draft: Draft, found: list[Span], _bounds: Bounds) -> Iterator[Advice]:
    """A quote without a speaker; a speaker without a position where he is named first."""
    told: set[str] = set()
    spoken_before = False
    for paragraph in found:
        bare = _QUOTE.sub(lambda hit: " " * len(hit[0]), paragraph.text)
        speaks = bool(SPOKEN.search(bare) or TELLS.search(bare))
        if not speaks:
            yield from _unspoken(paragraph, spoken_before=spoken_before)
        else:
            yield from _without_position(paragraph, bare, draft.text, told)
        spoken_before = speaks


def _unspoken(paragraph: Span, *, spoken_before: bool) -> Iterator[Advice]:
    """Quotes of a paragraph in which nobody speaks; one that is all quote goes on from the paragraph before."""
    for hit in _QUOTE.finditer(paragraph.text):
        goes_on = spoken_before and hit.start() == 0 and hit.end() >= len(paragraph.text) - 1
        if len(hit[1].split()) > _SHORTEST and not goes_on:
            start = paragraph.start + hit.start()
            reason = "Kutipan ini tidak menyebut siapa yang berbicara."
            remedy = "Tambahkan “kata …” dengan nama dan jabatannya."
            yield Advice("quote-no-speaker", "text", start, start + len(hit[0]), reason, remedy)


def _without_position(paragraph: Span, bare: str, text: str, told: set[str]) -> Iterator[Advice]:
    verbs = [*SPOKEN.finditer(bare), *TELLS.finditer(bare)]
    behind = [hit for verb in verbs if (hit := _THEN_NAME.match(bare, verb.end()))]
    for hit in sorted([*behind, *_NAME_TELLS.finditer(bare)], key=lambda one: one.start()):
        name, at = hit[1], hit.start(1)
        if name in told or not is_person(name):
            continue
        told.add(name)
        start = paragraph.start + at
        first = text.find(name)
        if first != -1 and first < paragraph.start and _placed(text, first, first):
            continue
        if not _placed(text, start, start + len(name)):
            reason = f"Jabatan {name} belum disebut saat pertama kali dinamai."
            remedy = f"Tulis jabatan dan unitnya: “Kepala Dinas …, {name}”."
            yield Advice("speaker-no-position", "text", start, start + len(name), reason, remedy)


def _placed(text: str, start: int, end: int) -> bool:
    """True when a position, an office or a kind of citizen stands beside the name, in the same sentence."""
    before = re.split(r"[.!?”\"]\s", text[max(0, start - _REACH) : start])[-1]
    after = re.split(r"[.!?]\s|\n", text[end : end + _REACH])[0]
    near = before + " | " + after
    return bool(POSITION.search(near) or ACTORS.search(near) or OFFICE.search(after) or re.search(r"\bselaku\b", near))

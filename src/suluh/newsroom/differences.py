"""Two texts beside each other, word by word: what went and what came."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

PIECES = re.compile(r"\S+\s*|\s+")
LONGEST = 4000
"""Words beyond which whole lines are compared, because comparing each word would take too long."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text, and whether the other side has it too."""

    text: str
    same: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in both versions."""

    name: str
    before: list[Piece]
    after: list[Piece]


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> list[Difference]:
    """Fields whose text differs, in the order of `after`; a field that one side lacks is empty there."""
    names = [*after, *(name for name in before if name not in after)]
    return [
        Difference(name, *compared(before.get(name, ""), after.get(name, "")))
        for name in names
        if before.get(name, "") != after.get(name, "")
    ]


def compared(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces; joined again they are the texts as they were."""
    old, new = _pieces(before, after)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = tag == "equal"
        if a < b:
            left.append(Piece("".join(old[a:b]), same))
        if c < d:
            right.append(Piece("".join(new[c:d]), same))
    return left, right


def _pieces(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = PIECES.findall(before), PIECES.findall(after)
    if max(len(old), len(new)) > LONGEST:
        return before.splitlines(keepends=True), after.splitlines(keepends=True)
    return old, new

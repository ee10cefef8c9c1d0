"""A register as a workbook, with the two header rows of its annex."""

from __future__ import annotations

from collections.abc import Iterable

from suluh.kernel.sheets import TabOut, Value, column_letters, write_xlsx
from suluh.law.papers import Paper, PaperPart

WIDE = {"details": 48, "purpose": 30, "address": 32, "name": 26, "refusal": 36, "decision": 30, "contact": 26}
NARROW = 16


def register_xlsx(paper: Paper, parts: tuple[PaperPart, ...], lines: Iterable[list[Value]]) -> bytes:
    """The register with the columns of the annex in its order; heads over several columns are merged."""
    top, below, merges = heads_of(parts)
    rows: list[list[Value]] = [top, below, *lines]
    widths = [WIDE.get(part.code, NARROW) for part in parts]
    return write_xlsx([TabOut(paper.label[:31], rows, widths=widths, header=2, merges=merges)])


def heads_of(parts: tuple[PaperPart, ...]) -> tuple[list[Value], list[Value], list[str]]:
    """Two rows of heads and the ranges that are merged: a group over its columns, other heads over both rows."""
    top: list[Value] = []
    below: list[Value] = []
    merges: list[str] = []
    for place, part in enumerate(parts):
        letters = column_letters(place)
        if not part.group:
            top.append(part.label)
            below.append(None)
            merges.append(f"{letters}1:{letters}2")
            continue
        begins = place == 0 or parts[place - 1].group != part.group
        top.append(part.group if begins else None)
        below.append(part.label)
        if begins and (width := spans(parts, place)) > 1:
            merges.append(f"{letters}1:{column_letters(place + width - 1)}1")
    return top, below, merges


def spans(parts: tuple[PaperPart, ...], place: int) -> int:
    """Over how many columns the head of a group stands that begins at a place."""
    width = 1
    while place + width < len(parts) and parts[place + width].group == parts[place].group:
        width += 1
    return width

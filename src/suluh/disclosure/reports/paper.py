"""A register as a paper on the letterhead of its body."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import islice
from pathlib import Path

from django.utils import timezone

from suluh.disclosure.papers.days import indonesian_day
from suluh.disclosure.papers.head import head_of
from suluh.kernel.letters import paper as set_paper
from suluh.kernel.sheets import Value
from suluh.law.papers import Paper, PaperPart
from suluh.organization.models import Unit

from .sheet import WIDE, spans

TEMPLATE = Path(__file__).parent / "register.typ"
MOST = 5000
"""More lines than this are no paper; whoever needs them takes the sheet."""
CUT = "Kertas ini memuat {most} baris pertama; register ini lebih panjang dan utuh pada lembar Excel."


def register_pdf(
    paper: Paper, parts: tuple[PaperPart, ...], lines: Iterable[list[Value]], *, body: Unit, year: int, public: bool
) -> bytes:
    """The register as PDF/UA, A3 landscape so that all its columns stay readable; one that is cut says so on top."""
    rows = [[_text(cell) for cell in line] for line in islice(lines, MOST + 1)]
    return set_paper(
        TEMPLATE,
        {
            "title": f"{paper.label} tahun {year}",
            "basis": f"{paper.annex}, {paper.article}",
            "version": "Versi publik, tanpa identitas" if public else "Versi internal, memuat data pribadi",
            "day": indonesian_day(timezone.localdate()),
            "heads": [_head(parts, place) for place in range(len(parts))],
            "widths": [3 if part.code in WIDE else 1 for part in parts],
            "rows": rows[:MOST],
            "cut": CUT.format(most=f"{MOST:,}".replace(",", ".")) if len(rows) > MOST else "",
        },
        letterhead=head_of(body),
    )


def _head(parts: tuple[PaperPart, ...], place: int) -> dict[str, object]:
    part = parts[place]
    begins = bool(part.group) and (place == 0 or parts[place - 1].group != part.group)
    return {"label": part.label, "group": part.group, "spans": spans(parts, place) if begins else 0}


def _text(cell: Value) -> str:
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    return "" if cell is None else str(cell)

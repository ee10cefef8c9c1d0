"""The list as a paper in the columns of annex I, on the government's letterhead."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from django.utils import timezone
from django.utils.formats import date_format

from suluh.disclosure.models import Item
from suluh.kernel.letters import paper
from suluh.organization.models import Government
from suluh.organization.selectors.government import letterhead_of

from .annex import HEADS, annex_rows

TEMPLATE = Path(__file__).parent / "dip.typ"
COLUMNS = 8
"""The seven statutory columns after the number; the form takes two."""


def list_paper(items: Iterable[Item]) -> bytes:
    """The list as PDF/UA, landscape."""
    rows = [["" if cell is None else str(cell) for cell in row[:COLUMNS]] for row in annex_rows(items, root="")]
    data = {
        "title": "Daftar Informasi Publik",
        "day": date_format(timezone.localdate(), "j F Y"),
        "heads": [str(head) for head in HEADS[:COLUMNS]],
        "rows": rows,
    }
    return paper(TEMPLATE, data, letterhead=letterhead_of(Government.objects.first()))

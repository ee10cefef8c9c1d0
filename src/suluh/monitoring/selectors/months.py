"""One month's recap as a page: the live rows, or the frozen ones once it is published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from suluh.law.kinds import UnitKind
from suluh.monitoring.models import Recap
from suluh.monitoring.services.recaps import RecapRow, recap_rows
from suluh.organization.models import Person

from .scope import today, visible_units

RUBRIC = "p5-banjarbaru/1"
"""Rubric and version that a published recap names."""

COLUMNS = {
    "visi": "Visi/Misi",
    "struktur": "Struktur organisasi",
    "alamat": "Alamat kantor",
    "surel": "Email",
    "telepon": "Telp",
}
"""Presence columns with the heading that the offices' sheet gives them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One presence of the recap: there, not there, or not recorded; with its proof."""

    label: str
    value: bool | None
    proof: int | None


PAGE = 100
"""Units on one page of the recap; the sheet holds all of them."""


@dataclass(frozen=True, slots=True)
class RecapLine:
    """One unit with its number in the recap and its presences."""

    number: int
    row: RecapRow
    cells: list[Cell]
    note_proof: int | None


@dataclass(frozen=True, slots=True)
class MonthPage:
    """The page of a month."""

    month: date
    before: date
    after: date | None
    rows: Sequence[RecapRow]
    lines: list[RecapLine]
    """The rows of the page that was asked for."""
    page: int
    published: Recap | None
    updated: int
    recorded: int
    down: int

    @property
    def pages(self) -> list[int]:
        """Numbers of the pages; only one when everything fits."""
        return list(range(1, _pages(self.rows) + 1))

    @property
    def last(self) -> int:
        """Number of the last unit on the page."""
        return self.lines[-1].number if self.lines else 0

    @property
    def running(self) -> bool:
        """True while the month is not over."""
        return today() <= _next(self.month) - timedelta(days=1)


def month_page(person: Person, month: date, page: int = 1) -> MonthPage:
    """The recap of a month over the units the person may see, in the order of the register.

    Args:
        person: who asks.
        month: its first day.
        page: which hundred of units to show, from 1; the last one for a number beyond it.
    """
    units = visible_units(person).exclude(kind=UnitKind.MAIN)
    published = Recap.objects.filter(month=month).select_related("published_by").order_by("-version").first()
    rows = (
        _frozen(published, set(units.values_list("pk", flat=True)))
        if published
        else recap_rows(month=month, units=units)
    )
    following = _next(month)
    page = min(page, _pages(rows))
    start = (page - 1) * PAGE
    return MonthPage(
        month=month,
        before=(month - timedelta(days=1)).replace(day=1),
        after=following if following <= today() else None,
        rows=rows,
        lines=[_line(number, row) for number, row in enumerate(rows[start : start + PAGE], start + 1)],
        page=page,
        published=published,
        updated=sum(1 for row in rows if row.updates),
        recorded=sum(1 for row in rows if row.updates is not None),
        down=sum(1 for row in rows if "tidak bisa diakses" in row.note),
    )


def _next(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)


def _frozen(recap: Recap, visible: set[int]) -> list[RecapRow]:
    rows: list[Mapping[str, object]] = recap.rows
    return [RecapRow(**row) for row in rows if row["unit_id"] in visible]  # type: ignore[arg-type]


def _pages(rows: Sequence[RecapRow]) -> int:
    return max(ceil(len(rows) / PAGE), 1)


def _line(number: int, row: RecapRow) -> RecapLine:
    cells = [Cell(label, getattr(row, name), row.evidence.get(name)) for name, label in COLUMNS.items()]
    return RecapLine(number, row, cells, row.evidence.get("note"))

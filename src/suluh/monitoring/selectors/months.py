"""One month's recap as a page: the live rows, or the frozen ones once it is published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

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


@dataclass(frozen=True, slots=True)
class RecapLine:
    """One unit with its presences."""

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
    published: Recap | None
    updated: int
    recorded: int
    down: int

    @property
    def running(self) -> bool:
        """True while the month is not over."""
        return today() <= _next(self.month) - timedelta(days=1)


def month_page(person: Person, month: date) -> MonthPage:
    """The recap of a month over the units the person may see, in the order of the register."""
    units = visible_units(person).exclude(kind=UnitKind.MAIN)
    published = Recap.objects.filter(month=month).select_related("published_by").order_by("-version").first()
    rows = (
        _frozen(published, set(units.values_list("pk", flat=True)))
        if published
        else recap_rows(month=month, units=units)
    )
    following = _next(month)
    return MonthPage(
        month=month,
        before=(month - timedelta(days=1)).replace(day=1),
        after=following if following <= today() else None,
        rows=rows,
        lines=[_line(row) for row in rows],
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


def _line(row: RecapRow) -> RecapLine:
    cells = [Cell(label, getattr(row, name), row.evidence.get(name)) for name, label in COLUMNS.items()]
    return RecapLine(row, cells, row.evidence.get("note"))

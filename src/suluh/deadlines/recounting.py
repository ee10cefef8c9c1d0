"""Counting open clocks anew under another calendar: which could have moved, and what each one's dates would be."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast, Coalesce, Greatest, Least

from suluh.deadlines.calendars import CalendarBook
from suluh.deadlines.edits import Reach
from suluh.deadlines.models import Clock
from suluh.deadlines.models.clocks import running_of, skipped_as_json
from suluh.kernel.workdays.calendar import Calendar
from suluh.law.running import Reckoning, reckon


class Row(NamedTuple):
    """What is read of an open clock; JSON stays text, so that equal clocks are counted once."""

    id: int
    revision: int
    code: str
    start: date
    earlier_start: date | None
    segments: str
    pauses: str
    due: date | None
    earlier_due: date | None
    left: int | None
    skipped: str
    estimated: bool
    week: int | None
    subject_kind: str
    subject_id: int
    unit: int
    path: str


@dataclass(frozen=True, slots=True)
class Recount:
    """An open clock with its dates under another calendar."""

    row: Row
    found: Reckoning
    skipped: str
    week: int | None

    @property
    def moved(self) -> bool:
        """The date due is another one."""
        return self.row.due != self.found.due

    @property
    def changed(self) -> bool:
        """Anything of what is stored is different."""
        row, found = self.row, self.found
        return (row.due, row.earlier_due, row.left, row.skipped, row.estimated, row.week) != (
            found.due, found.earlier_due, found.left, self.skipped, found.estimated, self.week,
        )  # fmt: skip


def touched(reaches: Iterable[Reach]) -> QuerySet[Clock]:
    """Open clocks that run through the days of any edit, below its place of the tree."""
    condition = Q(pk__in=[])
    for reach in reaches:
        place = Q(unit__path__startswith=reach.path) if reach.path else Q()
        through = Q(first__lte=reach.last) & (Q(state=Clock.State.PAUSED) | Q(last__gte=reach.first) | Q(due=None))
        condition |= place & through
    rows = Clock.objects.filter(state__in=Clock.OPEN).annotate(
        first=Least("start", Coalesce("earlier_start", "start"), Coalesce("due", "start")),
        last=Greatest("start", Coalesce("due", "start")),
    )
    return rows.filter(condition)


def rows_of(clocks: QuerySet[Clock]) -> list[Row]:
    """The clocks as rows, by key."""
    plain = ("id", "revision", "code", "start", "earlier_start")
    text = {f"{name}_text": Cast(name, TextField()) for name in ("segments", "pauses", "skipped")}
    found = clocks.annotate(**text).order_by("id").values_list(
        *plain, "segments_text", "pauses_text", "due", "earlier_due", "left", "skipped_text", "estimated", "week",
        "subject_kind", "subject_id", "unit_id", "unit__path",
    )  # fmt: skip
    return [Row(*row) for row in found]


def recount(rows: Sequence[Row], book: CalendarBook) -> list[Recount]:
    """Each clock under the book; clocks that are made of the same are counted once."""
    known: dict[Any, tuple[Reckoning, str]] = {}
    found = []
    for row in rows:
        calendar = book.at(row.path)
        key = (row.code, row.start, row.earlier_start, row.segments, row.pauses, id(calendar))
        if key not in known:
            known[key] = _reckoned(row, calendar)
        found.append(Recount(row, *known[key], week=None if row.week is None else calendar.week))
    return found


def _reckoned(row: Row, calendar: Calendar) -> tuple[Reckoning, str]:
    running = running_of(row.code, row.start, row.earlier_start, json.loads(row.segments), json.loads(row.pauses))
    reckoning = reckon(running, calendar)
    return reckoning, json.dumps(skipped_as_json(reckoning), ensure_ascii=False)

"""The calendar of a unit under a version: national days, days of the units above it, its working week."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from django.db.models import Q, QuerySet

from suluh.deadlines.models import CalendarDay, CalendarVersion, CalendarYear, WorkWeek
from suluh.kernel.workdays.calendar import Calendar
from suluh.organization.models import Unit


@dataclass(frozen=True)
class CalendarBook:
    """Everything one version of the calendar says. A version never changes, so its book is read once a process."""

    whole: Calendar
    local: Mapping[int, Mapping[date, str]]
    """Local days by the unit they were decreed for."""
    weeks: Mapping[int, int]
    """Working days a week by the unit they were decreed for."""

    def of(self, unit: Unit | None) -> Calendar:
        """The calendar that holds for a unit; None stands for the whole government."""
        return self.at(unit.path if unit is not None else "")

    def at(self, path: str) -> Calendar:
        """The calendar that holds at a place of the tree; the nearest unit above decides the working week."""
        above = [int(part) for part in path.split("/") if part]
        scoped = tuple(pk for pk in above if pk in self.local or pk in self.weeks)
        return self.whole if not scoped else _scoped(self, scoped)

    def __hash__(self) -> int:
        return id(self)


@lru_cache(maxsize=512)
def _scoped(book: CalendarBook, units: tuple[int, ...]) -> Calendar:
    free = dict(book.whole.free)
    week = book.whole.week
    for unit in units:
        free = dict(book.local.get(unit, {})) | free
        week = book.weeks.get(unit, week)
    return replace(book.whole, free=free, week=week)


def book_of(version: CalendarVersion) -> CalendarBook:
    """The book of a version."""
    return _book(version.pk)


@lru_cache(maxsize=16)
def _book(pk: int) -> CalendarBook:
    number = CalendarVersion.objects.get(pk=pk).number
    days = list(holding(CalendarDay.objects.order_by("day"), number))
    years = holding(CalendarYear.objects.filter(Q(known=True) | Q(confirmed_at__isnull=False)), number)
    local: dict[int, dict[date, str]] = {}
    for row in days:
        if row.unit_id is not None:
            local.setdefault(row.unit_id, {})[row.day] = row.name
    return CalendarBook(
        whole=Calendar(
            version=str(number),
            free={row.day: row.name for row in days if row.unit_id is None},
            confirmed=frozenset(years.values_list("year", flat=True)),
            tentative=frozenset(row.day for row in days if row.tentative),
        ),
        local=local,
        weeks=dict(holding(WorkWeek.objects.all(), number).values_list("unit_id", "days")),
    )


def holding(rows: QuerySet, number: int) -> QuerySet:  # type: ignore[type-arg]  # any of the versioned tables
    """Those of versioned rows that hold under the version with a number."""
    return rows.filter(Q(until__isnull=True) | Q(until__number__gt=number), since__number__lte=number)

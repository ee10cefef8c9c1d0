"""A year of the calendar as the officers' page shows it."""

from __future__ import annotations

import calendar as months
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from suluh.deadlines.calendars import holding
from suluh.deadlines.models import CalendarDay, CalendarVersion, CalendarYear, WorkWeek
from suluh.deadlines.services.calendars import version_now

VERSIONS = 10


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month's sheet: its free day when it is one."""

    day: date
    inside: bool
    free: CalendarDay | None


@dataclass(frozen=True, slots=True)
class MonthSheet:
    """A month with its weeks from Monday."""

    first: date
    weeks: tuple[tuple[MonthDay, ...], ...]


@dataclass(frozen=True, slots=True)
class YearSheet:
    """A year: its months, its free days, whether its decree is known, weeks of six days, the calendar's versions."""

    year: int
    months: tuple[MonthSheet, ...]
    days: list[CalendarDay]
    status: CalendarYear | None
    weeks: list[WorkWeek]
    version: CalendarVersion
    versions: list[CalendarVersion]

    @property
    def confirmed(self) -> bool:
        """An officer has held the year against the joint decree."""
        return self.status is not None and self.status.confirmed_at is not None

    @property
    def tentative(self) -> list[CalendarDay]:
        """Free days that may still move."""
        return [row for row in self.days if row.tentative]


def year_sheet(year: int) -> YearSheet:
    """The year under the version that holds now."""
    version = version_now()
    rows: QuerySet[CalendarDay] = holding(CalendarDay.objects.filter(day__year=year), version.number)
    days = list(rows.select_related("unit").order_by("day", "id"))
    by_day = {row.day: row for row in reversed(days) if row.unit_id is None}
    return YearSheet(
        year=year,
        months=tuple(_month(date(year, number, 1), by_day) for number in range(1, 13)),
        days=days,
        status=holding(CalendarYear.objects.filter(year=year), version.number).first(),
        weeks=list(holding(WorkWeek.objects.select_related("unit"), version.number).order_by("unit__sort_key")),
        version=version,
        versions=list(CalendarVersion.objects.select_related("made_by").order_by("-number")[:VERSIONS]),
    )


def _month(first: date, free: dict[date, CalendarDay]) -> MonthSheet:
    weeks = months.Calendar().monthdatescalendar(first.year, first.month)
    return MonthSheet(
        first, tuple(tuple(MonthDay(day, day.month == first.month, free.get(day)) for day in week) for week in weeks)
    )


def years_to_confirm(today: date) -> list[int]:
    """Years that nobody has confirmed yet: this one, and from October on the next."""
    wanted = [today.year, today.year + 1] if today.month >= FIRST_MONTH else [today.year]
    rows = CalendarYear.objects.filter(until__isnull=True, year__in=wanted, confirmed_at__isnull=False)
    done = set(rows.values_list("year", flat=True))
    return [year for year in wanted if year not in done]


FIRST_MONTH = 10
"""The joint decree of a year is usually signed in September or October of the year before."""

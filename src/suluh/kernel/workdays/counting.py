"""Counting: working days forward and back from a day that is day 0, calendar days, months clamped to their end."""

from __future__ import annotations

import calendar as months
from dataclasses import dataclass
from datetime import date, timedelta

from suluh.kernel.workdays.calendar import Calendar

LONGEST = timedelta(days=366 * 20)
DAY = timedelta(days=1)


class NoDueDateError(ValueError):
    """The count does not end within twenty years, as when a pause has no end."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day of the working week that was not counted, and why."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class Count:
    """Where a count of working days ended, and the days of the working week it passed over, earliest first."""

    due: date
    skipped: tuple[Skipped, ...]


def count_working_days(start: date, days: int, calendar: Calendar) -> Count:
    """Day on which the given number of working days is full; `start` is day 0, so a start on a free day costs nothing.

    A negative number counts back.

    Raises:
        NoDueDateError: the count does not end within twenty years or within the calendar's reach.
    """
    step = DAY if days >= 0 else -DAY
    left, day = abs(days), start
    skipped: list[Skipped] = []
    while left:
        if abs(day - start) > LONGEST or day + step in (date.min, date.max):
            raise NoDueDateError("no due date within twenty years")
        day += step
        if day.weekday() >= calendar.week:
            continue
        reason = calendar.reason(day)
        if reason is None:
            left -= 1
        else:
            skipped.append(Skipped(day, reason))
    return Count(day, tuple(sorted(skipped, key=lambda one: one.day)))


def add_months(start: date, count: int) -> date:
    """The same day that many months later, or the last day of a shorter month."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return date(year, month + 1, min(start.day, months.monthrange(year, month + 1)[1]))


def working_days_between(start: date, end: date, calendar: Calendar) -> int:
    """Working days after `start` up to and with `end`."""
    span = range(1, (end - start).days + 1)
    return sum(calendar.works(start + timedelta(days=number)) for number in span)

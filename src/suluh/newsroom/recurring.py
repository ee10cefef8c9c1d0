"""Moments of a series, in the wall clock of the government's zone."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import count, takewhile

from suluh.kernel.workdays.counting import add_months

LONGEST = timedelta(days=366)
WEEKS = {"week": 1, "fortnight": 2}


def moments_of(starts: datetime, step: str, ends_on: date) -> list[datetime]:
    """Every moment from the first up to the last day, at most a year; the hour of the wall clock stays.

    A month without the day of the first gets its last day.
    """
    last = min(ends_on, starts.date() + LONGEST)
    days = takewhile(lambda day: day <= last, (_day(starts.date(), step, number) for number in count()))
    return [datetime.combine(day, starts.time(), tzinfo=starts.tzinfo) for day in days]


def _day(first: date, step: str, number: int) -> date:
    if step in WEEKS:
        return first + timedelta(weeks=WEEKS[step] * number)
    return add_months(first, number)

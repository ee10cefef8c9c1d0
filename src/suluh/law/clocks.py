"""Legal clocks as data: how long each runs, from which event, by which article; and the deadline it gives."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files

from suluh.kernel.workdays.calendar import Calendar
from suluh.kernel.workdays.counting import Skipped, add_months, count_working_days


class Counts(StrEnum):
    """What a clock counts."""

    WORKING = "working"
    CALENDAR = "calendar"
    MONTHS = "months"
    BACK = "back"  # working days before the event
    MARCH = "march"  # 31 March of the next year
    NONE = "none"  # at once: no due date


@dataclass(frozen=True, slots=True)
class Clock:
    """One legal clock. `length` is days or months, None where the clock has none."""

    code: str
    label: str
    counts: Counts
    starts: str
    law: str
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due date with its trace: what was skipped and why, and by which versions it was counted.

    `due` is None for a clock that has to be met at once; `working_days` is None for clocks of calendar days or months.
    """

    clock: Clock
    start: date
    due: date | None
    working_days: int | None
    skipped: tuple[Skipped, ...]
    estimated: bool
    calendar_version: str
    rule_version: str


@cache
def rule_version() -> str:
    """Version of the table of clocks."""
    return str(_data()["version"]["key"])


@cache
def _data() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(files("suluh.law").joinpath("data/clocks.toml").read_text(encoding="utf-8"))


@cache
def clocks() -> dict[str, Clock]:
    """Every clock by code."""
    rows = _data()["clock"].items()
    return {
        code: Clock(
            code=code,
            label=row["label"],
            counts=Counts(row["counts"]),
            starts=row["starts"],
            law=row["law"],
            length=int(row["length"]) if "length" in row else None,
        )
        for code, row in rows
    }


def deadline(clock: Clock, start: date, calendar: Calendar) -> Deadline:
    """When a clock that starts with the event of a day (day 0) is due.

    Raises:
        NoDueDateError: the count does not end within twenty years.
        OverflowError: the due date lies beyond the calendar's reach.
        ValueError: it lies beyond the last year that a date can have.
    """
    length = clock.length or 0
    skipped: tuple[Skipped, ...] = ()
    due: date | None
    if clock.counts in (Counts.WORKING, Counts.BACK):
        count = count_working_days(start, length if clock.counts is Counts.WORKING else -length, calendar)
        due, skipped = count.due, count.skipped
    elif clock.counts is Counts.CALENDAR:
        due = start + timedelta(days=length)
    elif clock.counts is Counts.MONTHS:
        due = add_months(start, length)
    else:
        due = date(start.year + 1, 3, 31) if clock.counts is Counts.MARCH else None
    return Deadline(
        clock=clock,
        start=start,
        due=due,
        working_days=length if clock.counts in (Counts.WORKING, Counts.BACK) else None,
        skipped=skipped,
        estimated=due is not None and calendar.is_estimate(min(start, due), max(start, due)),
        calendar_version=calendar.version,
        rule_version=rule_version(),
    )

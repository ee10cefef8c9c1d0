"""Legal clocks as data: how long each runs, from which event, by which article; and the deadline it gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from suluh.kernel.workdays.calendar import Calendar
from suluh.kernel.workdays.counting import Skipped, add_months, count_working_days
from suluh.law.versions import LawVersion, read_data


class Counts(StrEnum):
    """What a clock counts."""

    WORKING = "working"
    CALENDAR = "calendar"
    MONTHS = "months"
    BACK = "back"  # working days before the event
    MARCH = "march"  # 31 March of the next year
    NONE = "none"  # at once: no due date


class Acts(StrEnum):
    """Who has to act before a clock runs out."""

    UNIT = "unit"
    SUPERIOR = "superior"
    REQUESTER = "requester"
    COMMISSION = "commission"
    ORGANISER = "organiser"


@dataclass(frozen=True, slots=True)
class Clock:
    """One legal clock. `length` is days or months, None where the clock has none.

    `earlier_starts` and `earlier_law` name a starting point of another rule that may lie earlier; with `safe` the date
    due is counted from it, else it is only a warning. `mark` is "V" (read in a primary text) or "V2" (to be confirmed).
    """

    code: str
    label: str
    counts: Counts
    starts: str
    law: str
    length: int | None = None
    acts: Acts = Acts.UNIT
    earlier_starts: str = ""
    earlier_law: str = ""
    safe: bool = False
    extended_by: str = ""
    mark: str = "V"

    @property
    def counts_working_days(self) -> bool:
        """True where only working days are counted, forward or back."""
        return self.counts in (Counts.WORKING, Counts.BACK)


@dataclass(frozen=True, slots=True)
class ExtensionGround:
    """One of the two grounds on which the answer to a request may be put off, once."""

    code: str
    label: str
    law: str


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
def _data() -> dict[str, Any]:
    return read_data("clocks")


@cache
def clock_law() -> LawVersion:
    """The version of the table of clocks, with its dates of force."""
    return LawVersion(**_data()["version"])


def rule_version() -> str:
    """Key of the version of the table of clocks."""
    return clock_law().key


@cache
def clocks() -> dict[str, Clock]:
    """Every clock by code."""
    return {code: _clock(code, row) for code, row in _data()["clock"].items()}


def _clock(code: str, row: dict[str, Any]) -> Clock:
    return Clock(code=code, **row | {"counts": Counts(row["counts"]), "acts": Acts(row["acts"])})


@cache
def extension_grounds() -> dict[str, ExtensionGround]:
    """The grounds of an extension by code."""
    return {row["code"]: ExtensionGround(**row) for row in _data()["extension_ground"]}


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
    if clock.counts_working_days:
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
        working_days=length if clock.counts_working_days else None,
        skipped=skipped,
        estimated=due is not None and calendar.is_estimate(min(start, due), max(start, due)),
        calendar_version=calendar.version,
        rule_version=rule_version(),
    )

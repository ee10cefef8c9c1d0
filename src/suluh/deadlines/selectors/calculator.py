"""What the public calculator answers: a date, how it came about, and the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from suluh.deadlines.calendars import book_of
from suluh.deadlines.services.calendars import version_now
from suluh.kernel.workdays.counting import Skipped
from suluh.law.clocks import Clock, Counts, clocks
from suluh.law.running import Running, begin, extend, reckon

from .days import DayTable, day_table

ANY_GROUND = "not-held"
"""The calculator asks for no ground: both put the date off alike."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A date with its trace. `due` is None for what must happen at once."""

    rule: Clock
    start: date
    due: date | None
    table: DayTable | None
    skipped: tuple[Skipped, ...]
    estimated: bool
    extended: Clock | None
    calendar: int
    source: str


def calculate(*, code: str, start: date, extra: Sequence[date] = (), extended: bool = False) -> Answer:
    """When a clock that starts with the event of a day is due, by the government's calendar of today.

    Args:
        code: a code of `law.clocks`.
        start: day of the event.
        extra: further days that do not count.
        extended: with the extension, where the clock knows one.

    Raises:
        NoDueDateError, OverflowError, ValueError: the date lies further ahead than can be counted.
    """
    version = version_now()
    calendar = book_of(version).whole.with_days(extra)
    running: Running = begin(code, start)
    extended = extended and bool(running.clock.extended_by)
    running = extend(running, ANY_GROUND) if extended else running
    found = reckon(running, calendar)
    rule = running.clock
    table = None
    if found.due is not None and rule.counts in (Counts.WORKING, Counts.BACK, Counts.CALENDAR):
        table = day_table(
            start=start,
            last=found.due,
            skipped=found.skipped,
            segments=running.segments,
            week=calendar.week if rule.counts_working_days else None,
            today=timezone.localdate(),
        )
    return Answer(
        rule=rule,
        start=start,
        due=found.due,
        table=table,
        skipped=found.skipped,
        estimated=found.estimated,
        extended=clocks()[rule.extended_by] if extended else None,
        calendar=version.number,
        source=version.source,
    )

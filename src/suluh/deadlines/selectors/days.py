"""The table of days by which a page tells how a date came about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from suluh.deadlines.models import Clock
from suluh.kernel.workdays.counting import DAY, Skipped
from suluh.law.clocks import Counts
from suluh.law.running import DayKind, Pause, Segment, TraceDay, trace_days


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of the table. `css` are classes of `.days`; `number` is its place in the count, None when not counted."""

    day: date
    css: str
    number: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DayTable:
    """Weeks from Monday to Sunday, and every skipped day of the working week with its reason."""

    weeks: tuple[tuple[Cell, ...], ...]
    skipped: tuple[Skipped, ...]
    start: date
    last: date
    extended: bool
    paused: bool


def day_table(
    *,
    start: date,
    last: date,
    skipped: Sequence[Skipped],
    segments: Sequence[Segment],
    week: int | None,
    today: date,
    pauses: Sequence[Pause] = (),
    open_end: bool = False,
) -> DayTable:
    """The table of a count from day 0 to its last day; with `open_end` that day is not the date due (a pause lasts)."""
    found = {one.day: one for one in trace_days(start, last, skipped, segments, week=week)}
    first, end = min(found), max(found)
    monday, sunday = first - timedelta(days=first.weekday()), end + timedelta(days=6 - end.weekday())
    cells = [
        _cell(monday + timedelta(days=n), found, today=today, pauses=pauses, open_end=open_end, base=segments[0].code)
        for n in range((sunday - monday).days + 1)
    ]
    return DayTable(
        weeks=tuple(tuple(cells[place : place + 7]) for place in range(0, len(cells), 7)),
        skipped=tuple(skipped),
        start=start,
        last=last,
        extended=len(segments) > 1,
        paused=any(_in(one, pauses) for one in found),
    )


def table_of(clock: Clock, today: date | None = None) -> DayTable | None:
    """The table of a stored clock; None where no days are counted (months, a fixed day, at once).

    It is told from what the clock stores, so an ended clock shows the days as they were counted then.
    """
    if clock.rule.counts not in (Counts.WORKING, Counts.BACK, Counts.CALENDAR):
        return None
    running = clock.running
    pause = running.open_pause
    last = clock.due or (pause.first - DAY if pause else None)
    if last is None:
        return None
    return day_table(
        start=running.counted_from,
        last=last,
        skipped=clock.skipped_days,
        segments=running.segments,
        week=clock.week,
        today=clock.ended_on or today or timezone.localdate(),
        pauses=running.pauses,
        open_end=clock.due is None,
    )


def _cell(
    day: date,
    found: dict[date, TraceDay],
    *,
    today: date,
    pauses: Sequence[Pause],
    open_end: bool,
    base: str,
) -> Cell:
    trace = found.get(day)
    if trace is None:
        return Cell(day, "past")
    css = _css(trace, today, open_end=open_end)
    if trace.kind is DayKind.SKIPPED and _in(day, pauses):
        css = "off pause"
    if trace.segment not in ("", base):
        css += " more"
    if day == today:
        css += " today"
    return Cell(day, css, trace.number, trace.reason)


def _css(trace: TraceDay, today: date, *, open_end: bool) -> str:
    if trace.kind is DayKind.START:
        return "zero"
    if trace.kind is DayKind.COUNTED:
        return "due" if trace.due and not open_end else "go" if trace.day <= today else "next"
    return "off" if trace.kind is DayKind.WEEKEND else "off holiday"


def _in(day: date, pauses: Sequence[Pause]) -> bool:
    return any(one.first <= day and (one.last is None or day <= one.last) for one in pauses)

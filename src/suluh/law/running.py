"""A clock that runs: its segments, its pauses, the two legal starting points, and how its date came about day by day.

Pure. What is stored of a running clock is the `Running` value; the `Reckoning` follows from it and a calendar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from suluh.kernel.workdays.calendar import Calendar
from suluh.kernel.workdays.counting import DAY, Skipped, count_working_days, working_days_between
from suluh.law.clocks import Clock, Counts, clocks, deadline

PAUSE = "Jeda"


@dataclass(frozen=True, slots=True)
class Pause:
    """Days that do not count, both ends included; `last` is None while the pause lasts."""

    first: date
    last: date | None
    reason: str = PAUSE


@dataclass(frozen=True, slots=True)
class Segment:
    """One stretch of a clock: by which clock's rule it runs, and how many days or months it adds."""

    code: str
    length: int
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Running:
    """What a running clock is made of. `start` is the day of its event (day 0), another rule may name an earlier."""

    code: str
    start: date
    segments: tuple[Segment, ...]
    earlier_start: date | None = None
    pauses: tuple[Pause, ...] = ()

    @property
    def clock(self) -> Clock:
        """The legal clock it is an instance of."""
        return clocks()[self.code]

    @property
    def length(self) -> int:
        """Days or months of all segments together."""
        return sum(segment.length for segment in self.segments)

    @property
    def counted_from(self) -> date:
        """Day 0 of the date due: where the rule plays safe, the earlier of both starting points."""
        if self.clock.safe and self.earlier_start is not None:
            return min(self.start, self.earlier_start)
        return self.start

    @property
    def open_pause(self) -> Pause | None:
        """The pause that lasts, if any."""
        return next((pause for pause in self.pauses if pause.last is None), None)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Where a running clock stands. `due` is None while it is paused and for what must happen at once.

    `earlier_due` is the date by the other rule's starting point, counted without pauses because that rule knows none;
    `left` is the number of working days still to come when a pause ends, None outside a pause.
    """

    due: date | None
    earlier_due: date | None
    skipped: tuple[Skipped, ...]
    left: int | None
    estimated: bool


class NotPausable(ValueError):
    """Only a clock of working days that counts forward can pause."""


def begin(code: str, start: date, *, earlier_start: date | None = None) -> Running:
    """A clock that starts with the event of a day.

    Raises:
        KeyError: no clock has this code.
    """
    return Running(code, start, (Segment(code, clocks()[code].length or 0),), earlier_start)


def extend(running: Running, ground: str) -> Running:
    """The same clock with its extension appended.

    Raises:
        ValueError: this clock knows no extension, or it has been extended already.
    """
    code = running.clock.extended_by
    if not code or len(running.segments) > 1:
        raise ValueError(f"{running.code} cannot be extended" + (" again" if code else ""))
    return replace(running, segments=(*running.segments, Segment(code, clocks()[code].length or 0, ground)))


def pause(running: Running, on: date, reason: str) -> Running:
    """The same clock, paused by the event of a day: that day still counts, the next one does not.

    Raises:
        NotPausable: the clock does not count working days forward.
        ValueError: it is paused already, or the day lies before its start.
    """
    if running.clock.counts is not Counts.WORKING:
        raise NotPausable(running.code)
    if running.open_pause is not None or on < running.counted_from:
        raise ValueError("a clock pauses once at a time, after it has started")
    return replace(running, pauses=(*running.pauses, Pause(on + DAY, None, reason)))


def resume(running: Running, on: date) -> Running:
    """The same clock, running again by the event of a day: that day is the last one that does not count.

    Raises:
        ValueError: the clock is not paused, or the day lies before the pause.
    """
    lasting = running.open_pause
    if lasting is None or on < lasting.first - DAY:
        raise ValueError("only a pause that has begun can end")
    kept = tuple(one for one in running.pauses if one is not lasting)
    ended = (replace(lasting, last=on),) if on >= lasting.first else ()
    return replace(running, pauses=kept + ended)


def reckon(running: Running, calendar: Calendar) -> Reckoning:
    """When a running clock is due under a calendar.

    Raises:
        NoDueDateError: the count does not end within twenty years.
    """
    rule = replace(running.clock, length=running.length)
    over = [(one.first, one.last, one.reason) for one in running.pauses if one.last is not None]
    full = replace(calendar, pauses=(*calendar.pauses, *over)) if over else calendar
    earlier = _earlier_due(running, rule, calendar)
    lasting = running.open_pause
    if lasting is not None:
        eve = lasting.first - DAY
        left = running.length - working_days_between(running.counted_from, eve, full)
        skipped = _skipped_until(running.counted_from, eve, full)
        return Reckoning(None, earlier, skipped, left, full.is_estimate(running.counted_from, eve))
    found = deadline(rule, running.counted_from, full)
    return Reckoning(found.due, earlier, found.skipped, None, found.estimated)


def _earlier_due(running: Running, rule: Clock, calendar: Calendar) -> date | None:
    if running.earlier_start is None or running.earlier_start >= running.start or running.clock.safe:
        return None
    return deadline(rule, running.earlier_start, calendar).due


def _skipped_until(start: date, last: date, calendar: Calendar) -> tuple[Skipped, ...]:
    days = (start + timedelta(days=number) for number in range(1, (last - start).days + 1))
    return tuple(
        Skipped(day, reason)
        for day in days
        if day.weekday() < calendar.week and (reason := calendar.reason(day)) is not None
    )


class DayKind(StrEnum):
    """What became of one day on the way to the date due."""

    START = "start"
    COUNTED = "counted"
    SKIPPED = "skipped"
    WEEKEND = "weekend"


@dataclass(frozen=True, slots=True)
class TraceDay:
    """One day of a trace: its number when it was counted, why it was skipped when it was not.

    `segment` is the code of the clock whose stretch the day belongs to (ANS, then EXT).
    """

    day: date
    kind: DayKind
    number: int | None = None
    reason: str = ""
    segment: str = ""
    due: bool = False


def trace_days(
    start: date, last: date, skipped: Sequence[Skipped], segments: Sequence[Segment], *, week: int | None
) -> tuple[TraceDay, ...]:
    """Every day from the event to the last day of the count, told from what was stored, not from today's calendar.

    Args:
        start: day 0.
        last: the date due, or the eve of a pause that lasts; before `start` for a clock that counts back.
        skipped: days of the working week that were not counted.
        segments: the clock's stretches, in their order.
        week: working days a week; None where every day counts.
    """
    reasons = {one.day: one.reason for one in skipped}
    found = [TraceDay(start, DayKind.START)]
    number = 0
    for day in _from_to(start, last):
        if week is not None and day.weekday() >= week:
            found.append(TraceDay(day, DayKind.WEEKEND))
        elif day in reasons:
            found.append(TraceDay(day, DayKind.SKIPPED, reason=reasons[day]))
        else:
            number += 1
            found.append(TraceDay(day, DayKind.COUNTED, number, segment=_segment(segments, number), due=day == last))
    return tuple(sorted(found, key=lambda one: one.day))


def _from_to(start: date, last: date) -> Iterator[date]:
    step = DAY if last >= start else -DAY
    day = start
    while day != last:
        day += step
        yield day


def _segment(segments: Sequence[Segment], number: int) -> str:
    for segment in segments:
        if number <= segment.length:
            return segment.code
        number -= segment.length
    return segments[-1].code if segments else ""


def working_days_to(day: date, due: date, calendar: Calendar) -> int:
    """Working days from a day to a date due: 0 on that day, negative once it has passed."""
    return working_days_between(day, due, calendar) if due >= day else -working_days_between(due, day, calendar)


def next_working_day(day: date, calendar: Calendar) -> date:
    """The first working day after a day."""
    return count_working_days(day, 1, calendar).due

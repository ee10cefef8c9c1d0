"""Clocks of a case, of a person, and how near their dates are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from suluh.deadlines.calendars import book_of
from suluh.deadlines.models import Clock
from suluh.deadlines.services.calendars import version_now
from suluh.kernel.workdays.calendar import Calendar
from suluh.law.clocks import Acts
from suluh.law.running import working_days_to
from suluh.organization.selectors import visible_to

SOON = 3
"""Days left from which a date counts as near: working days for clocks of working days, else days."""
REACH = timedelta(days=31)
"""No three working days span more days than this, whatever the calendar."""


def clocks_of(subject_kind: str, subject_id: int) -> list[Clock]:
    """Every clock of a case, open and ended, in the order in which they started."""
    rows = Clock.objects.filter(subject_kind=subject_kind, subject_id=subject_id)
    return list(rows.select_related("unit", "calendar").order_by("start", "id"))


def open_clock(subject_kind: str, subject_id: int, code: str) -> Clock | None:
    """The open clock of a kind of a case; None when there is none."""
    rows = Clock.objects.filter(subject_kind=subject_kind, subject_id=subject_id, code=code, state__in=Clock.OPEN)
    return rows.select_related("unit", "calendar").first()


def open_clocks_visible_to(person: Any) -> QuerySet[Clock]:
    """Open clocks of units that the person may see, nearest date first, those without a date last."""
    rows = visible_to(person, Clock.objects.filter(state__in=Clock.OPEN))
    return rows.select_related("unit", "calendar").order_by("due", "id")


@dataclass(frozen=True, slots=True)
class Pace:
    """How near a clock's date is on a day.

    `left` counts the clock's own days: 0 on the date itself, negative once it has passed, None without a date.
    """

    left: int | None
    working: bool

    @property
    def late(self) -> bool:
        """The date has passed."""
        return self.left is not None and self.left < 0

    @property
    def soon(self) -> bool:
        """The date is near and has not passed."""
        return self.left is not None and 0 <= self.left <= SOON


def pace(clock: Clock, today: date | None = None, calendar: Calendar | None = None) -> Pace:
    """How near the date of an open clock is; without a date, or once it has ended, nothing is left to count."""
    day = today or timezone.localdate()
    working = clock.rule.counts_working_days
    if not clock.is_open:
        return Pace(None, working)
    if clock.due is None:
        return Pace(clock.left, working)
    if not working or clock.due < day:
        return Pace((clock.due - day).days, working)
    return Pace(working_days_to(day, clock.due, calendar or book_of(version_now()).of(clock.unit)), working)


def paces_of(clocks: Iterable[Clock | None]) -> list[Pace | None]:
    """How near the date of each clock is today, with one reading of the calendar; None for what has no open clock."""
    day, book = timezone.localdate(), book_of(version_now())
    known: dict[tuple[object, ...], Pace] = {}

    def counted(clock: Clock) -> Pace:
        calendar = book.of(clock.unit)
        key = (clock.code, clock.state, clock.due, clock.left, id(calendar))
        if key not in known:
            known[key] = pace(clock, day, calendar)
        return known[key]

    return [counted(one) if one is not None and one.is_open else None for one in clocks]


def due_soon(
    person: Any, *, today: date | None = None, acts: tuple[Acts, ...] = tuple(Acts)
) -> list[tuple[Clock, Pace]]:
    """Running clocks that the person may see and whose date is near or has passed, nearest first.

    Args:
        person: who asks.
        today: the day, in the government's zone.
        acts: only clocks on which one of these has to act.
    """
    day = today or timezone.localdate()
    book = book_of(version_now())
    rows = open_clocks_visible_to(person).filter(state=Clock.State.RUNNING, due__lte=day + REACH)
    found = [(row, pace(row, day, book.of(row.unit))) for row in rows if row.rule.acts in acts]
    return [(row, how) for row, how in found if how.soon or how.late]

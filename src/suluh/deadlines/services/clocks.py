"""Clocks of cases: start, pause, resume, extend, finish, drop. Each writes its event under the case's name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from suluh.deadlines.calendars import book_of
from suluh.deadlines.errors import ClockEnded, ClockRuns, NotExtendable, NotNow
from suluh.deadlines.locks import share_clocks
from suluh.deadlines.models import Clock
from suluh.kernel.workdays.counting import NoDueDateError
from suluh.law import running as engine
from suluh.law.clocks import Counts, clocks, extension_grounds, rule_version
from suluh.organization.models import Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .calendars import version_now


@transaction.atomic
def start_clock(
    *,
    code: str,
    subject_kind: str,
    subject_id: int,
    unit: Unit,
    title: str,
    start: date,
    by: Actor | None,
    page: str = "",
    earlier_start: date | None = None,
) -> Clock:
    """Start a legal clock of a case with the event of a day, which is day 0.

    Args:
        code: a code of `law.clocks`.
        subject_kind: what the case is, such as "request"; with `subject_id` it names the case in events.
        subject_id: key of the case.
        unit: the unit that has to act; decides who sees the clock and which local days and working week hold.
        title: how lists and mails call the case, such as "Permohonan 031/PPID/2026". Never a citizen's name.
        start: day of the event, in the government's zone.
        by: the person whose deed started it; None when no officer did (a citizen sent a form, a task ran).
        page: address of the page on which one acts.
        earlier_start: the starting point of the other rule, where the law has two (ANS: received; SUP: received).

    Raises:
        ClockRuns: the case has such a clock that has not ended.
        NotAllowed: `by` is a person without a role over the unit.
        NotNow: the date lies beyond what can be counted.
        KeyError: no clock has this code.
    """
    _permit(by, unit)
    share_clocks()
    version = version_now()
    rule = clocks()[code]
    calendar = book_of(version).of(unit)
    clock = Clock(
        code=code,
        subject_kind=subject_kind,
        subject_id=subject_id,
        unit=unit,
        title=title,
        page=page,
        start=start,
        earlier_start=None if earlier_start is None else min(earlier_start, start),
        law=rule_version(),
        week=calendar.week if rule.counts_working_days else None,
    )
    clock.set_running(engine.begin(code, start, earlier_start=clock.earlier_start))
    _reckon(clock)
    try:
        with transaction.atomic():
            clock.save()
    except IntegrityError:
        raise ClockRuns from None
    _tell("clock.started", clock, by, start=start, due=clock.due)
    return clock


@transaction.atomic
def pause_clock(*, clock: Clock, on: date, reason: str, by: Actor | None) -> Clock:
    """Stop counting by the event of a day: that day still counts, the next one does not.

    Raises:
        ClockEnded: it has ended. NotAllowed: no role over its unit.
        NotNow: it is paused, counts no working days, has not begun, or no day is left.
    """
    found = _locked(clock, by)
    _change(found, lambda running: engine.pause(running, on, reason))
    if found.left is not None and found.left <= 0:
        raise NotNow(_("No working day is left on this clock, so it cannot be paused."))
    found.save()
    _tell("clock.paused", found, by, day=on + timedelta(days=1), left=found.left, reason=reason)
    return found


@transaction.atomic
def resume_clock(*, clock: Clock, on: date, by: Actor | None) -> Clock:
    """Count on by the event of a day, which is day 0 again: the next working day is the first to count.

    Raises:
        ClockEnded: it has ended. NotAllowed: no role over its unit. NotNow: it is not paused, or not yet on that day.
    """
    found = _locked(clock, by)
    _change(found, lambda running: engine.resume(running, on))
    found.save()
    _tell("clock.resumed", found, by, day=on, due=found.due)
    return found


@transaction.atomic
def extend_clock(*, clock: Clock, ground: str, on: date, by: Actor | None) -> Clock:
    """Put off the answer once, on one of the two grounds (UU 14/2008 art. 22(8); Perki 1/2021 art. 36).

    Args:
        clock: a running clock that knows an extension (ANS).
        ground: a code of `law.clocks.extension_grounds`.
        on: day of the written reason; not after the date due.
        by: who signs the reason.

    Raises:
        NotExtendable: no extension exists, it was given already, or the date has passed.
        ClockEnded: it has ended. NotAllowed: no role over its unit. NotNow: it is paused.
        KeyError: no such ground.
    """
    found = _locked(clock, by)
    named = extension_grounds()[ground]
    if found.state == Clock.State.PAUSED:
        raise NotNow(_("The clock is paused. Let it go on before you extend it."))
    if not found.rule.extended_by:
        raise NotExtendable(_("The law knows no extension of this date."))
    if found.extended:
        raise NotExtendable(_("The date was extended before. The law allows it once."))
    if found.due is None or on > found.due:
        raise NotExtendable(_("The date has passed. An extension has to be sent before it."))
    old = found.due
    _change(found, lambda running: engine.extend(running, ground))
    found.save()
    _tell("clock.extended", found, by, old=old, due=found.due, ground=named.label)
    return found


@transaction.atomic
def finish_clock(*, clock: Clock, on: date, by: Actor | None) -> Clock:
    """End a clock because what it asks was done on a day. The result is frozen: met, or late when the date had passed.

    A clock that is paused, or has no date, is met.

    Raises:
        ClockEnded: it has ended. NotAllowed: no role over its unit. NotNow: the day lies before its start.
    """
    found = _locked(clock, by)
    if found.rule.counts is not Counts.BACK and on < found.running.counted_from:
        raise NotNow(_("The day lies before the start of the clock."))
    late = found.due is not None and on > found.due
    found.state = Clock.State.LATE if late else Clock.State.MET
    _end(found, on)
    _tell("clock.finished", found, by, day=on, due=found.due, result=found.get_state_display())
    return found


@transaction.atomic
def drop_clock(*, clock: Clock, on: date, reason: str, by: Actor | None) -> Clock:
    """End a clock without a result, as when a request is withdrawn. It stays as it stands.

    Raises:
        ClockEnded: it has ended. NotAllowed: no role over its unit.
    """
    found = _locked(clock, by)
    found.state, found.ended_why = Clock.State.FROZEN, reason[:200]
    _end(found, on)
    _tell("clock.dropped", found, by, reason=reason)
    return found


def _end(clock: Clock, on: date) -> None:
    clock.ended_on = on
    clock.revision += 1
    clock.save()


def _locked(clock: Clock, by: Actor | None) -> Clock:
    """The clock as it stands now, held until the transaction ends."""
    share_clocks()
    found = Clock.objects.select_for_update(of=("self",)).select_related("unit", "calendar").get(pk=clock.pk)
    _permit(by, found.unit)
    if not found.is_open:
        raise ClockEnded
    return found


def _permit(by: Actor | None, unit: Unit) -> None:
    if by is not None:
        permit(by, "clock.run", unit)


def _change(clock: Clock, deed: Callable[[engine.Running], engine.Running]) -> None:
    try:
        clock.set_running(deed(clock.running))
    except ValueError:
        raise NotNow(_("The clock cannot do this as it stands. Reload the page to see how it stands now.")) from None
    clock.revision += 1
    _reckon(clock)


def _reckon(clock: Clock) -> None:
    version = version_now()
    try:
        found = engine.reckon(clock.running, book_of(version).of(clock.unit))
    except (NoDueDateError, OverflowError):
        raise NotNow(
            _("The date lies further ahead than the calendar reaches. Check the day that was given.")
        ) from None
    clock.set_reckoning(found, calendar=version)


def _tell(event: str, clock: Clock, by: Actor | None, **values: object) -> None:
    record(event, on=clock.subject, by=by, unit=clock.unit, code=clock.code, label=clock.rule.label, **values)


__all__ = [
    "drop_clock",
    "extend_clock",
    "finish_clock",
    "pause_clock",
    "resume_clock",
    "start_clock",
]

"""Legal clocks of requests and objections: started under the case's number, ended when the deed is done."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.deadlines.models import Clock
from suluh.deadlines.selectors import open_clock
from suluh.deadlines.services.clocks import drop_clock, finish_clock, start_clock
from suluh.disclosure.models import OBJECTION, REQUEST, InformationRequest, Objection
from suluh.organization.rights import Actor


def request_clock(
    request: InformationRequest, code: str, *, start: date, by: Actor | None, earlier: date | None = None
) -> Clock:
    """Start a clock of a request; lists and reminders call it by its number, never by a name."""
    return start_clock(
        code=code,
        subject_kind=REQUEST,
        subject_id=request.pk,
        unit=request.body,
        title=_("Request %(number)s") % {"number": request.number},
        start=start,
        by=by,
        page=reverse("disclosure:request", args=[request.pk]),
        earlier_start=earlier,
    )


def objection_clock(
    objection: Objection, code: str, *, start: date, by: Actor | None, earlier: date | None = None
) -> Clock:
    """Start a clock of an objection, or of the dispute that follows it."""
    return start_clock(
        code=code,
        subject_kind=OBJECTION,
        subject_id=objection.pk,
        unit=objection.body,
        title=_("Objection %(number)s") % {"number": objection.number},
        start=start,
        by=by,
        page=reverse("disclosure:objection", args=[objection.pk]),
        earlier_start=earlier,
    )


def clock_done(case: InformationRequest | Objection, code: str, *, on: date, by: Actor | None) -> Clock | None:
    """End a clock of a case because its deed was done; nothing where none runs."""
    kind, _colon, _pk = case.subject.partition(":")
    running = open_clock(kind, case.pk, code)
    return finish_clock(clock=running, on=max(on, running.running.counted_from), by=by) if running else None


def clock_off(case: InformationRequest | Objection, code: str, *, on: date, reason: str, by: Actor | None) -> None:
    """End a clock of a case without a result; nothing where none runs."""
    kind, _colon, _pk = case.subject.partition(":")
    if running := open_clock(kind, case.pk, code):
        drop_clock(clock=running, on=on, reason=reason, by=by)

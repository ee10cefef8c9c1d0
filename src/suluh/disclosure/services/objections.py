"""Objections: filed within their window, decided by the superior, never by whoever answered the request."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from suluh.deadlines.models import Clock
from suluh.deadlines.selectors import clocks_of, open_clock
from suluh.deadlines.services.clocks import drop_clock
from suluh.disclosure.errors import DayNotPossible, GroundNotFitting, NotInThisState, SamePerson, WindowClosed
from suluh.disclosure.models import (
    OBJECTION,
    REQUEST,
    Answer,
    Applicant,
    Channel,
    InformationRequest,
    Letter,
    Notice,
    NumberSeries,
    Objection,
)
from suluh.disclosure.papers.contents import objection_parts
from suluh.disclosure.selectors.grounds import grounds_fitting
from suluh.law.grounds import objection_grounds
from suluh.organization.models import Person, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .case_clocks import clock_done, clock_off, objection_clock, request_clock
from .case_numbers import desk_of, new_code, next_in_series, number_by
from .cases import case_locked, case_moved
from .letters import letter_write, told_of
from .notices import letter_post, notice_queue
from .requests_intake import ApplicantDraft, applicant_create

State = Objection.State


@transaction.atomic
def objection_file(
    *,
    request: InformationRequest,
    grounds: Sequence[str],
    position: str,
    by: Actor | None,
    received_on: date | None = None,
    channel: str = Channel.WEB,
    form_token: UUID | None = None,
) -> Objection:
    """Register an objection to what became of a request (UU 14/2008 art. 35–36; Perki 1/2021 art. 39–43).

    Args:
        request: the request it is about; its requester objects.
        grounds: letters a to g.
        position: what happened, in the requester's words.
        by: the officer who writes it down; None when the requester sent it by the code.
        received_on: day it came in; today when it is not given.
        channel: how it came in.
        form_token: the same form sent again gives the same objection.

    Raises:
        NotAllowed: `by` does not serve the body. DayNotPossible: the day lies ahead.
        WindowClosed: there is nothing to object to yet, or the thirty working days have passed.
        GroundNotFitting: a ground contradicts what happened. NotInThisState: one is running already.
    """
    if by is not None:
        permit(by, "objection.record", request)
    day = received_on or timezone.localdate()
    if day > timezone.localdate() or day < request.received_on:
        raise DayNotPossible
    found = case_locked(request, seen=None)
    # the other half of a double click may have been faster while this one waited for the lock
    if form_token and (known := Objection.objects.filter(form_token=form_token).first()):
        return known
    if found.objections.filter(state=State.RUNNING).exists():
        raise NotInThisState
    _require_window(found, day, by)
    fitting = grounds_fitting(found, day)
    for letter in grounds:
        if letter not in fitting:
            raise GroundNotFitting(objection_grounds()[letter].label)
    clock_done(found, "OBJ", on=day, by=by)
    return _register(
        body=found.body,
        request=found,
        applicant=found.applicant,
        grounds=grounds,
        details=found.details,
        purpose=found.purpose,
        position=position,
        day=day,
        channel=channel,
        form_token=form_token,
        by=by,
    )


@transaction.atomic
def objection_file_unasked(
    *,
    body: Unit,
    applicant: ApplicantDraft,
    details: str,
    position: str,
    by: Actor | None,
    purpose: str = "",
    received_on: date | None = None,
    channel: str = Channel.WEB,
    form_token: UUID | None = None,
) -> Objection:
    """Register an objection on ground b, periodic information that is not provided; no request goes before it.

    Args:
        body: the public body that should have published it.
        applicant: who objects, with everything that the regulation asks for.
        details: which information is not there.
        position: what happened.
        by: the officer who writes it down; None when it came by the public form.
        purpose: what the information is for.
        received_on: day it came in; today when it is not given.
        channel: how it came in.
        form_token: the same form sent again gives the same objection.

    Raises:
        NotAllowed: `by` does not serve the body. DayNotPossible: the day lies ahead.
    """
    if by is not None:
        permit(by, "objection.record", body)
    day = received_on or timezone.localdate()
    if day > timezone.localdate():
        raise DayNotPossible
    if form_token and (known := Objection.objects.filter(form_token=form_token).first()):
        return known
    try:
        with transaction.atomic():
            return _register(
                body=body,
                request=None,
                applicant=applicant_create(applicant),
                grounds=["b"],
                details=details,
                purpose=purpose,
                position=position,
                day=day,
                channel=channel,
                form_token=form_token,
                by=by,
            )
    except IntegrityError:
        # The other half of a double click was faster; its number has been given, ours was rolled back.
        return Objection.objects.get(form_token=form_token)


@transaction.atomic
def objection_answer(
    *,
    objection: Objection,
    seen: int,
    result: str,
    argument: str,
    by: Actor,
    order: str = "",
    opening: str = "",
    closing: str = "",
    read: str = "",
) -> Letter:
    """Decide on an objection and sign the letter, in one transaction (Perki 1/2021 art. 44).

    Raises:
        NotAllowed: `by` is not the superior. SamePerson: `by` drafted or signed the answer that is objected to.
        MovedOn, NotInThisState: see `case_locked`. LetterChanged: the letter is not the one that was read.
    """
    permit(by, "objection.decide", objection)
    found = case_locked(objection, seen=seen, states=(State.RUNNING, State.LAPSED))
    _require_another_person(found, by)
    today = timezone.localdate()
    found.state, found.result, found.argument, found.order = State.ANSWERED, result, argument, order
    found.answered_on, found.decided_by = today, by if isinstance(by, Person) else None
    clock_done(found, "SUP", on=today, by=by)
    clock_off(found, "DSP", on=today, reason=_("the answer has come"), by=by)
    found.clock = objection_clock(found, "DSP", start=today, by=by)
    case_moved(found, "state", "result", "argument", "order", "answered_on", "decided_by", "clock")
    letter = letter_write(
        case=found,
        kind=Letter.Kind.OBJECTION,
        day=today,
        parts=lambda number: objection_parts(found, number),
        by=by,
        opening=opening,
        closing=closing,
        read=read,
    )
    letter_post(letter)
    _tell("objection.answered", found, by, result=found.get_result_display(), **told_of(letter))
    return letter


@transaction.atomic
def objection_lapse(*, clock: Clock) -> None:
    """The superior has not answered in time: the requester may go to the Komisi Informasi for fourteen days."""
    row = Objection.objects.filter(pk=clock.subject_id, state=State.RUNNING).first()
    if row is None or clock.due is None:
        return
    found = case_locked(row, seen=None, states=(State.RUNNING,))
    found.state = State.LAPSED
    if open_clock(OBJECTION, found.pk, "DSP") is None:
        found.clock = objection_clock(found, "DSP", start=clock.due, by=None)
    case_moved(found, "state", "clock")
    _tell("objection.lapsed", found, None)


@transaction.atomic
def objection_withdraw(*, objection: Objection, seen: int, reason: str, by: Actor) -> Objection:
    """Note that the requester took the objection back.

    Raises:
        NotAllowed: `by` does not serve the body. MovedOn, NotInThisState: see `case_locked`.
    """
    permit(by, "objection.record", objection)
    found = case_locked(objection, seen=seen, states=(State.RUNNING, State.LAPSED))
    for code in ("SUP", "DSP"):
        clock_off(found, code, on=timezone.localdate(), reason=reason, by=by)
    found.state = State.WITHDRAWN
    case_moved(found, "state")
    _tell("objection.withdrawn", found, by)
    return found


@transaction.atomic
def objection_reply(*, objection: Objection, seen: int, reply: str, by: Actor) -> Objection:
    """Note what the requester said to the answer (annex XI, last column).

    Raises:
        NotAllowed: `by` does not serve the body. MovedOn, NotInThisState: see `case_locked`.
    """
    permit(by, "objection.record", objection)
    found = case_locked(objection, seen=seen, states=(State.ANSWERED,))
    found.reply = reply
    case_moved(found, "reply")
    _tell("objection.replied", found, by)
    return found


@transaction.atomic
def objection_window_open(*, clock: Clock) -> None:
    """The time for the answer has passed without one: ground c may be used from now on (UU 14/2008 art. 36(1))."""
    request = InformationRequest.objects.select_related("body").filter(pk=clock.subject_id).first()
    if request is not None and clock.due is not None and request.state == InformationRequest.State.RUNNING:
        _open_window(request, clock.due, None)


def requester_window_close(*, clock: Clock) -> None:
    """A time that was the requester's to use has passed unused: nobody is late, and the clock ends without a result."""
    drop_clock(clock=clock, on=timezone.localdate(), reason=_("not used by the requester"), by=None)


def _open_window(request: InformationRequest, start: date, by: Actor | None) -> Clock:
    return open_clock(REQUEST, request.pk, "OBJ") or request_clock(request, "OBJ", start=start, by=by)


def _require_window(request: InformationRequest, day: date, by: Actor | None) -> None:
    window = open_clock(REQUEST, request.pk, "OBJ")
    if window is None:
        late = open_clock(REQUEST, request.pk, "ANS")
        if late is None or late.due is None or late.due >= day:
            raise WindowClosed(_window_end(request))
        window = _open_window(request, late.due, by)
    if window.due is not None and day > window.due:
        raise WindowClosed(date_format(window.due, "j F Y"))


def _window_end(request: InformationRequest) -> str:
    ended = [one.due for one in clocks_of(REQUEST, request.pk) if one.code == "OBJ" and one.due]
    return date_format(max(ended), "j F Y") if ended else ""


def _require_another_person(objection: Objection, by: Actor) -> None:
    answer = Answer.objects.filter(request=objection.request).first() if objection.request else None
    if answer and isinstance(by, Person) and by.pk in (answer.signed_by_id, answer.drafted_by_id):
        raise SamePerson


def _register(
    *,
    body: Unit,
    request: InformationRequest | None,
    applicant: Applicant,
    grounds: Sequence[str],
    details: str,
    purpose: str,
    position: str,
    day: date,
    channel: str,
    form_token: UUID | None,
    by: Actor | None,
) -> Objection:
    now = timezone.now()
    today = timezone.localdate(now)
    sequence = next_in_series(body, NumberSeries.Kind.OBJECTION, today.year)
    objection = Objection.objects.create(
        body=body,
        request=request,
        applicant=applicant,
        year=today.year,
        sequence=sequence,
        number=number_by(desk_of(body).objection_pattern, sequence, today),
        code=new_code(),
        form_token=form_token,
        channel=channel,
        grounds=sorted(grounds),
        details=details,
        purpose=purpose,
        position=position,
        received_on=day,
        registered_at=now,
        registered_by=by if isinstance(by, Person) else None,
    )
    _tell("objection.registered", objection, by, grounds=", ".join(sorted(grounds)))
    objection.clock = objection_clock(objection, "SUP", start=today, earlier=day, by=by)
    objection.save(update_fields=["clock"])
    notice_queue(objection, Notice.Kind.REGISTERED)
    return objection


def _tell(event: str, objection: Objection, by: Actor | None, **values: object) -> None:
    record(event, on=objection.subject, by=by, unit=objection.body, number=objection.number, **values)

"""The completeness check and the repair (Perki 1/2021 art. 31, 33): complete, incomplete, mended, lapsed, withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.deadlines.models import Clock
from suluh.disclosure.errors import DayNotPossible
from suluh.disclosure.models import CaseFile, CaseNote, InformationRequest, Letter
from suluh.disclosure.papers.contents import incomplete_parts
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .case_clocks import clock_done, clock_off, request_clock
from .case_files import case_file_add
from .cases import case_locked, case_moved
from .letters import letter_write, told_of
from .notices import letter_post

State = InformationRequest.State


@transaction.atomic
def request_complete(*, request: InformationRequest, seen: int, by: Actor) -> InformationRequest:
    """Declare a request complete: the ten working days of the answer begin (art. 31(3)).

    The date by the starting point of UU 14/2008, the day it came in, is kept beside it as a warning.

    Raises:
        NotAllowed: `by` does not serve the body. MovedOn, NotInThisState: see `case_locked`.
    """
    permit(by, "request.intake", request)
    found = case_locked(request, seen=seen, states=(State.RECEIVED,))
    return _into_work(found, on=timezone.localdate(), by=by)


@transaction.atomic
def request_incomplete(
    *,
    request: InformationRequest,
    seen: int,
    missing: str,
    by: Actor,
    opening: str = "",
    closing: str = "",
    read: str = "",
) -> Letter:
    """Tell the requester what is missing (annex IX); the three working days for mending begin.

    Raises:
        NotAllowed: `by` does not serve the body. MovedOn, NotInThisState: see `case_locked`.
        LetterChanged: the letter is not the one that was read.
    """
    permit(by, "request.intake", request)
    found = case_locked(request, seen=seen, states=(State.RECEIVED,))
    today = timezone.localdate()
    clock_done(found, "CHK", on=today, by=by)
    found.clock = request_clock(found, "FIX", start=today, by=by)
    found.state = State.INCOMPLETE
    case_moved(found, "state", "clock")
    letter = letter_write(
        case=found,
        kind=Letter.Kind.INCOMPLETE,
        day=today,
        parts=incomplete_parts(found, missing=missing, until=found.clock.due),
        by=by,
        opening=opening,
        closing=closing,
        read=read,
    )
    letter_post(letter)
    record("request.incomplete", on=found.subject, by=by, unit=found.body, number=found.number, **told_of(letter))
    return letter


@transaction.atomic
def request_mended(
    *, request: InformationRequest, seen: int, on: date, by: Actor, details: str = ""
) -> InformationRequest:
    """Note that the requester completed the request, with its new words where they changed; it is complete now.

    Raises:
        NotAllowed: `by` does not serve the body. MovedOn, NotInThisState: see `case_locked`.
        DayNotPossible: the day lies ahead, or before the letter.
    """
    permit(by, "request.intake", request)
    found = case_locked(request, seen=seen, states=(State.INCOMPLETE, State.LAPSED))
    if on > timezone.localdate() or on < found.received_on:
        raise DayNotPossible
    if details:
        found.details = details
    clock_done(found, "FIX", on=on, by=by)
    record("request.mended", on=found.subject, by=by, unit=found.body, number=found.number, day=on)
    return _into_work(found, on=on, by=by, more=("details",))


@transaction.atomic
def request_mend_send(
    *, request: InformationRequest, words: str, papers: Sequence[tuple[str, bytes]] = ()
) -> InformationRequest:
    """Take what the requester sends by the code of the case; the office checks it anew within three working days.

    What was asked for stays as it was registered; the office writes new words of it into the register itself.

    Raises:
        NotInThisState: nothing is missing, or the time for it has passed.
        FileRefused: a paper may not be kept. Refused: there are too many.
    """
    found = case_locked(request, seen=None, states=(State.INCOMPLETE,))
    today = timezone.localdate()
    for name, content in papers:
        case_file_add(request=found, purpose=CaseFile.Purpose.IDENTITY, content=content, name=name, by=None)
    if words:
        CaseNote.objects.create(request=found, author=None, text=words)
    clock_done(found, "FIX", on=today, by=None)
    found.state, found.clock = State.RECEIVED, request_clock(found, "CHK", start=today, by=None)
    case_moved(found, "state", "clock")
    record("request.mend-sent", on=found.subject, by=None, unit=found.body, number=found.number, files=len(papers))
    return found


@transaction.atomic
def request_withdraw(*, request: InformationRequest, seen: int, reason: str, by: Actor) -> InformationRequest:
    """Note that the requester took the request back; its clocks end without a result.

    Raises:
        NotAllowed: `by` does not serve the body. MovedOn, NotInThisState: see `case_locked`.
    """
    permit(by, "request.intake", request)
    found = case_locked(request, seen=seen, states=InformationRequest.OPEN)
    for code in ("CHK", "FIX", "ANS", "REJ"):
        clock_off(found, code, on=timezone.localdate(), reason=reason or _("withdrawn by the requester"), by=by)
    found.state = State.WITHDRAWN
    case_moved(found, "state")
    record("request.withdrawn", on=found.subject, by=by, unit=found.body, number=found.number)
    return found


@transaction.atomic
def request_lapse(*, clock: Clock) -> None:
    """The time for mending has passed: it stands in the register, nothing has to follow (art. 33(4))."""
    request = InformationRequest.objects.filter(pk=clock.subject_id, state=State.INCOMPLETE).first()
    if request is None:
        return
    found = case_locked(request, seen=None, states=(State.INCOMPLETE,))
    clock_off(found, "FIX", on=timezone.localdate(), reason=_("not completed in time"), by=None)
    found.state = State.LAPSED
    case_moved(found, "state")
    record("request.lapsed", on=found.subject, by=None, unit=found.body, number=found.number)


def _into_work(found: InformationRequest, *, on: date, by: Actor, more: tuple[str, ...] = ()) -> InformationRequest:
    clock_done(found, "CHK", on=on, by=by)
    found.state, found.complete_on = State.RUNNING, on
    found.clock = request_clock(found, "ANS", start=on, earlier=found.received_on, by=by)
    case_moved(found, "state", "complete_on", "clock", *more)
    record("request.complete", on=found.subject, by=by, unit=found.body, number=found.number)
    return found

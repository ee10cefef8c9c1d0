"""The answer to a request: drafted by the office, approved by the superior where it withholds, signed by the PPID."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.deadlines.selectors import open_clock
from suluh.deadlines.services.clocks import extend_clock
from suluh.disclosure.errors import DayNotPossible, NeedsApproval, NotInThisState
from suluh.disclosure.models import REQUEST, Answer, Exclusion, InformationRequest, Letter
from suluh.disclosure.papers.contents import extension_parts, notification_parts, receipt_parts, refusal_parts
from suluh.disclosure.papers.days import indonesian_day
from suluh.law.clocks import extension_grounds
from suluh.organization.models import Person
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .case_clocks import clock_done, clock_off, request_clock
from .cases import case_locked, case_moved
from .letters import letter_draw, letter_write, told_of
from .notices import letter_post
from .withholding import decree_attach, require_grounded_answer

State = InformationRequest.State


@transaction.atomic
def request_extend(
    *,
    request: InformationRequest,
    seen: int,
    ground: str,
    by: Actor,
    words: str = "",
    opening: str = "",
    closing: str = "",
    read: str = "",
) -> Letter:
    """Extend the time for the answer once, on one of the two grounds, in writing (UU 14/2008 art. 22(8)).

    Raises:
        NotAllowed: `by` is not the PPID. MovedOn, NotInThisState: see `case_locked`.
        NotExtendable: it was extended before, or the date has passed.
        LetterChanged: the letter is not the one that was read.
    """
    permit(by, "request.decide", request)
    found = case_locked(request, seen=seen, states=(State.RUNNING,))
    running = open_clock(REQUEST, found.pk, "ANS")
    if running is None:
        raise NotInThisState
    today = timezone.localdate()
    extended = extend_clock(clock=running, ground=ground, on=today, by=by)
    case_moved(found)
    named = extension_grounds()[ground]
    letter = letter_write(
        case=found,
        kind=Letter.Kind.EXTENSION,
        day=today,
        parts=extension_parts(found, ground=named, until=extended.due),
        by=by,
        words=words,
        opening=opening,
        closing=closing,
        read=read,
    )
    letter_post(letter)
    told = {"number": found.number, "ground": named.label, **told_of(letter)}
    record("request.extended", on=found.subject, by=by, unit=found.body, **told)
    return letter


@transaction.atomic
def answer_draft(
    *, request: InformationRequest, seen: int, by: Actor, exclusion: Exclusion | None = None, **fields: Any
) -> Answer:
    """Write or rewrite the draft of the answer; what was approved before has to be approved again.

    Raises:
        NotAllowed: `by` does not serve the body. MovedOn, NotInThisState: see `case_locked`.
    """
    permit(by, "request.prepare", request)
    found = case_locked(request, seen=seen, states=(State.RUNNING,))
    answer = Answer.objects.filter(request=found).first() or Answer(request=found)
    for name, value in fields.items():
        setattr(answer, name, value)
    answer.exclusion, answer.decree_number = exclusion, exclusion.decree_number if exclusion else ""
    answer.state, answer.returned = Answer.State.DRAFT, ""
    answer.approved_by, answer.approved_at = None, None
    answer.drafted_by = by if isinstance(by, Person) else None
    answer.save()
    _mind_the_refusal(found, answer, by)
    case_moved(found)
    _tell("answer.drafted", answer, by, result=answer.get_result_display())
    return answer


@transaction.atomic
def answer_send(*, answer: Answer, seen: int, by: Actor) -> Answer:
    """Lay an answer that withholds something before the superior (Perki 1/2021 art. 10(2)e–f).

    Raises:
        NotAllowed: `by` does not serve the body. MovedOn, NotInThisState: see `case_locked`.
        NeedsExclusion, ExclusionOver, ExclusionNotFitting, OnlyAPart: see `require_grounded`.
    """
    permit(by, "request.prepare", answer)
    answer, found = _locked(answer, seen, Answer.State.DRAFT)
    if not answer.withholds:
        raise NotInThisState
    require_grounded_answer(answer)
    decree_attach(answer, by)
    answer.state = Answer.State.SENT
    answer.save(update_fields=["state"])
    case_moved(found)
    _tell("answer.sent", answer, by)
    return answer


@transaction.atomic
def answer_approve(*, answer: Answer, seen: int, by: Actor) -> Answer:
    """Approve that information is withheld.

    Raises:
        NotAllowed: `by` is not the superior. MovedOn, NotInThisState: see `case_locked`.
    """
    permit(by, "refusal.approve", answer)
    answer, found = _locked(answer, seen, Answer.State.SENT)
    answer.state = Answer.State.APPROVED
    answer.approved_by, answer.approved_at = by if isinstance(by, Person) else None, timezone.now()
    answer.save(update_fields=["state", "approved_by", "approved_at"])
    case_moved(found)
    _tell("answer.approved", answer, by)
    return answer


@transaction.atomic
def answer_return(*, answer: Answer, seen: int, note: str, by: Actor) -> Answer:
    """Give an answer back to the PPID, with the reason.

    Raises:
        NotAllowed: `by` is not the superior. MovedOn, NotInThisState: see `case_locked`.
    """
    permit(by, "refusal.approve", answer)
    answer, found = _locked(answer, seen, Answer.State.SENT)
    answer.state, answer.returned = Answer.State.DRAFT, note
    answer.save(update_fields=["state", "returned"])
    case_moved(found)
    _tell("answer.returned", answer, by, note=note)
    return answer


@transaction.atomic
def answer_sign(*, answer: Answer, seen: int, by: Actor, read: str = "") -> Letter:
    """Sign the answer: decision, letter, end of the clock and start of the objection window, all or nothing.

    Raises:
        NotAllowed: `by` is not the PPID. MovedOn, NotInThisState: see `case_locked`.
        NeedsApproval: something is withheld and the superior has not approved it.
        NeedsExclusion, ExclusionOver: see `require_grounded`. LetterChanged: the letter is not the one that was read.
    """
    permit(by, "request.decide", answer)
    answer, found = _locked(answer, seen, Answer.State.DRAFT, Answer.State.APPROVED)
    if answer.withholds:
        if answer.state != Answer.State.APPROVED or answer.approved_at is None:
            raise NeedsApproval
        require_grounded_answer(answer)
    today = timezone.localdate()
    answer.state, answer.signed_at = Answer.State.SIGNED, timezone.now()
    answer.signed_by = by if isinstance(by, Person) else None
    answer.save(update_fields=["state", "signed_at", "signed_by"])
    _end_clocks(found, answer, today, by)
    found.state, found.answered_on = State.ANSWERED, today
    found.clock = request_clock(found, "OBJ", start=today, by=by)
    if answer.result == Answer.Result.GRANTED and not answer.cost and not answer.available:
        found.given_on = today
    case_moved(found, "state", "answered_on", "given_on", "clock")
    letter = letter_write(case=found, day=today, by=by, read=read, **_contents(answer))
    letter_post(letter)
    _tell("answer.signed", answer, by, result=answer.get_result_display(), **told_of(letter))
    return letter


def answer_letter(answer: Answer, *, by: Actor | None = None) -> Letter:
    """The letter of an answer as its draft stands, for whoever prepares or approves it; nothing is stored."""
    return letter_draw(case=answer.request, day=timezone.localdate(), by=by, **_contents(answer))


@transaction.atomic
def answer_pay(*, answer: Answer, seen: int, on: date, by: Actor) -> Letter:
    """Note that copies were paid for and write the receipt, in one transaction (Perki 1/2021 art. 38).

    Raises:
        NotAllowed: `by` does not serve the body. MovedOn, NotInThisState: see `case_locked`.
        DayNotPossible: the day lies ahead, or before the answer.
    """
    permit(by, "request.prepare", answer)
    answer, found = _locked(answer, seen, Answer.State.SIGNED, request_state=State.ANSWERED)
    if answer.paid_on is not None or not answer.cost:
        raise NotInThisState
    today = timezone.localdate()
    if on > today or (found.answered_on and on < found.answered_on):
        raise DayNotPossible
    answer.paid_on = on
    receipt = letter_write(case=found, kind=Letter.Kind.RECEIPT, day=today, by=by, parts=receipt_parts(answer))
    answer.receipt = receipt.number
    answer.save(update_fields=["receipt", "paid_on"])
    case_moved(found)
    letter_post(receipt)
    _tell("answer.paid", answer, by, receipt=receipt.number, paper=receipt.print.sha256)
    return receipt


@transaction.atomic
def request_given(*, request: InformationRequest, seen: int, on: date, by: Actor) -> InformationRequest:
    """Note the day on which the information was handed over.

    Raises:
        NotAllowed: `by` does not serve the body. MovedOn, NotInThisState: see `case_locked`.
        DayNotPossible: the day lies ahead, or before the answer.
    """
    permit(by, "request.prepare", request)
    found = case_locked(request, seen=seen, states=(State.ANSWERED,))
    if on > timezone.localdate() or (found.answered_on and on < found.answered_on):
        raise DayNotPossible
    found.given_on = on
    case_moved(found, "given_on")
    record("request.given", on=found.subject, by=by, unit=found.body, number=found.number, day=on)
    return found


def _locked(
    answer: Answer, seen: int, *states: str, request_state: str = State.RUNNING
) -> tuple[Answer, InformationRequest]:
    found = case_locked(answer.request, seen=seen, states=(request_state,))
    fresh = Answer.objects.select_for_update(of=("self",)).select_related("exclusion__unit").get(pk=answer.pk)
    fresh.request = found
    if fresh.state not in states:
        raise NotInThisState
    return fresh, found


def _mind_the_refusal(request: InformationRequest, answer: Answer, by: Actor) -> None:
    """A refusal is due ten working days from the day the request came in (Perki 1/2021 art. 34(3))."""
    running = open_clock(REQUEST, request.pk, "REJ")
    if answer.result == Answer.Result.REFUSED and running is None:
        request_clock(request, "REJ", start=request.received_on, by=by)
    elif answer.result != Answer.Result.REFUSED and running is not None:
        clock_off(request, "REJ", on=timezone.localdate(), reason=_("not refused"), by=by)


def _end_clocks(request: InformationRequest, answer: Answer, on: date, by: Actor) -> None:
    clock_done(request, "ANS", on=on, by=by)
    if answer.result == Answer.Result.REFUSED:
        clock_done(request, "REJ", on=on, by=by)
    # A window that opened because the answer was late starts anew with the answer itself.
    clock_off(request, "OBJ", on=on, reason=_("the answer has come"), by=by)


def _contents(answer: Answer) -> dict[str, Any]:
    said = {"words": answer.words, "opening": answer.opening, "closing": answer.closing}
    if answer.result != Answer.Result.REFUSED:
        return {"kind": Letter.Kind.NOTIFICATION, "parts": notification_parts(answer), **said}
    approved = "Menunggu persetujuan Atasan PPID"
    if answer.approved_at:
        day = indonesian_day(timezone.localdate(answer.approved_at))
        approver = answer.approved_by.name if answer.approved_by else "Atasan PPID"
        approved = f"Disetujui Atasan PPID ({approver}) pada {day}"
    return {"kind": Letter.Kind.REFUSAL, "parts": refusal_parts(answer, approved=approved), **said}


def _tell(event: str, answer: Answer, by: Actor, **values: object) -> None:
    request = answer.request
    record(event, on=request.subject, by=by, unit=request.body, number=request.number, **values)

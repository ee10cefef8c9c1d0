"""Collecting: units are asked for material with an inner date, bring it, or say that they do not hold it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.disclosure.errors import DayNotPossible, NotInThisState
from suluh.disclosure.models import Assignment, CaseFile, CaseNote, InformationRequest
from suluh.organization.errors import AlreadyRecorded
from suluh.organization.models import Person, Unit
from suluh.organization.permissions import may, permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

from .case_files import case_file_add
from .cases import case_locked, case_moved

State = Assignment.State


@transaction.atomic
def request_assign(
    *, request: InformationRequest, seen: int, units: Iterable[Unit], asks: str, due: date, by: Actor
) -> list[Assignment]:
    """Ask one or several units to bring material by an inner date.

    Raises:
        NotAllowed: `by` does not serve the body. MovedOn, NotInThisState: see `case_locked`.
        DayNotPossible: the date has passed. AlreadyRecorded: a unit has an open task on this request.
    """
    permit(by, "request.prepare", request)
    found = case_locked(request, seen=seen, states=(InformationRequest.State.RUNNING,))
    if due < timezone.localdate():
        raise DayNotPossible
    person = by if isinstance(by, Person) else None
    made = []
    for unit in units:
        try:
            with transaction.atomic():
                made.append(Assignment.objects.create(request=found, unit=unit, asks=asks, due=due, asked_by=person))
        except IntegrityError:
            raise AlreadyRecorded(_("%(unit)s has been asked already.") % {"unit": unit.name}) from None
        record("request.assigned", on=found.subject, by=by, unit=found.body, number=found.number, of=unit.name, due=due)
    case_moved(found)
    return made


@transaction.atomic
def assignment_bring(
    *, assignment: Assignment, reply: str, held: bool, by: Actor, files: Iterable[tuple[str, bytes]] = ()
) -> Assignment:
    """Bring what was asked for, or say that the unit does not hold it.

    Raises:
        NotAllowed: `by` does not work for the unit. NotInThisState: it was answered already.
        Refused: a file may not be kept.
    """
    permit(by, "request.bring", assignment)
    found = Assignment.objects.select_for_update(of=("self",)).select_related("request__body").get(pk=assignment.pk)
    if found.state != State.ASKED:
        raise NotInThisState
    case = found.request
    for name, content in files:
        case_file_add(
            request=case, purpose=CaseFile.Purpose.MATERIAL, content=content, name=name, by=by, assignment=found
        )
    found.state, found.reply = (State.BROUGHT if held else State.NOT_HELD), reply
    found.replied_at, found.replied_by = timezone.now(), by if isinstance(by, Person) else None
    found.save(update_fields=["state", "reply", "replied_at", "replied_by"])
    event = "request.brought" if held else "request.not-held"
    record(event, on=case.subject, by=by, unit=found.unit, number=case.number)
    return found


@transaction.atomic
def note_write(*, request: InformationRequest, text: str, by: Actor) -> CaseNote:
    """Write an internal note; its words are not part of any event.

    Raises:
        NotAllowed: `by` neither serves the body nor is the superior.
    """
    if not may(by, "refusal.approve", request):
        permit(by, "request.prepare", request)
    note = CaseNote.objects.create(request=request, author=by if isinstance(by, Person) else None, text=text)
    record("request.noted", on=request.subject, by=by, unit=request.body, number=request.number)
    return note

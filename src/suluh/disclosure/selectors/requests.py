"""Requests as officers see them: the list by due date, one case with everything that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from suluh.deadlines.models import Clock
from suluh.deadlines.selectors import clocks_of, pace
from suluh.deadlines.selectors.clocks import Pace
from suluh.disclosure.models import (
    REQUEST,
    Answer,
    Assignment,
    CaseFile,
    CaseNote,
    InformationRequest,
    Letter,
    Notice,
    Objection,
)
from suluh.law.kinds import UnitKind
from suluh.organization.models import Role, Unit
from suluh.organization.permissions import may
from suluh.organization.rights import Operator, grants_of, reach
from suluh.organization.selectors.trail import Told, told_of

OFFICE = (Role.SERVICE, Role.PPID, Role.SUPERIOR)
State = InformationRequest.State
CLOCK_STEPS = ("clock.started", "clock.finished", "clock.dropped", "clock.extended")
"""Events that follow from a deed which the trail of a case tells already; the page of the clock tells them."""


def bodies_served(person: Any) -> QuerySet[Unit]:
    """Public bodies whose information service the person belongs to: the whole government's, or a village's."""
    wanted = Q(pk__in=[])
    for grant in grants_of(person):
        if grant.role in OFFICE:
            wanted |= Q(pk=grant.unit_id) & (Q(parent__isnull=True) if grant.covers(None) else Q(kind=UnitKind.DESA))
    return Unit.objects.filter(Q() if isinstance(person, Operator) else wanted)


def requests_visible_to(person: Any) -> QuerySet[InformationRequest]:
    """Requests to bodies whose information service the person belongs to; nobody else sees who asks."""
    return InformationRequest.objects.filter(body__in=bodies_served(person))


def assignments_visible_to(person: Any) -> QuerySet[Assignment]:
    """What the units are asked to bring that the person works for, and all of the bodies the person serves."""
    return Assignment.objects.filter(reach(person, road="unit") | Q(request__body__in=bodies_served(person)))


@dataclass(frozen=True, slots=True)
class CaseFileBook:
    """One request with everything the office needs to work on it."""

    request: InformationRequest
    clocks: list[Clock]
    clock: Clock | None
    pace: Pace | None
    assignments: list[Assignment]
    files: list[CaseFile]
    notes: list[CaseNote]
    letters: list[Letter]
    notices: list[Notice]
    answer: Answer | None
    objections: list[Objection]
    trail: list[Told]
    may: dict[str, bool]


def request_book(request: InformationRequest, person: Any) -> CaseFileBook:
    """Everything on record about a request, and what this person may do with it now."""
    answer = Answer.objects.filter(request=request).select_related("approved_by", "signed_by").first()
    clock = request.clock
    return CaseFileBook(
        request=request,
        clocks=clocks_of(REQUEST, request.pk),
        clock=clock,
        pace=pace(clock) if clock else None,
        assignments=list(request.assignments.select_related("unit").prefetch_related("files")),
        files=list(request.files.filter(assignment__isnull=True)),
        notes=list(request.notes.select_related("author")),
        letters=list(request.letters.all()),
        notices=list(request.notices.select_related("letter")),
        answer=answer,
        objections=list(request.objections.all()),
        trail=told_of(request.subject, without=CLOCK_STEPS),
        may=deeds(request, answer, clock, person),
    )


def deeds(request: InformationRequest, answer: Answer | None, clock: Clock | None, person: Any) -> dict[str, bool]:
    """Deeds that this person may do on the request as it stands."""
    intake, prepare = may(person, "request.intake", request), may(person, "request.prepare", request)
    decide, approve = may(person, "request.decide", request), may(person, "refusal.approve", request)
    state, draft = request.state, answer.state if answer else ""
    running = state == State.RUNNING
    ready = draft == Answer.State.APPROVED or (draft == Answer.State.DRAFT and not (answer and answer.withholds))
    return {
        "check": intake and state == State.RECEIVED,
        "mend": intake and state in (State.INCOMPLETE, State.LAPSED),
        "withdraw": intake and request.is_open,
        "assign": prepare and running,
        "extend": decide and running and clock is not None and clock.code == "ANS" and not clock.extended,
        "draft": prepare and running,
        "send": prepare and running and draft == Answer.State.DRAFT and bool(answer and answer.withholds),
        "read": (prepare or approve) and running and answer is not None,
        "approve": approve and running and draft == Answer.State.SENT,
        "sign": decide and running and ready,
        "give": prepare and state == State.ANSWERED and request.given_on is None,
        "pay": prepare and state == State.ANSWERED and bool(answer and answer.cost and not answer.paid_on),
        "prepare": prepare,
        "note": prepare or approve,
        "attach": prepare and running,
        "object": may(person, "objection.record", request),
        "publish": prepare and state == State.ANSWERED and bool(answer and answer.result in ("granted", "partial")),
        "identity": may(person, "request.identity", request),
        "person": request.applicant.erased_at is None and may(person, "person.correct", request),
        "hold": request.applicant.erased_at is None and may(person, "retention.hold", request),
    }

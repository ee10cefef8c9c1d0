"""What a requester sees of the own request by its code: where it stands, dates with their articles, letters."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from suluh.deadlines.models import Clock
from suluh.deadlines.selectors import clocks_of, pace
from suluh.disclosure.models import REQUEST, Answer, CaseFile, InformationRequest, Letter, Notice, Objection
from suluh.disclosure.services.case_numbers import code_as_kept, desk_of
from suluh.law.kinds import UnitKind
from suluh.organization.models import Membership, Unit

from .requests import OFFICE

State = InformationRequest.State
GROUP = 4
"""Signs of a code's first group."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way. `tone` is "" for done, "now", "warn" or "later"."""

    words: Any
    day: date | None
    note: Any = ""
    tone: str = ""

    @property
    def icon(self) -> str:
        """The icon that says the tone."""
        return {"": "ok", "now": "clock", "warn": "alert", "later": "none"}[self.tone]


@dataclass(frozen=True, slots=True)
class Tracking:
    """One request as its requester reads it."""

    request: InformationRequest
    steps: list[Step]
    clock: Clock | None
    answer: Answer | None
    letters: list[Letter]
    files: list[CaseFile]
    objections: list[Objection]
    may_object: bool
    object_until: date | None
    contact: str
    troubled: list[Notice]


def request_by_code(code: str) -> InformationRequest | None:
    """The request with this code, however it was typed; None where nobody has it.

    The index is asked for the first group alone and the rest is compared in constant time, so that the time of an
    answer tells nothing of the other three groups.
    """
    typed = code_as_kept(code)
    rows = InformationRequest.objects.select_related("body", "clock__unit", "clock__calendar")
    near = rows.filter(code__startswith=typed[:GROUP]) if len(typed) >= GROUP else rows.none()
    same = [row for row in near if hmac.compare_digest(row.code.encode(), typed.encode())]
    return same[0] if same else None


def case_by_code(code: str) -> InformationRequest | Objection | None:
    """The case that a code leads to: a request, also by the code of an objection to it, or an objection without one."""
    if found := request_by_code(code):
        return found
    rows = Objection.objects.select_related("body", "applicant", "clock__unit", "clock__calendar", "request")
    objection = rows.filter(code=code_as_kept(code)).first()
    if objection is not None and objection.request is not None:
        return request_by_code(objection.request.code)
    return objection


def tracking_of(request: InformationRequest) -> Tracking:
    """Everything the requester may see; what units and officers wrote among themselves is not part of it."""
    clocks = clocks_of(REQUEST, request.pk)
    window = next((one for one in clocks if one.code == "OBJ" and one.is_open), None)
    today = timezone.localdate()
    silent = any(one.code == "ANS" and one.is_open and one.due and one.due < today for one in clocks)
    objectable = silent or (window is not None and window.due is not None and window.due >= today)
    return Tracking(
        request=request,
        steps=_steps(request),
        clock=request.clock if request.is_open else None,
        answer=Answer.objects.filter(request=request, state=Answer.State.SIGNED).first(),
        letters=list(letters_to(request)),
        files=list(handed_files(request)),
        objections=list(request.objections.select_related("clock__unit", "clock__calendar")),
        may_object=objectable and not request.objections.filter(state=Objection.State.RUNNING).exists(),
        object_until=window.due if window else None,
        contact=desk_of(request.body).contact,
        troubled=list(
            Notice.objects.filter(Q(request=request) | Q(objection__request=request), state__in=Notice.TROUBLED)
        ),
    )


def letters_to(case: InformationRequest | Objection) -> QuerySet[Letter]:
    """Every letter that the requester of a case got, also those on objections to the request."""
    if isinstance(case, Objection):
        return Letter.objects.filter(objection=case).order_by("pk")
    return Letter.objects.filter(Q(request=case) | Q(objection__request=case)).order_by("pk")


@dataclass(frozen=True, slots=True)
class ObjectionTracking:
    """One objection without a request as its sender reads it."""

    objection: Objection
    clock: Clock | None
    letters: list[Letter]
    contact: str
    troubled: list[Notice]


def objection_tracking_of(objection: Objection) -> ObjectionTracking:
    """Everything that the sender of an objection without a request may see."""
    clock = objection.clock
    return ObjectionTracking(
        objection=objection,
        clock=clock if clock is not None and clock.is_open else None,
        letters=list(letters_to(objection)),
        contact=desk_of(objection.body).contact,
        troubled=list(objection.notices.filter(state__in=Notice.TROUBLED)),
    )


def handed_files(request: InformationRequest) -> QuerySet[CaseFile]:
    """Files that were given to the requester, once the answer is signed."""
    if request.state != State.ANSWERED:
        return CaseFile.objects.none()
    return request.files.filter(purpose__in=(CaseFile.Purpose.HANDED, CaseFile.Purpose.DECREE))


def _steps(request: InformationRequest) -> list[Step]:
    steps = [Step(_("Received and registered"), timezone.localdate(request.registered_at))]
    if request.state == State.RECEIVED:
        steps.append(Step(_("The office checks whether it is complete"), None, _until(request.clock), "now"))
    if request.state == State.INCOMPLETE:
        steps.append(Step(_("Something is missing: read the letter below"), None, _until(request.clock), "warn"))
    if request.state == State.LAPSED:
        steps.append(Step(_("Not completed in time; you may ask again"), None, "", "warn"))
    if request.state == State.WITHDRAWN:
        steps.append(Step(_("Withdrawn"), None, ""))
    if request.complete_on:
        steps.append(Step(_("Declared complete"), request.complete_on))
    steps += _material(request)
    if request.state == State.RUNNING:
        late = request.clock is not None and pace(request.clock).late
        steps.append(Step(_("Written notification"), None, _until(request.clock), "warn" if late else "later"))
    if request.answered_on:
        steps.append(Step(_answered(request), request.answered_on))
    if request.given_on and request.given_on != request.answered_on:
        steps.append(Step(_("Information handed over"), request.given_on))
    return steps


def _material(request: InformationRequest) -> list[Step]:
    asked = list(request.assignments.select_related("unit"))
    open_ones = [one for one in asked if one.state == one.State.ASKED]
    steps = [
        Step(_("Passed on to %(unit)s") % {"unit": one.unit.name}, timezone.localdate(one.asked_at)) for one in asked
    ]
    if open_ones and request.state == State.RUNNING:
        steps.append(Step(_("Material is being collected"), None, "", "now"))
    return steps


def _answered(request: InformationRequest) -> str:
    answer = getattr(request, "answer", None)
    return _("Answered: %(result)s") % {"result": answer.get_result_display()} if answer else _("Answered")


def _until(clock: Clock | None) -> str:
    if clock is None or clock.due is None:
        return ""
    return _("At the latest %(day)s (%(law)s)") % {"day": date_format(clock.due, "l, j F Y"), "law": clock.rule.law}


def body_asked(slug: str = "") -> Unit | None:
    """The public body that a page speaks for: the village that is named, else the government of the unit named."""
    rows = Unit.objects.filter(active_until__isnull=True)
    government = rows.filter(parent__isnull=True).order_by("pk").first()
    named = rows.filter(slug=slug.replace("\x00", "")).first() if slug else government
    return named if named is None or named.kind == UnitKind.DESA else government


def body_to_ask(slug: str = "") -> Unit | None:
    """The public body that a form is sent to: one whose service somebody holds, for elsewhere nobody would see it.

    A unit of the government answers through its PPID. A village that has appointed nobody here is stood in for by the
    government, whose answer says who holds what was asked for.
    """
    body = body_asked(slug)
    if body is None or body.kind != UnitKind.DESA or served(body):
        return body
    return body_asked()


def served(body: Unit) -> bool:
    """Whether somebody holds the information service of a body today."""
    today = timezone.localdate()
    holds = Membership.objects.filter(unit=body, role__in=OFFICE, valid_from__lte=today, person__is_active=True)
    return holds.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=today)).exists()

"""What of requesters falls due for destruction, and what holds it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils.translation import gettext as _

from suluh.deadlines.models import Clock
from suluh.disclosure.models import (
    OBJECTION,
    REQUEST,
    Applicant,
    CaseFile,
    Dispute,
    InformationRequest,
    Objection,
    RetentionHold,
    RetentionRun,
    RetentionTerm,
)
from suluh.law.retention import Series, What, ended_until, retention_series
from suluh.organization.models import Unit
from suluh.organization.permissions import may

PAGE = 50
AHEAD = timedelta(days=90)
"""How long before its day something is told to fall due soon."""


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """One series with the years that hold for the body and how many requesters are concerned."""

    series: Series
    years: int | None
    decree: str
    due: int
    held: int
    soon: int
    running: RetentionRun | None


@dataclass(frozen=True, slots=True)
class Held:
    """One requester whose time has passed, and why nothing may be destroyed yet."""

    applicant: Applicant
    number: str
    why: str
    hold: RetentionHold | None


@dataclass(frozen=True, slots=True)
class RetentionPage:
    """Everything that the page on retention tells."""

    body: Unit
    lines: list[SeriesLine]
    held: list[Held]
    runs: list[RetentionRun]
    may: dict[str, bool]

    @property
    def due(self) -> int:
        """Requesters of whom most is due: those of the largest series, for one person stands in several."""
        return max((line.due for line in self.lines), default=0)


def years_of(body: Unit, series: Series) -> tuple[int | None, str]:
    """The years that hold for a body, and the decree where its own archive schedule sets them."""
    own = RetentionTerm.objects.filter(body=body, series=series.code).first()
    return (own.years, own.decree) if own else (series.years, "")


def applicants_of(body: Unit) -> QuerySet[Applicant]:
    """Requesters of a body of whom something is still kept, each with `ended`, the last day of their cases."""
    requests = InformationRequest.objects.filter(applicant=OuterRef("pk"), body=body)
    objections = Objection.objects.filter(Q(applicant=OuterRef("pk")) | Q(request__applicant=OuterRef("pk")), body=body)
    return (
        Applicant.objects.filter(Exists(requests) | Exists(objections), erased_at__isnull=True)
        .annotate(
            request_ended=Subquery(requests.values(day=Coalesce("answered_on", "complete_on", "received_on"))[:1]),
            objection_ended=_last(objections, Coalesce("answered_on", "received_on")),
            dispute_ended=_last(
                Dispute.objects.filter(objection__in=objections.values("pk")), Coalesce("ruled_on", "filed_on")
            ),
            clock_ended=_last(_clocks(), F("ended_on")),
        )
        .annotate(ended=Greatest("request_ended", "objection_ended", "dispute_ended", "clock_ended"))
    )


def due_by(body: Unit, series: Series, until: date) -> QuerySet[Applicant]:
    """Requesters of whom a series is kept although their cases ended on or before a day; held ones included."""
    rows = applicants_of(body).filter(Q(ended__lte=until))
    if series.what == What.DESTROY:
        proofs = CaseFile.objects.filter(request__applicant=OuterRef("pk"), purpose=CaseFile.Purpose.IDENTITY)
        return rows.filter(Exists(proofs))
    return rows


def held_back() -> Q:
    """What forbids destruction: an open case or clock, a running dispute, a legal hold."""
    open_requests = InformationRequest.objects.filter(applicant=OuterRef("pk"), state__in=InformationRequest.OPEN)
    objections = Objection.objects.filter(Q(applicant=OuterRef("pk")) | Q(request__applicant=OuterRef("pk")))
    disputes = Dispute.objects.filter(objection__in=objections.values("pk")).exclude(stage=Dispute.Stage.CLOSED)
    holds = RetentionHold.objects.filter(applicant=OuterRef("pk"), lifted_at__isnull=True)
    waiting = objections.filter(state__in=(Objection.State.RUNNING, Objection.State.LAPSED))
    clocks = _clocks().filter(state__in=Clock.OPEN)
    return Q(Exists(open_requests)) | Q(Exists(waiting)) | Q(Exists(disputes)) | Q(Exists(clocks)) | Q(Exists(holds))


def retention_page(body: Unit, person: Any, on: date) -> RetentionPage:
    """What falls due at a body on a day, what is held and why, and what was destroyed before."""
    lines = [_line(body, series, on) for series in retention_series().values()]
    return RetentionPage(
        body=body,
        lines=lines,
        held=_held(body, on),
        runs=list(RetentionRun.objects.filter(body=body).select_related("approved_by")[:PAGE]),
        may={"approve": may(person, "retention.approve", body), "hold": may(person, "retention.hold", body)},
    )


def _line(body: Unit, series: Series, on: date) -> SeriesLine:
    years, decree = years_of(body, series)
    running = RetentionRun.objects.filter(body=body, series=series.code, finished_at__isnull=True).first()
    if years is None:
        return SeriesLine(series, None, "", 0, 0, 0, None)
    rows = due_by(body, series, ended_until(years, on))
    held = rows.filter(held_back()).count()
    soon = due_by(body, series, ended_until(years, on + AHEAD)).count() - rows.count()
    return SeriesLine(series, years, decree, rows.count() - held, held, soon, running)


def _held(body: Unit, on: date) -> list[Held]:
    wanted = Q(pk__in=[])
    for series in retention_series().values():
        years, _decree = years_of(body, series)
        if years is not None:
            wanted |= Q(pk__in=due_by(body, series, ended_until(years, on)).filter(held_back()).values("pk"))
    standing = Q(holds__lifted_at__isnull=True, holds__isnull=False)
    rows = applicants_of(body).filter(wanted | standing).distinct().order_by("pk")[:PAGE]
    return [_why(row) for row in rows]


def _why(applicant: Applicant) -> Held:
    hold = applicant.holds.filter(lifted_at__isnull=True).select_related("by").first()
    case = case_of(applicant)
    number = case.number if case else ""
    if hold is not None:
        return Held(applicant, number, hold.reason, hold)
    return Held(applicant, number, _("A case, a dispute or a date of it is still open."), None)


def case_of(applicant: Applicant) -> InformationRequest | Objection | None:
    """The case under which a requester is known: the request, else the objection that stands alone."""
    request = InformationRequest.objects.filter(applicant=applicant).select_related("body").first()
    return request or Objection.objects.filter(applicant=applicant).select_related("body").first()


def _clocks() -> QuerySet[Clock]:
    requests = InformationRequest.objects.filter(applicant=OuterRef(OuterRef("pk"))).values("pk")
    objections = Objection.objects.filter(
        Q(applicant=OuterRef(OuterRef("pk"))) | Q(request__applicant=OuterRef(OuterRef("pk")))
    ).values("pk")
    return Clock.objects.filter(
        Q(subject_kind=REQUEST, subject_id__in=requests) | Q(subject_kind=OBJECTION, subject_id__in=objections)
    )


def _last(rows: QuerySet[Any], day: Any) -> Subquery:
    return Subquery(rows.order_by().values(one=Value(1)).annotate(last=Max(day)).values("last"))

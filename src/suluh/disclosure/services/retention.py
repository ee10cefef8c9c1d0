"""Retention: terms and holds of a body, destruction that an officer approves and a job carries out."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from suluh.disclosure.errors import NothingDue
from suluh.disclosure.models import Applicant, RetentionHold, RetentionRun, RetentionTerm
from suluh.disclosure.selectors.retention import case_of, due_by, held_back, years_of
from suluh.law.retention import Series, What, ended_until, retention_series
from suluh.organization.errors import AlreadyRecorded
from suluh.organization.models import Person, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import OPERATOR, Actor
from suluh.organization.services.trail import record

from .forgetting import applicant_forget, proofs_destroy

RUN_TASK = "disclosure.retention"
BATCH = 100


@transaction.atomic
def term_set(*, body: Unit, series: str, years: int, decree: str, by: Actor) -> RetentionTerm:
    """Set the years that the body's own archive schedule gives a series.

    Raises:
        NotAllowed: `by` is not the PPID of the body. KeyError: there is no such series.
    """
    permit(by, "retention.approve", body)
    found = retention_series()[series]
    term, _made = RetentionTerm.objects.update_or_create(
        body=body, series=series, defaults={"years": years, "decree": decree}
    )
    record("retention.term", on=body, by=by, unit=body, series=found.label, years=years, decree=decree)
    return term


@transaction.atomic
def hold_place(*, applicant: Applicant, reason: str, by: Actor) -> RetentionHold:
    """Keep everything of a requester until the hold is lifted.

    Raises:
        NotAllowed: `by` is neither the PPID nor the superior. AlreadyRecorded: a hold stands.
    """
    case = case_of(applicant)
    permit(by, "retention.hold", case)
    try:
        with transaction.atomic():
            hold = RetentionHold.objects.create(applicant=applicant, reason=reason, by=_person(by))
    except IntegrityError:
        raise AlreadyRecorded(_("A legal hold stands already.")) from None
    _tell("retention.held", applicant, by)
    return hold


@transaction.atomic
def hold_lift(*, hold: RetentionHold, by: Actor) -> None:
    """End a hold; from then on the time of the series counts again.

    Raises:
        NotAllowed: `by` is neither the PPID nor the superior.
    """
    permit(by, "retention.hold", case_of(hold.applicant))
    changed = RetentionHold.objects.filter(pk=hold.pk, lifted_at__isnull=True).update(
        lifted_at=timezone.now(), lifted_by=_person(by)
    )
    if changed:
        _tell("retention.lifted", hold.applicant, by)


@transaction.atomic
def destruction_approve(*, body: Unit, series: str, record_number: str, by: Actor) -> RetentionRun:
    """Approve the destruction of everything in a series that has fallen due; a job does it.

    Raises:
        NotAllowed: `by` is not the PPID of the body. KeyError: there is no such series.
        NothingDue: nothing has fallen due, or a hold is on all of it.
        AlreadyRecorded: an approved destruction of the series is still at work.
    """
    permit(by, "retention.approve", body)
    found = retention_series()[series]
    years, _decree = years_of(body, found)
    until = ended_until(years, timezone.localdate()) if years is not None else None
    if until is None or not _due(body, found, until).exists():
        raise NothingDue
    try:
        with transaction.atomic():
            run = RetentionRun.objects.create(
                body=body, series=series, ended_until=until, record_number=record_number, approved_by=_person(by)
            )
    except IntegrityError:
        raise AlreadyRecorded(_("A destruction of this series is at work already.")) from None
    record("retention.approved", on=run, by=by, unit=body, series=found.label, number=record_number, until=until)
    app.configure_task(RUN_TASK, queue="housekeeping").defer(run_id=run.pk)
    return run


def destruction_carry_out(*, run_id: int) -> int:
    """Do what was approved, a hundred requesters in a transaction; done again, nothing is left to do.

    Holds and open cases are looked at anew for each batch. Returns how many requesters were concerned.
    """
    run = RetentionRun.objects.select_related("body", "approved_by").get(pk=run_id)
    while run.finished_at is None and _batch(run):
        run.refresh_from_db()
    return run.done


@transaction.atomic
def _batch(run: RetentionRun) -> bool:
    RetentionRun.objects.select_for_update(of=("self",)).get(pk=run.pk)
    series = retention_series()[run.series]
    keys = list(_due(run.body, series, run.ended_until).values_list("pk", flat=True)[:BATCH])
    for applicant in Applicant.objects.select_for_update().filter(pk__in=keys):
        _destroy(run, series, applicant)
    run.done += len(keys)
    if len(keys) < BATCH:
        run.finished_at = timezone.now()
        record("retention.done", on=run, by=None, unit=run.body, series=series.label, number=run.record_number,
               count=run.done)  # fmt: skip
    run.save(update_fields=["done", "finished_at"])
    return run.finished_at is None


def _destroy(run: RetentionRun, series: Series, applicant: Applicant) -> None:
    by = run.approved_by or OPERATOR
    if series.what == What.DESTROY:
        proofs_destroy(applicant)
    else:
        applicant_forget(applicant, reason=run.record_number, by=by)
    _tell("retention.destroyed", applicant, None, series=series.label, number=run.record_number)


def _due(body: Unit, series: Series, until: date) -> QuerySet[Applicant]:
    return due_by(body, series, until).exclude(held_back()).order_by("pk")


def _person(by: Actor) -> Person | None:
    return by if isinstance(by, Person) else None


def _tell(event: str, applicant: Applicant, by: Actor | None, **values: object) -> None:
    case = case_of(applicant)
    if case is not None:
        record(event, on=case.subject, by=by, unit=case.body, case=case.number, **values)

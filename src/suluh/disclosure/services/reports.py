"""The yearly report: texts are written while it is a draft, finishing freezes it with its figures and its paper."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from suluh.disclosure.errors import ReportFinished, ReportYearRuns
from suluh.disclosure.models import ServiceReport
from suluh.disclosure.reports.yearly import report_pdf
from suluh.disclosure.selectors.figures import as_rows, figures_of, parts_of, rows_address
from suluh.organization.models import Person, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record


@transaction.atomic
def report_write(*, body: Unit, year: int, texts: Mapping[str, str], by: Actor) -> ServiceReport:
    """Keep what the PPID wrote, by the code of the part.

    Raises:
        NotAllowed: `by` is not the PPID of the body.
        ReportFinished: the report is frozen.
    """
    permit(by, "report.write", body)
    report = _locked(body, year)
    report.texts = dict(texts)
    report.save(update_fields=["texts"])
    record("report.written", on=report, by=by, unit=body, year=year)
    return report


@transaction.atomic
def report_finish(*, body: Unit, year: int, by: Actor) -> ServiceReport:
    """Freeze the report with its figures of this moment and set its paper; it is public from now on.

    Raises:
        NotAllowed: `by` is not the PPID of the body.
        ReportFinished: it was finished before. ReportYearRuns: the year has not ended.
    """
    permit(by, "report.write", body)
    if year >= timezone.localdate().year:
        raise ReportYearRuns(year)
    report = _locked(body, year)
    report.figures = as_rows(figures_of(body, year))
    report.finished_at = timezone.now()
    report.finished_by = by if isinstance(by, Person) else None
    base = settings.CONFIG.base_url.rstrip("/")
    report.pdf = report_pdf(
        report, parts_of(report), lambda one: base + rows_address(one, body=body, year=year) if base else ""
    )
    report.save()
    record("report.finished", on=report, by=by, unit=body, year=year)
    return report


def _locked(body: Unit, year: int) -> ServiceReport:
    ServiceReport.objects.get_or_create(body=body, year=year)
    report = ServiceReport.objects.select_for_update(of=("self",)).select_related("body").get(body=body, year=year)
    if report.finished:
        raise ReportFinished
    return report

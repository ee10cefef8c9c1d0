"""The yearly report for the office, the finished one and the open statistics for everybody."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from suluh.disclosure.models import ServiceReport
from suluh.disclosure.selectors.figures import figures_of, parts_of
from suluh.disclosure.selectors.registers import FIRST_YEAR, LAST_YEAR
from suluh.disclosure.selectors.requests import bodies_served
from suluh.disclosure.selectors.tracking import body_asked
from suluh.disclosure.services.reports import report_finish, report_write
from suluh.law.kinds import UnitKind
from suluh.law.service import report_parts
from suluh.organization.models import Unit
from suluh.organization.permissions import may
from suluh.organization.views.requests import Signed

LONGEST = 20_000


@login_required
@never_cache
def report(request: Signed, slug: str, year: int) -> HttpResponse:
    """The report of a year as it stands; the PPID writes on it."""
    body = _served(request, slug, year)
    if request.method == "POST":
        texts = {part.code: _typed(request, part.code) for part in report_parts()}
        report_write(body=body, year=year, texts=texts, by=request.user)
        return redirect("disclosure:report", slug=slug, year=year)
    found = ServiceReport.objects.filter(body=body, year=year).first() or ServiceReport(body=body, year=year)
    this_year = timezone.localdate().year
    context = {
        "report": found,
        "parts": parts_of(found),
        "writes": may(request.user, "report.write", body),
        "ended": year < this_year,
        "years": range(this_year, this_year - 4, -1),
        "village": _village(body),
    }
    return render(request, "disclosure/registers/report.html", context)


@login_required
@require_POST
def finish(request: Signed, slug: str, year: int) -> HttpResponse:
    """Freeze the report."""
    report_finish(body=_served(request, slug, year), year=year, by=request.user)
    return redirect("disclosure:report", slug=slug, year=year)


def public(request: HttpRequest, year: int) -> HttpResponse:
    """A finished report."""
    found = _finished(request, year)
    context = {"report": found, "parts": parts_of(found), "village": _village(found.body)}
    return render(request, "disclosure/registers/public_report.html", context)


def public_paper(request: HttpRequest, year: int) -> HttpResponse:
    """A finished report as PDF."""
    headers = {"Content-Disposition": f'inline; filename="laporan-layanan-informasi-{year}.pdf"'}
    return HttpResponse(bytes(_finished(request, year).pdf), content_type="application/pdf", headers=headers)


def statistics(request: HttpRequest) -> HttpResponse:
    """The figures of a year as they stand now."""
    body, typed = _asked(request), request.GET.get("tahun", "")
    this_year = timezone.localdate().year
    year = int(typed) if typed.isascii() and typed.isdigit() and len(typed) == 4 else this_year
    finished = ServiceReport.objects.filter(body=body, finished_at__isnull=False).defer("pdf")
    context = {"year": year, "years": range(this_year, this_year - 4, -1), "finished": finished, "body": body}
    context |= {"figures": figures_of(body, year), "village": _village(body)}
    return render(request, "disclosure/registers/statistics.html", context)


def _served(request: Signed, slug: str, year: int) -> Unit:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    return get_object_or_404(bodies_served(request.user), slug=slug)


def _asked(request: HttpRequest) -> Unit:
    body = body_asked(request.GET.get("badan", ""))
    if body is None:
        raise Http404
    return body


def _village(body: Unit) -> str:
    """What an open page is asked with where it speaks for a village."""
    return body.slug if body.kind == UnitKind.DESA else ""


def _finished(request: HttpRequest, year: int) -> ServiceReport:
    rows = ServiceReport.objects.filter(body=_asked(request), year=year, finished_at__isnull=False)
    return get_object_or_404(rows)


def _typed(request: Signed, code: str) -> str:
    return str(request.POST.get(f"part-{code}", "")).replace("\x00", "").strip()[:LONGEST]

"""Monitoring of each PPID Pelaksana: a row a unit, the rows behind its figures, the sheet."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from suluh.disclosure.reports.pelaksana import standings_xlsx
from suluh.disclosure.selectors.pelaksana import asked_of, objections_lost, standings
from suluh.disclosure.selectors.visible import units_trusted_to
from suluh.law.service import term
from suluh.organization.views.requests import Signed

from .exports import XLSX


@login_required
def board(request: Signed) -> HttpResponse:
    """Every unit within reach: what it published, lacks, let lie, and how it brings material."""
    year = _year(request)
    rows = standings(request.user, year)
    context = {
        "rows": rows, "year": year, "years": _years(), "troubled": sum(row.troubled for row in rows),
        "word": term("ppid-unit"),
    }  # fmt: skip
    return render(request, "disclosure/pelaksana.html", context)


@login_required
def sheet(request: Signed) -> HttpResponse:
    """The same as a workbook."""
    year = _year(request)
    content = standings_xlsx(standings(request.user, year), year=year)
    headers = {"Content-Disposition": f'attachment; filename="ppid-pelaksana-{year}.xlsx"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)


@login_required
def unit(request: Signed, slug: str) -> HttpResponse:
    """One unit with the rows behind its figures."""
    found = get_object_or_404(units_trusted_to(request.user), slug=slug)
    year = _year(request)
    context = {
        "row": standings(request.user, year, only=[found.pk])[0], "unit": found, "year": year, "years": _years(),
        "asked": asked_of(found, year), "lost": list(objections_lost(found, year)), "word": term("ppid-unit"),
    }  # fmt: skip
    return render(request, "disclosure/pelaksana_unit.html", context)


def _year(request: HttpRequest) -> int:
    """The year of the address, else the running one."""
    text = request.GET.get("tahun", "")
    return int(text) if text.isascii() and text.isdigit() and text in map(str, _years()) else timezone.localdate().year


def _years() -> range:
    """The running year and the four before it."""
    this = timezone.localdate().year
    return range(this, this - 5, -1)

"""The register as a list, and out of it as sheets."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render

from suluh.kernel.sheets import TabOut, write_xlsx
from suluh.organization.importing.template import HEADS
from suluh.organization.permissions import may
from suluh.organization.selectors.exports import WIDTHS, register_csv, register_xlsx
from suluh.organization.selectors.units import register_page

from .requests import Signed

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
def register(request: Signed) -> HttpResponse:
    """Units that the person may see, filtered and paged."""
    page = register_page(
        request.user,
        words=request.GET.get("cari", ""),
        kind=request.GET.get("jenis", ""),
        after=request.GET.get("setelah", ""),
    )
    context = {
        "page": page,
        "may_import": may(request.user, "register.import"),
        "may_govern": may(request.user, "government.edit"),
    }
    return render(request, "organization/register.html", context)


@login_required
def export_xlsx(request: Signed) -> HttpResponse:
    """The register as a workbook in our template."""
    return _file(register_xlsx(request.user), "register-unit.xlsx", XLSX)


@login_required
def export_csv(request: Signed) -> HttpResponse:
    """The register as CSV in our template."""
    return _file(register_csv(request.user), "register-unit.csv", "text/csv; charset=utf-8")


@login_required
def template_xlsx(request: Signed) -> HttpResponse:  # noqa: ARG001 (every view takes a request)
    """An empty template to fill in."""
    return _file(write_xlsx([TabOut("Unit", [HEADS], widths=WIDTHS)]), "templat-unit.xlsx", XLSX)


def _file(content: bytes, name: str, kind: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})

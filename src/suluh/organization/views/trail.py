"""Pages of the audit trail."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render

from suluh.organization.permissions import permit
from suluh.organization.selectors.trail import trail_page

from .requests import Signed
from .units import unit_or_404


@login_required
def unit(request: Signed, slug: str) -> HttpResponse:
    """What was done to one unit."""
    of = unit_or_404(request, slug)
    page = trail_page(request.user, unit=of, before=request.GET.get("sebelum", ""))
    return render(request, "organization/trail.html", {"page": page, "unit": of})


@login_required
def everything(request: Signed) -> HttpResponse:
    """What was done anywhere."""
    permit(request.user, "audit.all")
    page = trail_page(request.user, before=request.GET.get("sebelum", ""))
    return render(request, "organization/trail.html", {"page": page})

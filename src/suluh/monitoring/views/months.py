"""The recap of a month: on a page, as the sheet everybody knows, and frozen."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suluh.monitoring.reports.recap_sheet import recap_sheet
from suluh.monitoring.selectors.months import RUBRIC, month_page
from suluh.monitoring.services.recaps import recap_publish
from suluh.monitoring.views.asking import XLSX, attachment, person_of, whole
from suluh.organization.permissions import may


def _first(month: str) -> date:
    """First day of the month in an address; a month to come has no recap."""
    first = date.fromisoformat(f"{month}-01")
    if first > timezone.localdate():
        raise Http404(_("This month has not begun."))
    return first


@login_required
def latest(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django hands it over
    """To the running month."""
    return redirect("monitoring:recap", timezone.localdate().strftime("%Y-%m"))


@login_required
def recap(request: HttpRequest, month: str) -> HttpResponse:
    """The recap of a month with the columns of the offices' sheet."""
    person = person_of(request)
    page = month_page(person, _first(month), whole(request.GET.get("hal"), default=1, least=1))
    return render(request, "monitoring/recap.html", {"page": page, "may_publish": may(person, "recap.publish")})


@login_required
def sheet(request: HttpRequest, month: str) -> HttpResponse:
    """The recap as a sheet."""
    page = month_page(person_of(request), _first(month))
    return attachment(recap_sheet(month=page.month, rows=page.rows), f"rekap-{month}.xlsx", XLSX)


@require_POST
@login_required
def publish(request: HttpRequest, month: str) -> HttpResponse:
    """Freeze the recap with its proofs."""
    saved = recap_publish(month=_first(month), rubric=RUBRIC, by=person_of(request))
    messages.success(request, _("The recap is published as version %(n)d; its proofs are kept.") % {"n": saved.version})
    return redirect("monitoring:recap", month)

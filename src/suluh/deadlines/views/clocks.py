"""Pages on clocks, and the public calculator."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from suluh.deadlines.forms import CalculatorForm
from suluh.deadlines.models import Clock
from suluh.deadlines.selectors.calculator import Answer, calculate
from suluh.deadlines.selectors.story import clock_story, clocks_page
from suluh.organization.selectors import visible_to
from suluh.organization.views.requests import Signed


@login_required
def listing(request: Signed) -> HttpResponse:
    """Open clocks of the person's units, nearest date first."""
    page = clocks_page(request.user, after=request.GET.get("setelah", ""))
    return render(request, "deadlines/clocks.html", {"page": page})


@login_required
def clock(request: Signed, key: int) -> HttpResponse:
    """How the date of one clock came about, day by day."""
    rows = visible_to(request.user, Clock.objects.select_related("unit", "calendar"))
    return render(request, "deadlines/clock.html", {"story": clock_story(get_object_or_404(rows, pk=key))})


def calculator(request: HttpRequest) -> HttpResponse:
    """When something is due by law; for everybody, without signing in and without JavaScript."""
    asked = request.GET.keys() & CalculatorForm.base_fields.keys()  # a link carries words of others, too
    form = CalculatorForm(request.GET if asked else None, initial={"tenggat": "ANS"})
    answer = _answer(form) if form.is_bound and form.is_valid() else None
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "deadlines/calculator.html", {"form": form, "answer": answer}, status=status)


def _answer(form: CalculatorForm) -> Answer | None:
    given = form.cleaned_data
    try:
        return calculate(
            code=given["tenggat"], start=given["mulai"], extra=given["libur"], extended=given["perpanjangan"]
        )
    except (ValueError, OverflowError):
        form.add_error("mulai", _("The date lies further ahead than the calendar reaches."))
        return None

"""What of requesters falls due, what is held, what was destroyed."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from suluh.disclosure.forms_persons import DestroyForm, HoldForm, TermForm
from suluh.disclosure.models import RetentionHold
from suluh.disclosure.selectors.requests import bodies_served
from suluh.disclosure.selectors.retention import retention_page, years_of
from suluh.disclosure.services.retention import destruction_approve, hold_lift, hold_place, term_set
from suluh.law.retention import Series, retention_series
from suluh.organization.forms import ConfirmForm
from suluh.organization.models import Unit
from suluh.organization.permissions import permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed

from .deeds import home_of
from .requests import case_or_404


@login_required
@never_cache
def listing(request: Signed, slug: str) -> HttpResponse:
    """Series with their terms, what falls due, holds, and destructions before."""
    page = retention_page(_served(request, slug), request.user, timezone.localdate())
    return render(request, "disclosure/persons/retention.html", {"page": page})


@login_required
@never_cache
def destroy(request: Signed, slug: str, series: str) -> HttpResponse:
    """Approve the destruction of what has fallen due."""
    body, found = _served(request, slug), _series(series)
    permit(request.user, "retention.approve", body)
    form = DestroyForm(sent(request))
    sheet = Sheet(
        title=_("Approve the destruction of “%(series)s”?") % {"series": found.label},
        button=_("Approve and destroy"),
        back=_home(body),
        done=_("Approved. Suluh destroys it now and notes the number of requesters here."),
        intro=_("What is destroyed cannot be brought back. Open cases, disputes and legal holds stay untouched."),
        danger=True,
    )
    return form_page(
        request, form, sheet,
        lambda: destruction_approve(body=body, series=series, by=request.user, **form.cleaned_data),
    )  # fmt: skip


@login_required
def term(request: Signed, slug: str, series: str) -> HttpResponse:
    """Set the years of the body's own archive schedule."""
    body, found = _served(request, slug), _series(series)
    permit(request.user, "retention.approve", body)
    years, decree = years_of(body, found)
    form = TermForm(sent(request), initial={"years": years, "decree": decree})
    sheet = Sheet(
        title=_("How long is “%(series)s” kept?") % {"series": found.label},
        button=_("Set the term"),
        back=_home(body),
        done=_("The term holds from now on."),
        intro=found.basis,
    )
    return form_page(
        request, form, sheet, lambda: term_set(body=body, series=series, by=request.user, **form.cleaned_data)
    )


@login_required
def hold(request: Signed, pk: int) -> HttpResponse:
    """Place a legal hold on the data of a requester."""
    case = case_or_404(request, pk)
    permit(request.user, "retention.hold", case)
    form = HoldForm(sent(request))
    sheet = Sheet(
        title=_("Place a legal hold on the data of the requester of %(number)s") % {"number": case.number},
        button=_("Place the hold"),
        back=home_of(case),
        done=_("The hold stands: nothing of this requester is destroyed until it is lifted."),
    )
    return form_page(
        request, form, sheet,
        lambda: hold_place(applicant=case.applicant, reason=form.cleaned_data["reason"], by=request.user),
    )  # fmt: skip


@login_required
def lift(request: Signed, slug: str, pk: int) -> HttpResponse:
    """Lift a legal hold."""
    body = _served(request, slug)
    rows = RetentionHold.objects.filter(applicant__request__body=body, lifted_at__isnull=True)
    found = get_object_or_404(rows.select_related("applicant"), pk=pk)
    permit(request.user, "retention.hold", body)
    sheet = Sheet(
        title=_("Lift the legal hold?"),
        button=_("Lift the hold"),
        back=_home(body),
        done=_("The hold is lifted; the time of the series counts again."),
        intro=found.reason,
    )
    return form_page(request, ConfirmForm(sent(request)), sheet, lambda: hold_lift(hold=found, by=request.user))


def _home(body: Unit) -> str:
    return reverse("disclosure:retention", args=[body.slug])


def _served(request: Signed, slug: str) -> Unit:
    return get_object_or_404(bodies_served(request.user), slug=slug)


def _series(code: str) -> Series:
    found = retention_series().get(code)
    if found is None or found.years is None:
        raise Http404
    return found

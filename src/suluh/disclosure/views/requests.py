"""Officers' pages on requests: the list by due date, one case, intake."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from suluh.disclosure.forms_cases import RecordForm
from suluh.disclosure.models import Answer, InformationRequest, Letter
from suluh.disclosure.selectors.case_lists import CaseQuery, request_list
from suluh.disclosure.selectors.decrees import body_unit
from suluh.disclosure.selectors.figures import report_year
from suluh.disclosure.selectors.requests import bodies_served, request_book, requests_visible_to
from suluh.disclosure.services.requests_identity import identity_open
from suluh.disclosure.services.requests_intake import request_record
from suluh.organization.permissions import may, permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed
from suluh.organization.views.units import unit_or_404

from .deeds import home_of
from .requests_public import letter_answer


def case_or_404(request: Signed, pk: int) -> InformationRequest:
    """The request, where the person serves the body that was asked."""
    rows = requests_visible_to(request.user).select_related("body", "applicant", "clock__unit", "clock__calendar")
    return get_object_or_404(rows, pk=pk)


def answer_or_404(case: InformationRequest) -> Answer:
    """The answer of a request, as draft or signed."""
    found = Answer.objects.select_related("request__body").filter(request=case).first()
    if found is None:
        raise Http404
    return found


@login_required
def work(request: Signed) -> HttpResponse:
    """Requests by due date."""
    page = request_list(request.user, CaseQuery.from_address(request.GET))
    bodies = list(bodies_served(request.user))
    context = {
        "page": page,
        "bodies": [body for body in bodies if may(request.user, "request.intake", body)],
        "report_year": report_year(timezone.localdate()),
        "settings": [body for body in bodies if may(request.user, "service.edit", body)],
    }
    return render(request, "disclosure/requests/work.html", context)


@login_required
@never_cache
def detail(request: Signed, pk: int) -> HttpResponse:
    """One request with everything that belongs to it."""
    case = case_or_404(request, pk)
    return render(request, "disclosure/requests/case.html", {"case": case, "book": request_book(case, request.user)})


@login_required
@never_cache
def identity(request: Signed, pk: int) -> HttpResponse:
    """The identity number in full; every look is an event."""
    case = case_or_404(request, pk)
    if request.method != "POST":
        return redirect(home_of(case))
    number = identity_open(request=case, by=request.user)
    return render(request, "disclosure/requests/identity.html", {"case": case, "number": number})


@login_required
def record(request: Signed, slug: str) -> HttpResponse:
    """Write down a request that came in another way."""
    body = unit_or_404(request, slug)
    permit(request.user, "request.intake", body)
    if body_unit(body) != body:
        raise Http404
    form = RecordForm(sent(request))
    sheet = Sheet(
        title=_("Write down a request"),
        button=_("Register request"),
        back=reverse("disclosure:requests"),
        done=_("The request is registered and has its number."),
        unit=body,
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: request_record(
            body=body,
            applicant=form.applicant(),
            asks=form.asks(),
            channel=form.cleaned_data["channel"],
            received_on=form.cleaned_data["received_on"],
            by=request.user,
            form_token=form.form_token,
        ),
    )


@login_required
@never_cache
def letter(request: Signed, pk: int, letter: int) -> HttpResponse:
    """A letter of a request, as PDF."""
    case = case_or_404(request, pk)
    return letter_answer(get_object_or_404(Letter.objects.select_related("print"), pk=letter, request=case))

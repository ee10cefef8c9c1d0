"""Objections that no request goes before: periodic information is not provided (UU 14/2008 art. 35(1)b)."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from suluh.disclosure.forms_unasked import UnaskedForm, UnaskedRecordForm
from suluh.disclosure.models import Objection
from suluh.disclosure.selectors.decrees import body_unit
from suluh.disclosure.selectors.tracking import body_to_ask
from suluh.disclosure.services.objections import objection_file_unasked
from suluh.disclosure.services.requests_limits import form_used
from suluh.organization.errors import Refused
from suluh.organization.models import Unit
from suluh.organization.permissions import permit
from suluh.organization.sign_in import client_address
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed
from suluh.organization.views.units import unit_or_404

GIVEN = ("details", "position", "purpose")


@never_cache
def object_publicly(request: HttpRequest) -> HttpResponse:
    """Anybody objects that something is not published; the answer is followed by its code."""
    body = body_to_ask(request.GET.get("badan", ""))
    if body is None:
        raise Http404
    form = UnaskedForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            made = _filed(request, body, form)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            return redirect(f"{reverse('disclosure:track', args=[made.code])}?baru=1")
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "disclosure/requests/unasked.html", {"form": form, "body": body}, status=status)


def _filed(request: HttpRequest, body: Unit, form: UnaskedForm) -> Objection:
    known = Objection.objects.filter(form_token=form.form_token).first()
    if known is not None:
        return known
    form_used(address=client_address(request), identity=form.cleaned_data["identity"])
    return objection_file_unasked(
        body=body, applicant=form.applicant(), by=None, form_token=form.form_token, **_given(form)
    )


@login_required
@never_cache
def record(request: Signed, slug: str) -> HttpResponse:
    """Write down an objection that came in another way and that no request goes before."""
    body = unit_or_404(request, slug)
    permit(request.user, "objection.record", body)
    if body_unit(body) != body:
        raise Http404
    form = UnaskedRecordForm(sent(request))
    sheet = Sheet(
        title=_("Write down an objection: information is not published"),
        button=_("Register objection"),
        back=reverse("disclosure:objections"),
        done=_("The objection is registered; the superior has thirty working days."),
        unit=body,
    )

    def deed() -> object:
        more = {name: form.cleaned_data[name] for name in ("channel", "received_on")}
        return objection_file_unasked(
            body=body,
            applicant=form.applicant(),
            by=request.user,
            form_token=form.form_token,
            **_given(form),
            **more,
        )

    return form_page(request, form, sheet, deed)


def _given(form: UnaskedForm | UnaskedRecordForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in GIVEN}

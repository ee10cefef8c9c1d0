"""Data of one person: find it, hand it over, correct it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from suluh.disclosure.forms_persons import CorrectForm, PersonSeekForm
from suluh.disclosure.selectors.requests import bodies_served
from suluh.disclosure.services.persons import FIELDS, person_correct, person_seek, person_take
from suluh.organization.models import Unit
from suluh.organization.permissions import permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed

from .deeds import home_of
from .requests import case_or_404

SALT = "suluh.disclosure.person"
LASTS = 900
"""Seconds in which what was found may be taken."""


@login_required
@never_cache
def seek(request: Signed, slug: str) -> HttpResponse:
    """Look for all cases of a person. What is looked for is sent in the body, so that no log has it."""
    body = _served(request, slug)
    permit(request.user, "person.take", body)
    form, found, word = PersonSeekForm(sent(request)), None, ""
    if request.method == "POST" and form.is_valid():
        found = person_seek(body=body, typed=form.cleaned_data["typed"], by=request.user)
        word = signing.dumps([request.user.pk, body.pk, [case.applicant.pk for case in found]], salt=SALT)
    status = 422 if form.is_bound and form.errors else 200
    context = {"form": form, "found": found, "count": len(found or []), "word": word, "body": body}
    return render(request, "disclosure/persons/seek.html", context, status=status)


@login_required
@never_cache
def take(request: Signed, slug: str) -> HttpResponse:
    """What was found, as an archive for the person."""
    body = _served(request, slug)
    permit(request.user, "person.take", body)
    try:
        holder, of, keys = signing.loads(request.POST.get("word", ""), salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return redirect("disclosure:person-seek", slug=slug)
    if (holder, of) != (request.user.pk, body.pk):
        return redirect("disclosure:person-seek", slug=slug)
    answer = HttpResponse(person_take(body=body, keys=keys, by=request.user), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="data-pemohon-{timezone.localdate():%Y-%m-%d}.zip"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@login_required
@never_cache
def correct(request: Signed, pk: int) -> HttpResponse:
    """Correct what is kept of the requester of a case."""
    case = case_or_404(request, pk)
    permit(request.user, "person.correct", case)
    form = CorrectForm(sent(request), initial={name: getattr(case.applicant, name) for name in FIELDS})
    sheet = Sheet(
        title=_("Correct the data of the requester of %(number)s") % {"number": case.number},
        button=_("Keep the corrected data"),
        back=home_of(case),
        done=_("Corrected. The earlier data are forgotten; the trail tells which fields and why."),
        intro=_("Letters that went out stay as they are."),
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: person_correct(
            applicant=case.applicant, told=form.told(), reason=form.cleaned_data["reason"], by=request.user
        ),
    )


def _served(request: Signed, slug: str) -> Unit:
    return get_object_or_404(bodies_served(request.user), slug=slug)

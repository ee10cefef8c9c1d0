"""The PPID's review of a proposal: accept it with its class, or give it back."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.disclosure.forms import NoteForm, ReviewForm
from suluh.disclosure.selectors.dossier import open_versions
from suluh.disclosure.services.items import version_accept, version_return
from suluh.organization.permissions import permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed

from .items import home_of, item_or_404


@login_required
def accept(request: Signed, code: str) -> HttpResponse:
    """Accept a proposal and say its class."""
    item = item_or_404(request, code)
    permit(request.user, "item.review", item)
    version = get_object_or_404(open_versions(item))
    start = {"category": version.says.category, "law_code": version.says.law_code}
    form = ReviewForm(sent(request), unit=item.unit, initial=start)
    sheet = Sheet(
        title=_("Accept “%(item)s” as which class?") % {"item": version.says.title},
        button=_("Accept"),
        back=home_of(item),
        done=_("Accepted. It becomes public with the next decree."),
        intro=version.says.summary,
        unit=item.unit,
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: version_accept(version=version, by=request.user, **form.cleaned_data),
        to=reverse("disclosure:items"),
    )


@login_required
def send_back(request: Signed, code: str) -> HttpResponse:
    """Give a proposal back for mending."""
    item = item_or_404(request, code)
    permit(request.user, "item.review", item)
    version = get_object_or_404(open_versions(item))
    form = NoteForm(sent(request))
    sheet = Sheet(
        title=_("What is to be mended in “%(item)s”?") % {"item": version.says.title},
        button=_("Return for mending"),
        back=home_of(item),
        done=_("Returned. The unit sees your words."),
        unit=item.unit,
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: version_return(version=version, by=request.user, note=form.cleaned_data["note"]),
        to=reverse("disclosure:items"),
    )

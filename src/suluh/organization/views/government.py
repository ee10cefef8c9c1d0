"""The page of the government itself: names, clock, colour, crest, letterhead."""

from __future__ import annotations

from pathlib import Path

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from suluh.kernel.letters import paper
from suluh.organization.forms import GovernmentForm
from suluh.organization.models import Government
from suluh.organization.permissions import permit
from suluh.organization.selectors.government import letterhead_of
from suluh.organization.services.government import government_change

from .forms import Sheet, form_page, sent
from .requests import Signed

SAMPLE = Path(__file__).parent.parent / "papers" / "sample.typ"


@login_required
def change(request: Signed) -> HttpResponse:
    """Particulars of the government."""
    permit(request.user, "government.edit")
    government = get_object_or_404(Government)
    form = GovernmentForm(sent(request), request.FILES or None, instance=Government.objects.get(pk=government.pk))
    sheet = Sheet(
        title=_("Particulars of the government"),
        button=_("Save particulars"),
        back=reverse("organization:government"),
        done=_("Saved. Every page and paper now bears it."),
        intro=_("Name, clock, colour, crest and letterhead hold for every page, letter and report."),
        template="organization/government.html",
    )
    return form_page(request, form, sheet, lambda: _save(request, government, form))


def _save(request: Signed, government: Government, form: GovernmentForm) -> None:
    fields = dict(form.cleaned_data)
    picture, without = fields.pop("picture"), fields.pop("no_crest")
    if without:
        fields["crest"] = ""
    content = picture.read() if picture is not None else None
    government_change(government=government, by=request.user, picture=content, **fields)


@login_required
def letterhead(request: Signed) -> HttpResponse:
    """A sheet with the letterhead, as letters will bear it."""
    permit(request.user, "government.edit")
    data = {
        "language": (get_language() or "id")[:2],
        "title": _("Sample of the letterhead"),
        "text": _("Letters and reports of Suluh begin like this. Change it on the page of the government."),
    }
    content = paper(SAMPLE, data, letterhead=letterhead_of(Government.objects.first()))
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": "inline"})

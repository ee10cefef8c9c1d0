"""Taking a story off the portal."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.newsroom.forms_publications import TakeBackForm
from suluh.newsroom.models import Publication
from suluh.newsroom.services.publications import publication_withdraw
from suluh.organization.permissions import permit
from suluh.organization.selectors.visible import visible_to
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed


@login_required
def take_back(request: Signed, pk: int) -> HttpResponse:
    """Withdraw a story from the portal and every channel; its address says so for good."""
    rows = visible_to(request.user, Publication.objects.select_related("unit"))
    publication = get_object_or_404(rows, story_id=pk, withdrawn_at=None)
    permit(request.user, "publication.withdraw", publication)
    form = TakeBackForm(sent(request))
    sheet = Sheet(
        title=_("Withdraw “%(title)s” from the portal?") % {"title": publication},
        button=_("Withdraw it from the portal"),
        back=reverse("newsroom:story", args=[pk]),
        done=_("Its address on the portal says so from now on, with your sentence."),
        intro=_("Whoever opens its address reads this sentence. Its posts on the other channels are taken down too."),
        unit=publication.unit,
        danger=True,
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: publication_withdraw(publication=publication, by=request.user, **form.cleaned_data),
    )

"""Deputies: who decides in whose place, and until when."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.newsroom.forms_charter import DeputyForm
from suluh.newsroom.models import Deputy
from suluh.newsroom.selectors.charter import people_signing_in, principals_open_to
from suluh.newsroom.selectors.hand_over import deputies_shown
from suluh.newsroom.services.deputies import deputy_appoint, deputy_end
from suluh.organization.forms import ConfirmForm
from suluh.organization.permissions import may, permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed


@login_required
def deputies(request: Signed) -> HttpResponse:
    """Deputies of today, for every officer."""
    rows = [(one, may(request.user, "deputy.appoint", one.principal)) for one in deputies_shown()]
    return render(request, "newsroom/deputies.html", {"deputies": rows})


@login_required
def appoint(request: Signed) -> HttpResponse:
    """Let somebody decide in one's own place, or, for Diskominfo, in that of another."""
    form = DeputyForm(
        sent(request),
        principals=principals_open_to(request.user),
        people=people_signing_in(),
        initial={"principal": request.user.pk},
    )
    sheet = Sheet(
        title=_("Who decides in the place of another?"),
        button=_("Appoint the deputy"),
        back=reverse("newsroom:deputies"),
        done=_("The deputy decides from the first day on."),
        intro=_("A deputy approves stories with the rights of the person whose place it is, and is named beside it."),
        above=(_("Deputies"), reverse("newsroom:deputies")),
    )
    return form_page(request, form, sheet, lambda: deputy_appoint(by=request.user, **form.cleaned_data))


@login_required
def end(request: Signed, pk: int) -> HttpResponse:
    """End it before its last day."""
    one = get_object_or_404(Deputy.objects.select_related("principal", "deputy"), pk=pk)
    permit(request.user, "deputy.appoint", one.principal)
    sheet = Sheet(
        title=_("Does %(deputy)s no longer decide in the place of %(principal)s?")
        % {"deputy": one.deputy.name, "principal": one.principal.name},
        button=_("End it now"),
        back=reverse("newsroom:deputies"),
        done=_("Ended."),
        above=(_("Deputies"), reverse("newsroom:deputies")),
        danger=True,
    )
    return form_page(request, ConfirmForm(sent(request)), sheet, lambda: deputy_end(deputy=one, by=request.user))

"""Pages on custody: accounts at risk, everything a leaving person held, the record that is signed."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.organization.forms import LeavingForm
from suluh.organization.papers.hand_over import hand_over_paper
from suluh.organization.selectors.custody import (
    accounts_at_risk,
    accounts_in_custody,
    custody_of,
    held_accounts,
    possible_successors,
    sitting_of,
)
from suluh.organization.services.accounts import accounts_hand_over

from .forms import Sheet, form_page, sent
from .people import person_or_404
from .requests import Signed

MOST = 300


@login_required
def accounts(request: Signed) -> HttpResponse:
    """Official accounts that the person sees: those at risk first of all, or every one."""
    every = request.GET.get("semua") == "1"
    rows = accounts_in_custody(request.user) if every else accounts_at_risk(request.user)
    found = rows.order_by("unit__sort_key", "platform", "handle").prefetch_related("holders")[:MOST]
    return render(request, "organization/accounts.html", {"rows": [custody_of(row) for row in found], "every": every})


@login_required
def leave(request: Signed, pk: int) -> HttpResponse:
    """Hand over everything a person held, on a change of office."""
    giver = person_or_404(request, pk)
    held = held_accounts(giver, request.user)
    form = LeavingForm(sent(request), accounts=held, people=possible_successors(held, but=giver))
    sheet = Sheet(
        title=_("Hand over what %(name)s held") % {"name": giver.name},
        button=_("Record hand-over"),
        back=reverse("organization:person", args=[giver.pk]),
        done=_("The hand-over is recorded. Print the record on the account's page and have it signed."),
        intro=_("Choose the accounts and who takes them over. People who hold them as well stay on record."),
    )
    return form_page(
        request, form, sheet, lambda: accounts_hand_over(giver=giver, by=request.user, **form.cleaned_data)
    )


@login_required
def record_paper(request: Signed, key: UUID) -> HttpResponse:
    """The record of a hand-over as a paper to sign."""
    handovers = sitting_of(request.user, key)
    if not handovers:
        raise Http404
    return HttpResponse(
        hand_over_paper(handovers),
        content_type="application/pdf",
        headers={"Content-Disposition": 'inline; filename="berita-acara-serah-terima.pdf"'},
    )

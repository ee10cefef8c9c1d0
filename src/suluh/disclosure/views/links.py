"""Broken addresses of published items, and asking for another look."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suluh.disclosure.selectors.links import links_broken
from suluh.disclosure.services.links import link_look_again
from suluh.organization.permissions import may
from suluh.organization.views.requests import Signed

from .items import home_of, item_or_404

MOST = 200


@login_required
def broken(request: Signed) -> HttpResponse:
    """Addresses that did not open twice, with what was seen and what to do."""
    unit = request.GET.get("unit", "")[:80].replace("\x00", "")
    rows = links_broken(request.user)
    found = list((rows.filter(item__unit__slug=unit) if unit else rows)[: MOST + 1])
    mine = {look.item.unit_id: may(request.user, "item.propose", look.item) for look in found}
    lines = [(look, mine[look.item.unit_id]) for look in found[:MOST]]
    return render(request, "disclosure/links.html", {"lines": lines, "more": len(found) > MOST, "most": MOST})


@login_required
@require_POST
def look_again(request: Signed, code: str) -> HttpResponse:
    """Look at an address now."""
    item = item_or_404(request, code)
    link_look_again(item=item, by=request.user)
    messages.success(request, _("The address is looked at within a few minutes."))
    return redirect(home_of(item))

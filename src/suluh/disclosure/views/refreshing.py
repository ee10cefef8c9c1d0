"""What has to be refreshed: confirm that it still holds, one item or many at once, or propose other words."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext

from suluh.disclosure.selectors.refreshing import refresh_page
from suluh.disclosure.selectors.visible import items_worked_on_by
from suluh.disclosure.services.refreshing import items_refresh
from suluh.organization.views.requests import Signed


@login_required
def due(request: Signed) -> HttpResponse:
    """Items that are late or near, of one unit or of all; sent, those that are ticked are confirmed."""
    unit = request.GET.get("unit", "")[:80].replace("\x00", "")
    if request.method == "POST":
        codes = [code[:40].replace("\x00", "") for code in request.POST.getlist("butir")[:200]]
        chosen = list(items_worked_on_by(request.user).filter(code__in=codes))
        done = items_refresh(items=chosen, by=request.user)
        told = ngettext("%(n)s item is confirmed for six months.", "%(n)s items are confirmed for six months.", done)
        messages.success(request, told % {"n": done})
        back = reverse("disclosure:item", args=[chosen[0].code]) if "satu" in request.POST and chosen else ""
        return redirect(back or f"{reverse('disclosure:refresh')}{f'?unit={unit}' if unit else ''}")
    page = refresh_page(request.user, unit=unit, after=request.GET.get("setelah", "")[:40])
    return render(request, "disclosure/refresh.html", {"page": page})

"""Keys with which villages send their lists from systems of their own."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from suluh.disclosure.forms import PushKeyForm
from suluh.disclosure.models import PushKey
from suluh.disclosure.selectors.pushes import push_address, push_keys_managed_by, villages_managed_by
from suluh.disclosure.services.push_keys import push_key_make, push_key_revoke
from suluh.organization.forms import ConfirmForm
from suluh.organization.permissions import permit
from suluh.organization.views.forms import Sheet, form_done, form_page, sent
from suluh.organization.views.requests import Signed
from suluh.organization.views.units import unit_or_404

from .exports import root_of


@login_required
def listed(request: Signed) -> HttpResponse:
    """Villages and their keys: which system uses each, and when it last did."""
    keys = list(push_keys_managed_by(request.user))
    context = {"keys": keys, "villages": villages_managed_by(request.user)}
    return render(request, "disclosure/push_keys.html", context)


@login_required
@never_cache
def make(request: Signed, slug: str) -> HttpResponse:
    """A key for a village's system, shown once on the page that answers."""
    unit = unit_or_404(request, slug)
    permit(request.user, "push-key.manage", unit)
    form = PushKeyForm(sent(request))
    made: list[tuple[PushKey, str]] = []
    sheet = Sheet(
        title=_("A key for the system of %(unit)s") % {"unit": unit.name},
        button=_("Make key"),
        back=reverse("disclosure:push-keys"),
        intro=_("With it, the village's own system sends its list. Every proposal still waits for the village's PPID."),
        unit=unit,
    )
    if request.method == "POST" and form_done(
        form, lambda: made.append(push_key_make(unit=unit, name=form.cleaned_data["name"], by=request.user))
    ):
        context = {"key": made[0][0], "given": made[0][1], "unit": unit}
        context["address"] = push_address(unit, root=root_of(request))
        return render(request, "disclosure/push_key_made.html", context)
    status = 422 if form.is_bound else 200
    return render(request, sheet.template, {"form": form, "sheet": sheet}, status=status)


@login_required
def revoke(request: Signed, slug: str, pk: int) -> HttpResponse:
    """End a key."""
    key = get_object_or_404(PushKey.objects.select_related("unit"), pk=pk, unit=unit_or_404(request, slug))
    permit(request.user, "push-key.manage", key)
    sheet = Sheet(
        title=_("Revoke the key %(start)s… of %(name)s?") % {"start": key.start, "name": key.name},
        button=_("Revoke key"),
        back=reverse("disclosure:push-keys"),
        done=_("The key is revoked. The system that used it can no longer send anything."),
        unit=key.unit,
        danger=True,
    )
    return form_page(request, ConfirmForm(sent(request)), sheet, lambda: push_key_revoke(key=key, by=request.user))

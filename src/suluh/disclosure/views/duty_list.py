"""What a unit must have and lacks; one click turns a found page into a proposed item."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from suluh.disclosure.handoffs import take
from suluh.disclosure.selectors.duty_list import duty_list
from suluh.organization.permissions import permit
from suluh.organization.sockets.handoffs import Parcel
from suluh.organization.views.requests import Signed
from suluh.organization.views.units import unit_or_404


@login_required
def lines(request: Signed, slug: str) -> HttpResponse:
    """Every mandatory item of a unit: on the list, found on the site, or lacking."""
    unit = unit_or_404(request, slug)
    return render(request, "disclosure/duty_list.html", {"list": duty_list(unit, request.user), "unit": unit})


@login_required
@require_POST
def take_found(request: Signed, slug: str, code: str) -> HttpResponse:
    """Propose the page that was found for a mandatory item."""
    unit = unit_or_404(request, slug)
    permit(request.user, "item.propose", unit)
    takeable = {line.law.code: line for line in duty_list(unit, request.user).lines if line.takeable}
    line = takeable.get(code)
    if line is None or line.found is None:
        return redirect("disclosure:duty-list", slug=unit.slug)
    parcel = Parcel(
        source=f"unit:{unit.pk}",
        unit=unit,
        title=f"{line.law.label} {unit.name}",
        text=line.law.content,
        url=line.found.url,
        more={"law_code": code},
    )
    return redirect(take(parcel, request.user))

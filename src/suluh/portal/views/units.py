"""Pages of units for citizens: what they tell, where they are found. No phone, no names, no notes of officers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from suluh.portal.addresses import root_of
from suluh.portal.cards import card_of
from suluh.portal.schema_org import office
from suluh.portal.selectors.units import unit_page, units_running, units_shown


def listed(request: HttpRequest) -> HttpResponse:
    """All running units, by name."""
    page = units_shown(words=request.GET.get("q", ""), after=request.GET.get("setelah", ""))
    return render(request, "portal/units.html", {"page": page, "root": root_of(request)})


def unit(request: HttpRequest, slug: str) -> HttpResponse:
    """One unit."""
    found = get_object_or_404(units_running(), slug=slug)
    page = unit_page(found, after=request.GET.get("setelah", ""))
    root = root_of(request)
    told = office(found, page.site, page.accounts, root=root)
    return render(request, "portal/unit.html", {"page": page, "unit": found, "root": root, "schema_org": told})


@cache_control(public=True, max_age=86400)
def card(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture that stands beside a link to the unit."""
    found = get_object_or_404(units_running(), slug=slug)
    name = getattr(getattr(request, "government", None), "name", "Suluh")
    return HttpResponse(card_of(kind=_("Office"), title=found.name, office=name), content_type="image/png")

"""Pages on the websites of a unit."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.organization.forms import ConfirmForm, SiteAddForm, SiteForm
from suluh.organization.models import Site
from suluh.organization.permissions import permit
from suluh.organization.selectors import visible_to
from suluh.organization.services.sites import site_add, site_change, site_retire

from .forms import Sheet, form_page, sent
from .requests import Signed
from .units import unit_or_404


def _site_or_404(request: Signed, pk: int) -> Site:
    return get_object_or_404(visible_to(request.user, Site.objects.select_related("unit")), pk=pk)


@login_required
def add(request: Signed, slug: str) -> HttpResponse:
    """Register a website."""
    unit = unit_or_404(request, slug)
    permit(request.user, "site.edit", unit)
    form = SiteAddForm(sent(request))
    sheet = Sheet(
        title=_("Register a site of %(unit)s") % {"unit": unit.name},
        button=_("Register site"),
        back=reverse("organization:unit", args=[unit.slug]),
        done=_("The site is registered and will be visited with the next sweep."),
        unit=unit,
    )
    return form_page(request, form, sheet, lambda: site_add(unit=unit, by=request.user, **form.cleaned_data))


@login_required
def change(request: Signed, pk: int) -> HttpResponse:
    """Correct an address."""
    site = _site_or_404(request, pk)
    permit(request.user, "site.edit", site)
    form = SiteForm(sent(request), initial={"url": site.url})
    sheet = Sheet(
        title=_("Correct the address of %(site)s") % {"site": site.host},
        button=_("Save address"),
        back=reverse("organization:unit", args=[site.unit.slug]),
        done=_("Saved."),
        intro=_("What was observed stays with the site."),
        unit=site.unit,
    )
    return form_page(request, form, sheet, lambda: site_change(site=site, by=request.user, **form.cleaned_data))


@login_required
def retire(request: Signed, pk: int) -> HttpResponse:
    """Take a site out of the watch."""
    site = _site_or_404(request, pk)
    permit(request.user, "site.edit", site)
    sheet = Sheet(
        title=_("Take %(site)s out of the watch?") % {"site": site.host},
        button=_("Take out of the watch"),
        back=reverse("organization:unit", args=[site.unit.slug]),
        done=_("The site is no longer visited."),
        unit=site.unit,
        danger=True,
    )
    return form_page(request, ConfirmForm(sent(request)), sheet, lambda: site_retire(site=site, by=request.user))

"""Checks of the sites: starting one, and watching it go on."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suluh.monitoring.models import Sweep
from suluh.monitoring.selectors.scope import visible_sites
from suluh.monitoring.selectors.sweeps import sweep_page, sweeps_page
from suluh.monitoring.services.sweeps import sweep_start
from suluh.monitoring.tasks import engines_wake
from suluh.monitoring.views.asking import person_of
from suluh.organization.permissions import may, permit


@login_required
def listing(request: HttpRequest) -> HttpResponse:
    """The latest checks."""
    context = {"page": sweeps_page(person_of(request)), "may_start": may(person_of(request), "sweep.start")}
    return render(request, "monitoring/sweeps.html", context)


@login_required
def progress(request: HttpRequest, key: int) -> HttpResponse:
    """One check as it goes on; the part alone when the page asks again."""
    try:
        page = sweep_page(person_of(request), key)
    except Sweep.DoesNotExist:
        raise Http404 from None
    if not request.headers.get("HX-Request"):
        return render(request, "monitoring/sweep.html", {"page": page})
    response = render(request, "monitoring/sweep.html#progress", {"page": page})
    response.status_code = 286 if page.is_over else 200  # 286 tells htmx to stop asking
    return response


@require_POST
@login_required
def start(request: HttpRequest) -> HttpResponse:
    """Check every site now."""
    person = person_of(request)
    permit(person, "sweep.start")
    with transaction.atomic():
        sweep = sweep_start(sites=visible_sites(person), cause=Sweep.Cause.PERSON, by=person)
        if sweep.sites:
            engines_wake(sweep)
        else:
            transaction.set_rollback(True)
    if not sweep.sites:
        messages.info(request, _("Every site is already waiting in a running check."))
        return redirect("monitoring:sweeps")
    return redirect("monitoring:sweep", sweep.pk)

"""The first page, what waits for a person, the weekly text, the regency's paper."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from suluh.monitoring.reports.cards import regency_card
from suluh.monitoring.reports.papers import regency_paper
from suluh.monitoring.reports.whatsapp import weekly_digest
from suluh.monitoring.selectors.beginning import beginning
from suluh.monitoring.selectors.duties import home_of, waiting_for
from suluh.monitoring.selectors.overview import overview
from suluh.monitoring.views.asking import pdf, person_of, png
from suluh.organization.sockets.duties import duties_of


def home(request: HttpRequest) -> HttpResponse:
    """Overview for those who see many units; a unit's officer is led to the own work first, a citizen to theirs."""
    if not request.user.is_authenticated:
        return redirect(settings.CITIZENS_PAGE)
    person = person_of(request)
    if home_of(person):
        return waiting(request)
    found = overview(person)
    if found is None:
        return render(request, "monitoring/begin.html", {"begun": beginning(person)})
    return render(request, "monitoring/overview.html", {"board": found})


@login_required
def waiting(request: HttpRequest) -> HttpResponse:
    """What waits for the person, due first, and the own unit's weeks."""
    return render(request, "monitoring/waiting.html", {"desk": waiting_for(person_of(request))})


@login_required
@never_cache
def waiting_count(request: HttpRequest) -> JsonResponse:
    """How much waits for the person, counted now, for the frame of a page that stands already."""
    return JsonResponse(len(duties_of(person_of(request))), safe=False)


@login_required
def digest(request: HttpRequest) -> HttpResponse:
    """The week as a text to send on."""
    address = request.build_absolute_uri("/")
    text = weekly_digest(person_of(request), address=address)
    return render(request, "monitoring/digest.html", {"text": text})


@login_required
def card(request: HttpRequest) -> HttpResponse:
    """The week as a picture to send on."""
    found = overview(person_of(request))
    if found is None:
        raise Http404
    content = regency_card(found, address=request.build_absolute_uri("/"))
    return png(content, f"kabar-situs-{timezone.localdate():%Y-%m-%d}.png")


@login_required
def report(request: HttpRequest) -> HttpResponse:
    """The government on one page."""
    found = overview(person_of(request))
    if found is None:
        raise Http404
    return pdf(
        regency_paper(found, address=request.build_absolute_uri("/")), f"laporan-{timezone.localdate():%Y-%m-%d}.pdf"
    )

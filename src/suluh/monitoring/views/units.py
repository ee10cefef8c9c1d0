"""The list of units, comparing some of them, one unit, one of its items."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suluh.kernel.row_keys import row_key
from suluh.law.kinds import UnitKind
from suluh.monitoring.reports.cards import unit_card
from suluh.monitoring.reports.papers import unit_paper
from suluh.monitoring.reports.unit_sheet import unit_sheet
from suluh.monitoring.reports.whatsapp import unit_text
from suluh.monitoring.selectors.compare import NotComparable, comparison
from suluh.monitoring.selectors.handing import offers_for, parcel_of
from suluh.monitoring.selectors.list_page import list_page
from suluh.monitoring.selectors.measured import measured_elsewhere
from suluh.monitoring.selectors.peers import peer_values
from suluh.monitoring.selectors.timeline import timeline
from suluh.monitoring.selectors.unit_file import unit_file
from suluh.monitoring.selectors.unit_list import ListQuery, unit_list
from suluh.monitoring.views.asking import XLSX, attachment, pdf, person_of, png, whole
from suluh.organization.errors import Refused
from suluh.organization.models import Unit


def _query(request: HttpRequest) -> ListQuery:
    """What the address asks of the list; anything unknown is left out."""
    words = request.GET
    kind = words.get("jenis", "")
    return ListQuery(
        kind=kind if kind in UnitKind.__members__.values() else "",
        words=words.get("q", "").strip()[:80],
        chosen=words.get("saring", ""),
        standing=words.get("keadaan", ""),
        sort=words.get("urut", "minggu"),
        weeks=52 if words.get("jangka") == "52" else 26,
        after=words.get("sesudah", ""),
        size=whole(words.get("n"), default=50, least=10, most=500),
    )


@login_required
def listing(request: HttpRequest) -> HttpResponse:
    """Units beside each other, one kind at a time or all."""
    query = _query(request)
    page = list_page(query, unit_list(person_of(request), query))
    template = "monitoring/units.html#rows" if request.headers.get("HX-Request") else "monitoring/units.html"
    return render(request, template, {"page": page})


@login_required
def sheet(request: HttpRequest) -> HttpResponse:
    """The same list as a sheet, all pages of it."""
    query = replace(_query(request), size=20_000, after="")
    content = unit_sheet(unit_list(person_of(request), query))
    return attachment(content, f"unit-{timezone.localdate():%Y-%m-%d}.xlsx", XLSX)


@login_required
def compare(request: HttpRequest) -> HttpResponse:
    """Two to four units of one kind."""
    keys = [key for given in request.GET.getlist("u") if (key := row_key(given)) is not None]
    try:
        found = comparison(person_of(request), keys)
    except NotComparable as fault:
        messages.info(request, str(fault))
        return redirect("monitoring:units")
    return render(request, "monitoring/compare.html", {"found": found})


@login_required
def dossier(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything about one unit."""
    try:
        found = unit_file(person_of(request), slug)
    except Unit.DoesNotExist:
        raise Http404 from None
    text = unit_text(found, address=request.build_absolute_uri())
    return render(
        request,
        "monitoring/unit.html",
        {
            "file": found,
            "text": text,
            "timeline": timeline(found.unit, found.intervals),
            "offers": offers_for(found.unit, found.items, person_of(request)),
            "measured": measured_elsewhere(found.unit, person_of(request)),
        },
    )


@login_required
def item(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One mandatory item of a unit with its proof; the part alone when it opens in place."""
    try:
        found = unit_file(person_of(request), slug)
        line = next(line for line in found.items if line.code == code)
    except (Unit.DoesNotExist, StopIteration):
        raise Http404 from None
    template = "monitoring/item.html#proof" if request.headers.get("HX-Request") else "monitoring/item.html"
    return render(request, template, {"file": found, "line": line})


@login_required
@require_POST
def hand_over(request: HttpRequest, slug: str, code: str, offer: str) -> HttpResponse:
    """Turn the page that was found for an item into what another room makes of it, and go on there."""
    try:
        found = unit_file(person_of(request), slug)
    except Unit.DoesNotExist:
        raise Http404 from None
    given = offers_for(found.unit, found.items, person_of(request)).get(code, [])
    chosen = next((one for one in given if one.code == offer), None)
    if chosen is None:
        raise Refused(_("This page has been handed over already, or is not yours to hand over."))
    line = next(line for line in found.items if line.code == code)
    return redirect(chosen.take(parcel_of(found.unit, line), person_of(request)))


@login_required
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """One unit on one page."""
    person = person_of(request)
    try:
        found = unit_file(person, slug)
    except Unit.DoesNotExist:
        raise Http404(_("There is no such unit.")) from None
    peers = peer_values(person, found.row.kind)
    return pdf(unit_paper(found, peers, address=request.build_absolute_uri("/")), f"laporan-{slug}.pdf")


@login_required
def card(request: HttpRequest, slug: str) -> HttpResponse:
    """One unit's half year as a picture to send on."""
    try:
        found = unit_file(person_of(request), slug)
    except Unit.DoesNotExist:
        raise Http404(_("There is no such unit.")) from None
    address = request.build_absolute_uri(reverse("monitoring:unit", args=[slug]))
    return png(unit_card(found, address=address), f"kartu-{slug}.png")

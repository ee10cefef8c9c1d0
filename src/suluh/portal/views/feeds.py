"""Feeds of what is public, and what robots are told."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone

from suluh.newsroom.models import Publication
from suluh.newsroom.selectors.publications import published
from suluh.organization.models import Unit
from suluh.organization.views.xml import render_xml
from suluh.portal.addresses import root_of
from suluh.portal.many import fed
from suluh.portal.selectors.units import units_running

CLOSED = ("/accounts/", "/register/", "/redaksi/", "/layanan/", "/lacak/", "/api/")
"""Where robots have nothing to read."""


@fed
def atom(request: HttpRequest) -> HttpResponse:
    """The newest stories as Atom; of one unit with `?unit=`."""
    unit = _unit(request)
    context = {"rows": published(unit=unit).rows, "unit": unit, "root": root_of(request), "now": timezone.now()}
    return render_xml(request, "portal/feed.xml", context)


@fed
def json(request: HttpRequest) -> HttpResponse:
    """The newest stories as JSON Feed 1.1; of one unit with `?unit=`."""
    unit, root = _unit(request), root_of(request)
    government = getattr(request, "government", None)
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": unit.name if unit else str(government or "Suluh"),
        "home_page_url": root + reverse("portal:front"),
        "feed_url": root + request.get_full_path(),
        "language": "id",
        "items": [_entry(row, root) for row in published(unit=unit).rows],
    }
    dumps = {"ensure_ascii": False}
    return JsonResponse(told, json_dumps_params=dumps, content_type="application/feed+json; charset=utf-8")


def robots(request: HttpRequest) -> HttpResponse:
    """What robots may read, and where everything is listed."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED), ""]
    lines.append(f"Sitemap: {root_of(request)}{reverse('portal:sitemaps')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _entry(row: Publication, root: str) -> dict[str, object]:
    address = root + reverse("portal:story", args=[row.pk])
    return {
        "id": address,
        "url": address,
        "title": row.title,
        "content_text": row.text,
        "image": f"{root}{reverse('portal:story-card', args=[row.pk])}",
        "date_published": row.appears_at.isoformat(),
        "date_modified": (row.changed_at or row.appears_at).isoformat(),
        "authors": [{"name": row.unit.name, "url": root + reverse("portal:unit", args=[row.unit.slug])}],
        "tags": [str(row.get_section_display())],
    }


def _unit(request: HttpRequest) -> Unit | None:
    slug = request.GET.get("unit", "")
    if not slug:
        return None
    unit = units_running().filter(slug=slug).first()
    if unit is None:
        raise Http404
    return unit

"""Downloads of the public list and of one item, and the feed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from suluh.disclosure.exports.annex import annex_csv, annex_xlsx
from suluh.disclosure.exports.catalogue import Catalogue, json_ld, turtle
from suluh.disclosure.exports.paper import list_paper
from suluh.disclosure.exports.plain import item_json, list_json
from suluh.disclosure.selectors.exports import in_steps, items_gone, items_to_export, newest_changes
from suluh.disclosure.selectors.search import SearchQuery
from suluh.organization.models import Government
from suluh.organization.views.xml import render_xml

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAPER_ITEMS = 5000
"""More items than this are no paper; whoever needs them takes the sheet."""


def download(request: HttpRequest, form: str) -> HttpResponseBase:
    """The public list with the filters of its address, in one of the forms."""
    query, root = SearchQuery.from_address(request.GET), root_of(request)
    since = _since(request.GET.get("sejak", ""))
    rows = items_to_export(query, since=since)
    if form == "xlsx":
        return _whole(annex_xlsx(in_steps(rows), root=root), form, XLSX)
    if form == "pdf":
        return _whole(list_paper(in_steps(rows[:PAPER_ITEMS])), form, "application/pdf")
    if form == "csv":
        return _stream(annex_csv(in_steps(rows), root=root), form, "text/csv; charset=utf-8")
    if form == "json":
        gone = items_gone(since=since)
        return _stream(list_json(in_steps(rows), in_steps(gone), root=root), form, "application/json")
    if form == "jsonld":
        return _stream(json_ld(_catalogue(root), in_steps(rows)), form, "application/ld+json")
    return _stream(turtle(_catalogue(root), in_steps(rows)), form, "text/turtle; charset=utf-8")


def item_data(request: HttpRequest, code: str, form: str) -> HttpResponseBase:
    """One item for machines."""
    item = get_object_or_404(items_to_export(SearchQuery()), code=code)
    root = root_of(request)
    if form == "json":
        return JsonResponse(item_json(item, root=root), json_dumps_params={"ensure_ascii": False})
    if form == "jsonld":
        return StreamingHttpResponse(json_ld(_catalogue(root), [item]), content_type="application/ld+json")
    return StreamingHttpResponse(turtle(_catalogue(root), [item]), content_type="text/turtle; charset=utf-8")


def feed(request: HttpRequest) -> HttpResponse:
    """The newest changes of the list as Atom."""
    context = {"items": newest_changes(), "root": root_of(request), "now": timezone.now()}
    return render_xml(request, "disclosure/public/feed.xml", context)


def root_of(request: HttpRequest) -> str:
    """The address of this installation without the last slash."""
    return request.build_absolute_uri("/").rstrip("/")


def _catalogue(root: str) -> Catalogue:
    government = Government.objects.first()
    name = government.name if government else "Suluh"
    return Catalogue(
        root=root,
        publisher=name,
        title=_("List of public information of %(name)s") % {"name": name},
        description=_("Public information that %(name)s holds, with who holds it and where it is read.")
        % {"name": name},
    )


def _since(text: str) -> datetime | None:
    if not text:
        return None
    try:
        moment = parse_datetime(text)
        day = parse_date(text)
    except ValueError:
        raise Http404 from None
    if moment is None and day is not None:
        moment = datetime.combine(day, time.min)
    if moment is None:
        raise Http404
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


def _headers(form: str) -> dict[str, str]:
    name = f'attachment; filename="daftar-informasi-publik.{form}"'
    return {"Content-Disposition": name, "X-Content-Type-Options": "nosniff"}


def _whole(content: bytes, form: str, kind: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers=_headers(form))


def _stream(parts: Iterable[bytes], form: str, kind: str) -> StreamingHttpResponse:
    return StreamingHttpResponse(parts, content_type=kind, headers=_headers(form))

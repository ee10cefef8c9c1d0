"""Public pages: searching the list, one item."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from suluh.disclosure.exports.schema_org import schema_org
from suluh.disclosure.selectors.public_item import public_item
from suluh.disclosure.selectors.search import SearchQuery, search_page
from suluh.disclosure.selectors.visible import items_public

from .exports import root_of


def search(request: HttpRequest) -> HttpResponse:
    """The list of public information, searched and filtered."""
    page = search_page(SearchQuery.from_address(request.GET))
    return render(request, "disclosure/public/search.html", {"page": page})


def item(request: HttpRequest, code: str) -> HttpResponse:
    """One item, at its permanent address."""
    found = get_object_or_404(items_public().select_related("unit", "decree"), code=code)
    page = public_item(found)
    described = schema_org(found, page.files, root=root_of(request))
    return render(request, "disclosure/public/item.html", {"page": page, "item": found, "schema_org": described})

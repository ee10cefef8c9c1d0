"""Public pages: searching the list, one item."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from suluh.disclosure.selectors.search import SearchQuery, search_page
from suluh.disclosure.selectors.visible import items_public


def search(request: HttpRequest) -> HttpResponse:
    """The list of public information, searched and filtered."""
    page = search_page(SearchQuery.from_address(request.GET))
    return render(request, "disclosure/public/search.html", {"page": page})


def item(request: HttpRequest, code: str) -> HttpResponse:
    """One item, at its permanent address."""
    found = get_object_or_404(items_public().select_related("unit", "decree"), code=code)
    return render(request, "disclosure/public/item.html", {"item": found})

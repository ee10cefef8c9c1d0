"""The front page for citizens, and the search over everything that is public."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from suluh.newsroom.selectors.publications import published
from suluh.portal.addresses import root_of
from suluh.portal.schema_org import website
from suluh.portal.selectors.front import front_page, items_found


def front(request: HttpRequest) -> HttpResponse:
    """What is new, what is to come, and where a citizen goes with a question."""
    root = root_of(request)
    name = getattr(getattr(request, "government", None), "name", "Suluh")
    context = {"front": front_page(), "root": root, "schema_org": website(name, root=root)}
    return render(request, "portal/front.html", context)


def search(request: HttpRequest) -> HttpResponse:
    """Stories and items of public information by words."""
    words = request.GET.get("q", "").strip()[:200]
    after = request.GET.get("setelah", "")
    page = published(words=words, after=after) if words else None
    items = items_found(words) if words and not after else []
    return render(request, "portal/search.html", {"words": words, "page": page, "items": items})

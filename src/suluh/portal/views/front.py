"""The front page for citizens, and the search over everything that is public."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from suluh.newsroom.selectors.publications import published
from suluh.portal.addresses import root_of
from suluh.portal.cards import card_of
from suluh.portal.many import for_many
from suluh.portal.schema_org import website
from suluh.portal.selectors.front import found_beside, front_page


@for_many
def front(request: HttpRequest) -> HttpResponse:
    """What is new, what is to come, and where a citizen goes with a question."""
    root = root_of(request)
    name = getattr(getattr(request, "government", None), "name", "Suluh")
    context = {"front": front_page(), "root": root, "schema_org": website(name, root=root)}
    return render(request, "portal/front.html", context)


@cache_control(public=True, max_age=86400)
def card(request: HttpRequest) -> HttpResponse:
    """The picture that stands beside a link to the front page and to lists."""
    name = getattr(getattr(request, "government", None), "name", "Suluh")
    drawn = card_of(kind=_("Official site"), title=name, office=_("News, notices and public information"))
    return HttpResponse(drawn, content_type="image/png")


def search(request: HttpRequest) -> HttpResponse:
    """Stories by words; beside the first page notices, offices and items of public information."""
    words = request.GET.get("q", "").strip()[:200]
    after = request.GET.get("setelah", "")
    page = published(words=words, after=after) if words else None
    beside = found_beside(words) if words and not after else None
    return render(request, "portal/search.html", {"words": words, "page": page, "beside": beside})

"""News, announcements and agenda: lists, one story, its pictures and its card."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control

from suluh.newsroom.models import Publication
from suluh.newsroom.selectors.publications import agenda, pictures_of, publication_at, published
from suluh.organization import media_store
from suluh.portal.addresses import root_of
from suluh.portal.cards import card_of
from suluh.portal.many import for_many
from suluh.portal.schema_org import article

TEMPLATES = {"news": "portal/stories/news.html", "announcements": "portal/stories/announcements.html"}


@for_many
def listed(request: HttpRequest, section: str) -> HttpResponse:
    """One section, newest first."""
    page = published(section=section, after=request.GET.get("setelah", ""))
    return render(request, TEMPLATES[section], {"page": page, "root": root_of(request)})


@for_many
def agenda_listed(request: HttpRequest) -> HttpResponse:
    """What is to come, soonest first."""
    page = agenda(after=request.GET.get("setelah", ""))
    return render(request, "portal/stories/agenda.html", {"page": page, "root": root_of(request)})


@for_many
def story(request: HttpRequest, pk: int) -> HttpResponse:
    """One story, at its permanent address; a withdrawn one answers 410 with a sentence."""
    found = _found(pk)
    root = root_of(request)
    if found.withdrawn_at is not None:
        return render(request, "portal/stories/gone.html", {"story": found}, status=410)
    pictures = list(enumerate(pictures_of(found)))
    context = {"story": found, "pictures": pictures, "root": root, "schema_org": article(found, root=root)}
    return render(request, "portal/stories/story.html", context)


@cache_control(public=True, max_age=86400)
def picture(request: HttpRequest, pk: int, number: int) -> HttpResponse:  # noqa: ARG001 - alike for all
    """A picture of a story that is public."""
    pictures = pictures_of(_public(pk))
    if number >= len(pictures):
        raise Http404
    try:
        content = media_store.read(pictures[number]["name"])
    except FileNotFoundError:
        raise Http404 from None
    return HttpResponse(content, content_type=pictures[number]["mime"], headers={"X-Content-Type-Options": "nosniff"})


@cache_control(public=True, max_age=86400)
def card(request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG001 - alike for all
    """The picture that stands beside a link to the story."""
    found = _public(pk)
    content = card_of(kind=found.get_section_display(), title=found.title, office=found.unit.name)
    return HttpResponse(content, content_type="image/png")


def _found(pk: int) -> Publication:
    found = publication_at(pk)
    if found is None:
        raise Http404
    return found


def _public(pk: int) -> Publication:
    found = _found(pk)
    if found.withdrawn_at is not None:
        raise Http404
    return found

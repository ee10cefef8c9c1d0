"""Views of the shell itself."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

from suluh.kernel.colours import readable, stylesheet
from suluh.organization.selectors.government import crest_of


@cache_control(public=True, max_age=86400)
def theme(request: HttpRequest) -> HttpResponse:
    """The government's colour as a stylesheet; empty when none is set or it could not be read on paper."""
    government = getattr(request, "government", None)
    colour = government.primary_color if government else ""
    return HttpResponse(stylesheet(colour) if readable(colour) else "", content_type="text/css")


@cache_control(public=True, max_age=86400)
def crest(request: HttpRequest) -> HttpResponse:
    """The government's crest, a PNG of our own drawing."""
    content = crest_of(getattr(request, "government", None))
    if not content:
        raise Http404
    return HttpResponse(content, content_type="image/png", headers={"X-Content-Type-Options": "nosniff"})

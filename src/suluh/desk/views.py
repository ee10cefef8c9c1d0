"""Views of the shell itself."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

from . import theme as colours


@cache_control(public=True, max_age=86400)
def theme(request: HttpRequest) -> HttpResponse:
    """The government's colour as a stylesheet; empty when none is set or it could not be read on paper."""
    government = getattr(request, "government", None)
    colour = (government.primary_color if government else "").lower()
    usable = re.fullmatch(r"#[0-9a-f]{6}", colour) and colours.readable(colour)
    return HttpResponse(colours.stylesheet(colour) if usable else "", content_type="text/css")

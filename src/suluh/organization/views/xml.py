"""Pages in XML: one sign that XML does not know, in one title, would keep readers from the whole feed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from suluh.kernel.sheets.writing import NOT_IN_XML

ATOM = "application/atom+xml; charset=utf-8"


def render_xml(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """Render a template as a feed in Atom; signs that XML 1.0 does not know are left out."""
    said = render_to_string(template, context, request)
    return HttpResponse(NOT_IN_XML.sub("", said), content_type=ATOM)

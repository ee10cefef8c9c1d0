"""Media for platforms that fetch them."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from suluh.channels.public_media import NoSuchMedium, medium_at
from suluh.organization.media_store import opened


@require_safe
def media(request: HttpRequest, token: str, name: str) -> FileResponse:  # noqa: ARG001 - the name is for the platform
    """One medium, for whoever was given its address; there is no sign-in where a platform fetches."""
    try:
        stored, mime = medium_at(token)
        file = opened(stored)
    except (NoSuchMedium, FileNotFoundError):
        raise Http404 from None
    answer = FileResponse(file, content_type=mime)
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex"
    return answer

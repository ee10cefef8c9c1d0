"""What views share: who asks, whole numbers in addresses, files as answers."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse

from suluh.kernel.row_keys import row_key
from suluh.organization.models import Person

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def person_of(request: HttpRequest) -> Person:
    """The person who signed in; views that call this require one."""
    return cast(Person, request.user)


def whole(text: str | None, *, default: int, least: int = 0, most: int = 10**9) -> int:
    """A whole number from an address, held within its bounds; the default for anything else."""
    given = row_key(text or "")
    return default if given is None else min(max(given, least), most)


def attachment(content: bytes, name: str, kind: str) -> HttpResponse:
    """A file to keep."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def pdf(content: bytes, name: str) -> HttpResponse:
    """A paper to read in the browser."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def png(content: bytes, name: str) -> HttpResponse:
    """A picture to keep or send on; it is the asking person's own and is kept by no cache in between."""
    response = HttpResponse(content, content_type="image/png")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Cache-Control"] = "private, max-age=300"
    return response

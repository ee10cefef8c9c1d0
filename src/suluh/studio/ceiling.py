"""The most that one request may bring; told before anything of it is read."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from suluh.organization.views.requests import by_script

MOST = 320_000_000
"""Bytes of a request of somebody signed in: the heaviest video that is taken, and the form around it."""
MOST_OF_STRANGERS = 64_000_000


def upload_ceiling(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: 413 by the announced length. What is not announced is not read by Django at all.

    It stands before anything that looks into the form, so that four gigabytes fill neither memory nor disk.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        brought = int(length) if length.isdecimal() else 0
        if brought <= MOST_OF_STRANGERS or (brought <= MOST and request.user.is_authenticated):
            return answer(request)
        told = _("This upload is too large. A photo may have 20 MB, a video 300 MB. Nothing of it was kept.")
        if by_script(request):
            return JsonResponse({"fault": told}, status=413)
        return render(request, "organization/refused.html", {"message": told}, status=413)

    return middleware

"""The first page of the information service."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from suluh.disclosure.selectors.front import front_page


def home(request: HttpRequest) -> HttpResponse:
    """What a citizen can do here: search the list, ask, follow."""
    return render(request, "portal/home.html", {"front": front_page()})

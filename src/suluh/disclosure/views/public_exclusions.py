"""The public list of excluded information (DIK)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from suluh.disclosure.selectors.exclusions import exclusion_list


def listed(request: HttpRequest) -> HttpResponse:
    """What is excluded, on which basis, why, and until when; never the information itself."""
    return render(request, "disclosure/public/exclusions.html", {"exclusions": exclusion_list()[:1000]})

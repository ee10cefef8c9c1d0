"""The public list of excluded information (DIK)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from suluh.disclosure.papers.exclusions import determination_extract
from suluh.disclosure.selectors.exclusions import exclusion_list

from .requests_public import pdf_answer


def listed(request: HttpRequest) -> HttpResponse:
    """What is excluded, on which basis, why, and until when; never the information itself."""
    return render(request, "disclosure/public/exclusions.html", {"exclusions": exclusion_list()[:1000]})


def extract(_request: HttpRequest, pk: int) -> HttpResponse:
    """The determination of an exclusion in force as everybody may read it."""
    exclusion = get_object_or_404(exclusion_list(), pk=pk)
    return pdf_answer(determination_extract(exclusion), f"kutipan {exclusion.decree_number}")

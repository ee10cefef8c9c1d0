"""Pages of the judging room."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from suluh.monitoring.views.asking import person_of

from .selectors import DEFAULT, ranking_page


@login_required
def ranking(request: HttpRequest) -> HttpResponse:
    """Units of one kind by their score, with intervals and shared ranks."""
    words = request.GET
    page = ranking_page(person_of(request), code=words.get("rubrik", DEFAULT), kind=words.get("jenis", ""))
    return render(request, "evaluation/ranking.html", {"page": page})

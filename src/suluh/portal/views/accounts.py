"""The list of official accounts, by which fakes can be told."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from suluh.portal.addresses import root_of
from suluh.portal.selectors.accounts import accounts_page


def accounts(request: HttpRequest) -> HttpResponse:
    """Official accounts by unit, searched by name or handle."""
    page = accounts_page(words=request.GET.get("q", ""), after=request.GET.get("setelah", ""))
    return render(request, "portal/accounts.html", {"page": page, "root": root_of(request)})

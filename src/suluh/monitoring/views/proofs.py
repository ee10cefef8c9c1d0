"""Permanent addresses of proofs. What came from a foreign site is shown as text only."""

from __future__ import annotations

import zlib

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from suluh.monitoring.models import Evidence
from suluh.monitoring.selectors.proofs import evidence_of, proof_page
from suluh.monitoring.views.asking import attachment, person_of
from suluh.organization.permissions import may, permit


@login_required
def evidence(request: HttpRequest, key: int) -> HttpResponse:
    """One proof: what was seen, where, when, how, and its hash."""
    row = _visible(request, key)
    original = may(person_of(request), "evidence.download", row)
    return render(
        request, "monitoring/evidence.html", {"proof": proof_page(row, original=original), "original": original}
    )


@login_required
def body(request: HttpRequest, key: int) -> HttpResponse:
    """The page as it was received, as a file that no browser opens by itself."""
    row = _visible(request, key)
    permit(person_of(request), "evidence.download", row)
    if row.blob is None:
        raise Http404
    response = attachment(zlib.decompress(bytes(row.blob.body)), f"bukti-{key}.html.txt", "application/octet-stream")
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _visible(request: HttpRequest, key: int) -> Evidence:
    try:
        return evidence_of(person_of(request), key)
    except Evidence.DoesNotExist:
        raise Http404 from None

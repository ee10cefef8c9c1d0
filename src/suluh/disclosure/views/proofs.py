"""Proofs of registration as PDF: for whoever holds the code, and for the officer at the counter."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache

from suluh.disclosure.models import InformationRequest, Objection
from suluh.disclosure.papers.proof import proof_of
from suluh.organization.views.requests import Signed

from .objections import objection_or_404
from .requests import case_or_404
from .requests_public import any_case_by_code_or_404, pdf_answer


@never_cache
def public(request: HttpRequest, code: str) -> HttpResponse:
    """The proof of the case with this code."""
    return _answer(request, any_case_by_code_or_404(request, code))


@login_required
@never_cache
def office(request: Signed, pk: int) -> HttpResponse:
    """The proof of a request, to be printed at the counter."""
    return _answer(request, case_or_404(request, pk))


@login_required
@never_cache
def office_objection(request: Signed, pk: int) -> HttpResponse:
    """The proof of an objection, to be printed at the counter."""
    return _answer(request, objection_or_404(request, pk))


def _answer(request: HttpRequest, case: InformationRequest | Objection) -> HttpResponse:
    follow = request.build_absolute_uri(reverse("disclosure:track", args=[case.code]))
    return pdf_answer(proof_of(case, follow=follow), f"tanda bukti {case.number}")

"""Public pages of requests: ask, follow by code, read the letters."""

from __future__ import annotations

import hashlib
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from suluh.disclosure import private_store
from suluh.disclosure.errors import FileRefused, PaperDamaged, TooManyCodes
from suluh.disclosure.forms_public import CodeForm, MendingForm, PublicAskForm, RatingForm, token_name
from suluh.disclosure.models import CaseFile, InformationRequest, Letter, Objection
from suluh.disclosure.selectors.suggestions import suggestions
from suluh.disclosure.selectors.tracking import (
    body_to_ask,
    case_by_code,
    handed_files,
    letters_to,
    objection_tracking_of,
    tracking_of,
)
from suluh.disclosure.selectors.visible import items_public
from suluh.disclosure.services.case_files import case_file_add
from suluh.disclosure.services.requests_after import request_rate
from suluh.disclosure.services.requests_check import request_mend_send
from suluh.disclosure.services.requests_intake import request_submit
from suluh.disclosure.services.requests_limits import code_missed, form_used, may_try_codes
from suluh.disclosure.services.suggesting import suggestion_opened, suggestions_shown
from suluh.organization.errors import Refused
from suluh.organization.models import Unit
from suluh.organization.sign_in import client_address
from suluh.organization.views.forms import sent

FOLLOWED = "suluh_lacak"
"""Cookie of a browser that has opened a case by its code; sent to the pages of following alone."""
FOLLOWED_SECONDS = 180 * 24 * 3600


@never_cache
def ask(request: HttpRequest) -> HttpResponse:
    """First the question alone, answered with what is public already; then the whole form with the question in it."""
    body = body_to_ask(request.GET.get("badan", ""))
    if body is None:
        raise Http404
    if request.method == "POST" and "token" in request.POST:
        return _sent_form(request, body)
    words = str(request.POST.get("details", "")).replace("\x00", "").strip()[:5000]
    if not words:
        return render(request, "disclosure/requests/question.html", {"body": body})
    form = PublicAskForm(initial={"details": words})
    token = token_name(form.initial["token"])
    found = suggestions(words)
    if token and found:
        suggestions_shown(token=token, shown=len(found))
    return render(request, "disclosure/requests/ask.html", {"form": form, "body": body, "found": found, "use": token})


def _sent_form(request: HttpRequest, body: Unit) -> HttpResponse:
    """Register what was sent, once; what is wrong keeps what was typed."""
    form = PublicAskForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            made = _register(request, body, form)
        except Refused as refused:
            form.add_error("papers" if isinstance(refused, FileRefused) else None, refused.message)
        else:
            return redirect(f"{reverse('disclosure:track', args=[made.code])}?baru=1")
    return render(request, "disclosure/requests/ask.html", {"form": form, "body": body}, status=422)


def _register(request: HttpRequest, body: Unit, form: PublicAskForm) -> InformationRequest:
    known = InformationRequest.objects.filter(form_token=form.form_token).first()
    if known is not None:
        return known
    form_used(address=client_address(request), identity=form.cleaned_data["identity"])
    with transaction.atomic():
        made = request_submit(body=body, applicant=form.applicant(), asks=form.asks(), form_token=form.form_token)
        # the other half of a double click has registered the request with its papers while this one waited
        papers = [] if made.files.exists() else form.cleaned_data["papers"]
        for name, content in papers:
            case_file_add(request=made, purpose=CaseFile.Purpose.IDENTITY, content=content, name=name, by=None)
    return made


def suggestion(_request: HttpRequest, token: UUID, code: str) -> HttpResponse:
    """Lead to an item that was shown before sending, and count that it was opened."""
    item = get_object_or_404(items_public(), code=code)
    suggestion_opened(token=token, code=item.code)
    return redirect(item)


@never_cache
def find(request: HttpRequest) -> HttpResponse:
    """Type the code of a case."""
    form = CodeForm(sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            if found := _by_code(request, form.cleaned_data["kode"]):
                return redirect("disclosure:track", code=found.code)
            form.add_error("kode", _("Nobody has this code. Compare it with your receipt, sign by sign."))
        except TooManyCodes as refused:
            form.add_error("kode", refused.message)
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "disclosure/requests/find.html", {"form": form}, status=status)


@never_cache
def track(request: HttpRequest, code: str) -> HttpResponse:
    """One request as its requester follows it, or an objection that no request went before."""
    found = any_case_by_code_or_404(request, code)
    new = "baru" in request.GET
    if isinstance(found, InformationRequest):
        context = {"book": tracking_of(found), "case": found, "new": new, "rating": RatingForm()}
        page = render(request, "disclosure/requests/track.html", context)
    else:
        context = {"book": objection_tracking_of(found), "case": found, "new": new}
        page = render(request, "disclosure/requests/track_objection.html", context)
    page.set_signed_cookie(
        FOLLOWED, found.subject, salt=FOLLOWED, max_age=FOLLOWED_SECONDS, path=reverse("disclosure:track-find"),
        httponly=True, samesite="Lax", secure=request.is_secure(),
    )  # fmt: skip
    return page


@never_cache
def letter(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """A letter of the case, as PDF."""
    case = any_case_by_code_or_404(request, code)
    return letter_answer(get_object_or_404(letters_to(case).select_related("print"), pk=pk))


@never_cache
def file(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """A file that was given to the requester with the answer."""
    found = get_object_or_404(handed_files(case_by_code_or_404(request, code)), pk=pk)
    try:
        return as_download(private_store.read(found.stored), found)
    except FileNotFoundError:
        raise Http404 from None


@never_cache
def mend(request: HttpRequest, code: str) -> HttpResponse:
    """The requester completes what the office found missing."""
    case = case_by_code_or_404(request, code)
    if case.state != InformationRequest.State.INCOMPLETE:
        return redirect("disclosure:track", code=case.code)
    form = MendingForm(sent(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            request_mend_send(request=case, **form.cleaned_data)
        except Refused as refused:
            form.add_error("papers" if isinstance(refused, FileRefused) else None, refused.message)
        else:
            return redirect("disclosure:track", code=case.code)
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "disclosure/requests/mend.html", {"form": form, "case": case}, status=status)


@require_POST
def rate(request: HttpRequest, code: str) -> HttpResponse:
    """Take the answer to the satisfaction question."""
    found = case_by_code_or_404(request, code)
    form = RatingForm(request.POST)
    if form.is_valid():
        request_rate(request=found, rating=int(form.cleaned_data["rating"]), words=form.cleaned_data["words"])
    return redirect("disclosure:track", code=found.code)


def letter_answer(found: Letter) -> HttpResponse:
    """The stored PDF of a letter, named by its number, if it still is the one that was signed.

    Raises:
        PaperDamaged: its bytes are not those of the signature.
    """
    pdf = bytes(found.print.pdf)
    if found.print.sha256 not in ("", hashlib.sha256(pdf).hexdigest()):
        raise PaperDamaged
    return pdf_answer(pdf, found.number)


def pdf_answer(pdf: bytes, named: str) -> HttpResponse:
    """A paper shown in place, named after what it is; nobody in between keeps it."""
    name = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in named)
    answer = HttpResponse(pdf, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


def as_download(content: bytes, found: CaseFile) -> HttpResponse:
    """A file as something to save, never as something our origin shows."""
    answer = HttpResponse(content, content_type=found.media_type)
    name = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "._-") else "-" for sign in found.name)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "private, no-store"
    return answer


def _by_code(request: HttpRequest, code: str) -> InformationRequest | Objection | None:
    address = client_address(request)
    if not may_try_codes(address=address):
        known = case_by_code(code) if FOLLOWED in request.COOKIES else None
        if known is None or known.subject != _followed(request):
            raise TooManyCodes
        return known
    found = case_by_code(code)
    if found is None:
        code_missed(address=address)
    return found


def _followed(request: HttpRequest) -> str:
    """The case that this browser has opened by its code before; it stays open when others try codes next door."""
    return str(request.get_signed_cookie(FOLLOWED, default="", salt=FOLLOWED, max_age=FOLLOWED_SECONDS))


def case_by_code_or_404(request: HttpRequest, code: str) -> InformationRequest:
    """The request with this code, for pages that only a request has; see `any_case_by_code_or_404`."""
    found = any_case_by_code_or_404(request, code)
    if not isinstance(found, InformationRequest):
        raise Http404
    return found


def any_case_by_code_or_404(request: HttpRequest, code: str) -> InformationRequest | Objection:
    """The case with this code; wrong codes are counted, and too many shut the door for an address."""
    found = _by_code(request, code)
    if found is None:
        raise Http404
    return found

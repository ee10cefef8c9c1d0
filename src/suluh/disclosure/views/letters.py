"""Letters before they are signed: filled in, read as a page, then signed as they were read."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from suluh.disclosure.errors import LetterChanged
from suluh.disclosure.forms_cases import ExtendForm, IncompleteForm, SeenForm
from suluh.disclosure.models import Answer, Letter
from suluh.disclosure.papers.printing import letter_pages, unnumbered
from suluh.disclosure.services.letters import letter_rehearsed
from suluh.disclosure.services.requests_answer import answer_approve, answer_letter, answer_sign, request_extend
from suluh.disclosure.services.requests_check import request_incomplete
from suluh.organization.errors import NotAllowed, Refused
from suluh.organization.permissions import may, permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed

from .deeds import home_of, sheet_of
from .requests import answer_or_404, case_or_404

PAGE = "disclosure/requests/letter.html"


@dataclass(frozen=True, slots=True)
class Other:
    """What else may be done with a letter that was read."""

    url: str
    label: str


def letter_form_page(
    request: Signed, form: BaseForm, sheet: Sheet, deed: Callable[[str], Letter], *, other: Other | None = None
) -> HttpResponse:
    """Show the form, then the letter that would go out, and only then do the deed with the digest that was read.

    Args:
        request: "ubah" in it leads back to the form, "read" says that the letter was read.
        form: what the letter is made of; a bound one without visible fields leads straight to the letter.
        sheet: what stands around it; its button signs.
        deed: signs; called with "" to see the letter, and then everything it does is taken back.
        other: where the contents are changed, where that is not this form.
    """
    if not form.is_bound or "ubah" in request.POST or not form.is_valid():
        return _filled_in(request, form, sheet)
    try:
        if read := request.POST.get("read", ""):
            try:
                deed(read)
            except LetterChanged as changed:
                messages.warning(request, changed.message)
            else:
                messages.success(request, str(sheet.done))
                return redirect(sheet.back)
        letter = letter_rehearsed(lambda: deed(""))
    except NotAllowed:
        raise
    except Refused as refused:
        form.add_error(None, refused.message)
        return _filled_in(request, form, sheet)
    return _shown(request, letter, {"form": form, "sheet": sheet, "other": other})


def _filled_in(request: Signed, form: BaseForm, sheet: Sheet) -> HttpResponse:
    untouched = not form.is_bound or "ubah" in request.POST
    status = 200 if untouched or not form.errors else 422
    return render(request, "disclosure/requests/letter_form.html", {"form": form, "sheet": sheet}, status=status)


def _shown(request: Signed, letter: Letter, more: dict[str, Any]) -> HttpResponse:
    letter = unnumbered(letter)
    pictures = ["data:image/png;base64," + b64encode(page).decode("ascii") for page in letter_pages(letter)]
    return render(request, PAGE, {"letter": letter, "pictures": pictures, **more})


@login_required
@never_cache
def incomplete(request: Signed, pk: int) -> HttpResponse:
    """Ask the requester to complete the request."""
    case = case_or_404(request, pk)
    permit(request.user, "request.intake", case)
    form = IncompleteForm(sent(request), initial={"seen": case.version})
    sheet = sheet_of(
        case,
        title=_("What is missing in request %(number)s?") % {"number": case.number},
        button=_("Sign and send the letter"),
        done=_("The letter of incompleteness is signed; three working days for mending begin."),
    )
    return letter_form_page(
        request,
        form,
        sheet,
        lambda read: request_incomplete(request=case, by=request.user, read=read, **form.cleaned_data),
    )


@login_required
@never_cache
def extend(request: Signed, pk: int) -> HttpResponse:
    """Extend the time for the answer, once."""
    case = case_or_404(request, pk)
    permit(request.user, "request.decide", case)
    form = ExtendForm(sent(request), initial={"seen": case.version})
    sheet = sheet_of(
        case,
        title=_("Extend the answer to %(number)s") % {"number": case.number},
        button=_("Extend and sign the letter"),
        done=_("Extended by at most seven working days; the letter is signed."),
        intro=_("The law allows it once, on two grounds, before the date has passed."),
    )
    return letter_form_page(
        request,
        form,
        sheet,
        lambda read: request_extend(request=case, by=request.user, read=read, **form.cleaned_data),
    )


@login_required
@never_cache
def sign(request: Signed, pk: int) -> HttpResponse:
    """Read the answer as it goes out, and sign it."""
    case = case_or_404(request, pk)
    permit(request.user, "request.decide", case)
    answer = answer_or_404(case)
    refused = answer.result == Answer.Result.REFUSED
    form = SeenForm(sent(request) or {"seen": case.version})
    sheet = sheet_of(
        case,
        title=_("Sign the answer to %(number)s: %(result)s?")
        % {"number": case.number, "result": answer.get_result_display()},
        button=_("Refuse and send the letter") if refused else _("Sign and send the letter"),
        done=_("Signed. The requester reads it under the own code now."),
        intro=_("The letter gets its number, the clock ends, and the thirty working days for an objection begin."),
        danger=refused,
    )
    return letter_form_page(
        request,
        form,
        sheet,
        lambda read: answer_sign(answer=answer, by=request.user, read=read, **form.cleaned_data),
        other=Other(reverse("disclosure:answer-draft", args=[case.pk]), _("Change the words")),
    )


@login_required
@never_cache
def approve(request: Signed, pk: int) -> HttpResponse:
    """The superior reads the letter and approves that something is withheld."""
    case = case_or_404(request, pk)
    permit(request.user, "refusal.approve", case)
    answer = answer_or_404(case)
    form = SeenForm(sent(request), initial={"seen": case.version})
    sheet = sheet_of(
        case,
        title=_("Approve that information asked for in %(number)s is withheld?") % {"number": case.number},
        button=_("Approve"),
        done=_("Approved. The PPID can sign it now."),
        intro=answer.reason,
    )
    if request.method == "POST":
        return form_page(
            request, form, sheet, lambda: answer_approve(answer=answer, by=request.user, **form.cleaned_data)
        )
    other = Other(reverse("disclosure:answer-return", args=[case.pk]), _("Return to the PPID"))
    return _shown(request, answer_letter(answer), {"form": form, "sheet": sheet, "other": other})


@login_required
@never_cache
def draft(request: Signed, pk: int) -> HttpResponse:
    """The letter of an answer as its draft stands, for those who prepare or approve it."""
    case = case_or_404(request, pk)
    if not may(request.user, "refusal.approve", case):
        permit(request.user, "request.prepare", case)
    letter = answer_letter(answer_or_404(case))
    return _shown(request, letter, {"back": home_of(case)})

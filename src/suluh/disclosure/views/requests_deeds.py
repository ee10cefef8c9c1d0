"""Deeds on requests: check, mend, answer, approve, hand over. Those that write a letter stand in `letters`."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from suluh.disclosure.forms_cases import (
    AnswerForm,
    MendedForm,
    NoteBackForm,
    OnForm,
    PaidForm,
    ReasonForm,
    SeenForm,
)
from suluh.disclosure.models import Answer
from suluh.disclosure.papers.contents import rupiah
from suluh.disclosure.services.case_numbers import desk_of
from suluh.disclosure.services.requests_answer import (
    answer_draft,
    answer_pay,
    answer_return,
    answer_send,
    request_given,
)
from suluh.disclosure.services.requests_check import (
    request_complete,
    request_mended,
    request_withdraw,
)
from suluh.organization.views.requests import Signed

from .deeds import deed_page
from .requests import answer_or_404, case_or_404


@login_required
def complete(request: Signed, pk: int) -> HttpResponse:
    """Declare complete."""
    case = case_or_404(request, pk)
    return deed_page(
        request, case, "request.intake", SeenForm, lambda **given: request_complete(request=case, **given),
        title=_("Is request %(number)s complete?") % {"number": case.number},
        button=_("Declare complete"),
        done=_("Complete. The ten working days for the answer begin."),
        intro=_("Identity, information asked for and purpose are there (Perki 1/2021 art. 27, 30, 31)."),
    )  # fmt: skip


@login_required
def mended(request: Signed, pk: int) -> HttpResponse:
    """Note that it was completed."""
    case = case_or_404(request, pk)
    return deed_page(
        request, case, "request.intake", MendedForm, lambda **given: request_mended(request=case, **given),
        title=_("The requester completed %(number)s") % {"number": case.number},
        button=_("Note and declare complete"),
        done=_("Complete. The ten working days for the answer begin."),
        initial={"details": case.details},
    )  # fmt: skip


@login_required
def withdraw(request: Signed, pk: int) -> HttpResponse:
    """Note that the requester took it back."""
    case = case_or_404(request, pk)
    return deed_page(
        request, case, "request.intake", ReasonForm, lambda **given: request_withdraw(request=case, **given),
        title=_("The requester takes %(number)s back?") % {"number": case.number},
        button=_("Note the withdrawal"),
        done=_("Noted. The clocks of the request have ended."),
        danger=True,
    )  # fmt: skip


@login_required
@never_cache
def draft(request: Signed, pk: int) -> HttpResponse:
    """Write the draft of the answer."""
    case = case_or_404(request, pk)
    desk = desk_of(case.body)
    start: dict[str, Any] = {"sheet_price": desk.sheet_price, "payment": desk.payment}
    if known := Answer.objects.filter(request=case).values().first():
        start = dict(known) | {"exclusion": known["exclusion_id"]}
    return deed_page(
        request, case, "request.prepare", partial(AnswerForm, body=case.body),
        lambda **given: answer_draft(request=case, **given),
        title=_("Answer to %(number)s") % {"number": case.number},
        button=_("Keep the draft"),
        done=_("The draft is kept. Read the letter, then sign it."),
        initial=start,
    )  # fmt: skip


@login_required
def send(request: Signed, pk: int) -> HttpResponse:
    """Lay the answer before the superior."""
    case = case_or_404(request, pk)
    answer = answer_or_404(case)
    return deed_page(
        request, case, "request.prepare", SeenForm, lambda **given: answer_send(answer=answer, **given),
        title=_("Lay the answer to %(number)s before the superior?") % {"number": case.number},
        button=_("Send to the superior"),
        done=_("Sent. It can be signed once the superior has approved it."),
    )  # fmt: skip


@login_required
def send_back(request: Signed, pk: int) -> HttpResponse:
    """Give the answer back to the PPID."""
    case = case_or_404(request, pk)
    answer = answer_or_404(case)
    return deed_page(
        request, case, "refusal.approve", NoteBackForm, lambda **given: answer_return(answer=answer, **given),
        title=_("Return the answer to %(number)s") % {"number": case.number},
        button=_("Return to the PPID"),
        done=_("Returned with your words."),
    )  # fmt: skip


@login_required
def pay(request: Signed, pk: int) -> HttpResponse:
    """Note a payment."""
    case = case_or_404(request, pk)
    answer = answer_or_404(case)
    return deed_page(
        request, case, "request.prepare", PaidForm, lambda **given: answer_pay(answer=answer, **given),
        title=_("Payment for %(number)s") % {"number": case.number},
        button=_("Note the payment"),
        done=_("Noted; the receipt is written and on its way to the requester."),
        intro=_("%(amount)s. The receipt gets its number from its own series, without a gap.")
        % {"amount": rupiah(answer.cost)},
    )  # fmt: skip


@login_required
def give(request: Signed, pk: int) -> HttpResponse:
    """Note the handing over."""
    case = case_or_404(request, pk)
    return deed_page(
        request, case, "request.prepare", OnForm, lambda **given: request_given(request=case, **given),
        title=_("When was the information of %(number)s handed over?") % {"number": case.number},
        button=_("Note the day"),
        done=_("Noted."),
    )  # fmt: skip

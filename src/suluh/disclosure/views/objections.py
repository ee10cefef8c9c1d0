"""Pages on objections and disputes: filed by code or written down, decided by the superior, followed to the court."""

from __future__ import annotations

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from suluh.disclosure.forms_cases import ReasonForm
from suluh.disclosure.forms_objections import (
    DisputeForm,
    DisputeMoveForm,
    ObjectionAnswerForm,
    ObjectionForm,
    ObjectionRecordForm,
    PublishForm,
    ReplyForm,
)
from suluh.disclosure.models import Dispute, Letter, Objection
from suluh.disclosure.selectors.case_lists import CaseQuery, objection_list
from suluh.disclosure.selectors.grounds import grounds_fitting
from suluh.disclosure.selectors.objections import objection_book, objections_visible_to
from suluh.disclosure.selectors.requests import bodies_served
from suluh.disclosure.selectors.tracking import tracking_of
from suluh.disclosure.services.disputes import FOLLOWS, dispute_move, dispute_record
from suluh.disclosure.services.objections import (
    objection_answer,
    objection_file,
    objection_reply,
    objection_withdraw,
)
from suluh.disclosure.services.publishing import request_publish
from suluh.organization.errors import Refused
from suluh.organization.models import Unit
from suluh.organization.permissions import may, permit
from suluh.organization.selectors import units_open_to
from suluh.organization.views.forms import form_page, sent
from suluh.organization.views.requests import Signed

from .deeds import deed_page, sheet_of
from .letters import letter_form_page
from .requests import case_or_404
from .requests_public import case_by_code_or_404, letter_answer


@never_cache
def object_publicly(request: HttpRequest, code: str) -> HttpResponse:
    """The requester objects, by the code of the request."""
    case = case_by_code_or_404(request, code)
    form = ObjectionForm(sent(request), fitting=grounds_fitting(case, timezone.localdate()))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            objection_file(
                request=case, grounds=given["grounds"], position=given["position"], by=None, form_token=form.form_token
            )
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            return redirect("disclosure:track", code=case.code)
    status = 422 if form.is_bound and form.errors else 200
    context = {"form": form, "case": case, "book": tracking_of(case)}
    return render(request, "disclosure/requests/object.html", context, status=status)


def objection_or_404(request: Signed, pk: int) -> Objection:
    """The objection, where the person serves the body."""
    rows = objections_visible_to(request.user).select_related("body", "applicant", "request", "clock")
    return get_object_or_404(rows, pk=pk)


@login_required
def work(request: Signed) -> HttpResponse:
    """Objections by due date."""
    page = objection_list(request.user, CaseQuery.from_address(request.GET))
    bodies = [body for body in bodies_served(request.user) if may(request.user, "objection.record", body)]
    return render(request, "disclosure/requests/objections.html", {"page": page, "bodies": bodies})


@login_required
@never_cache
def detail(request: Signed, pk: int) -> HttpResponse:
    """One objection with everything that belongs to it."""
    objection = objection_or_404(request, pk)
    book = objection_book(objection, request.user)
    return render(request, "disclosure/requests/objection.html", {"objection": objection, "book": book})


@login_required
@never_cache
def letter(request: Signed, pk: int, letter: int) -> HttpResponse:
    """The answer to an objection, as PDF."""
    objection = objection_or_404(request, pk)
    return letter_answer(get_object_or_404(Letter.objects.select_related("print"), pk=letter, objection=objection))


@login_required
def record(request: Signed, pk: int) -> HttpResponse:
    """Write down an objection to a request."""
    case = case_or_404(request, pk)
    permit(request.user, "objection.record", case)
    form = ObjectionRecordForm(sent(request), fitting=grounds_fitting(case, timezone.localdate()))
    sheet = sheet_of(
        case,
        title=_("Write down an objection to %(number)s") % {"number": case.number},
        button=_("Register objection"),
        done=_("The objection is registered; the superior has thirty working days."),
    )

    def deed() -> object:
        given = {name: form.cleaned_data[name] for name in ("grounds", "position", "channel", "received_on")}
        return objection_file(request=case, by=request.user, form_token=form.form_token, **given)

    return form_page(request, form, sheet, deed)


@login_required
def answer(request: Signed, pk: int) -> HttpResponse:
    """The superior decides and signs."""
    found = objection_or_404(request, pk)
    permit(request.user, "objection.decide", found)
    form = ObjectionAnswerForm(sent(request), initial={"seen": found.version})
    sheet = sheet_of(
        found,
        title=_("Decide on the objection %(number)s") % {"number": found.number},
        button=_("Sign and send the letter"),
        done=_("Signed. The requester reads it under the own code now."),
        intro=found.position,
    )
    return letter_form_page(
        request,
        form,
        sheet,
        lambda read: objection_answer(objection=found, by=request.user, read=read, **form.cleaned_data),
    )


@login_required
def withdraw(request: Signed, pk: int) -> HttpResponse:
    """Note that the requester took it back."""
    found = objection_or_404(request, pk)
    return deed_page(
        request, found, "objection.record", ReasonForm, lambda **given: objection_withdraw(objection=found, **given),
        title=_("The requester takes %(number)s back?") % {"number": found.number},
        button=_("Note the withdrawal"),
        done=_("Noted."),
        danger=True,
    )  # fmt: skip


@login_required
def reply(request: Signed, pk: int) -> HttpResponse:
    """Note what the requester said to the answer."""
    found = objection_or_404(request, pk)
    return deed_page(
        request, found, "objection.record", ReplyForm, lambda **given: objection_reply(objection=found, **given),
        title=_("What did the requester say to the answer to %(number)s?") % {"number": found.number},
        button=_("Note the reply"),
        done=_("Noted."),
        initial={"reply": found.reply},
    )  # fmt: skip


@login_required
def dispute(request: Signed, pk: int) -> HttpResponse:
    """Record a dispute."""
    found = objection_or_404(request, pk)
    return deed_page(
        request, found, "dispute.record", DisputeForm, lambda **given: dispute_record(objection=found, **given),
        title=_("Record the dispute on %(number)s") % {"number": found.number},
        button=_("Record dispute"),
        done=_("Recorded; the clocks of the Komisi Informasi run."),
    )  # fmt: skip


@login_required
def move(request: Signed, pk: int) -> HttpResponse:
    """Note the next stage of a dispute."""
    found = objection_or_404(request, pk)
    row = get_object_or_404(Dispute.objects.select_related("objection__body"), objection=found)
    stages = [(one.value, str(one.label)) for one in FOLLOWS[Dispute.Stage(row.stage)]]
    return deed_page(
        request, found, "dispute.record", partial(DisputeMoveForm, stages=stages),
        lambda **given: dispute_move(dispute=row, **given),
        title=_("What happened in the dispute on %(number)s?") % {"number": found.number},
        button=_("Note the stage"),
        done=_("Noted; the clocks follow."),
        initial={"seen": row.version},
    )  # fmt: skip


@login_required
def publish(request: Signed, pk: int) -> HttpResponse:
    """Propose what was answered as an item of the list."""
    case = case_or_404(request, pk)
    permit(request.user, "request.prepare", case)
    units = Unit.objects.filter(pk__in=[unit.pk for unit in units_open_to(request.user, "item.propose")])
    form = PublishForm(sent(request), units=units, initial={"title": case.details[:300], "summary": case.details})
    sheet = sheet_of(
        case,
        title=_("Make the answer to %(number)s an item of the list") % {"number": case.number},
        button=_("Propose item"),
        done=_("The item is proposed. The PPID reviews it."),
    )
    return form_page(request, form, sheet, lambda: request_publish(request=case, by=request.user, **form.cleaned_data))

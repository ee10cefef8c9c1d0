"""Findings: the list, one finding, and what people answer to it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suluh.monitoring.forms import ContestForm, SettleForm
from suluh.monitoring.models import Finding
from suluh.monitoring.reports.whatsapp import finding_text
from suluh.monitoring.selectors.findings import FindingQuery, finding_chips, finding_counts, finding_file, finding_list
from suluh.monitoring.services.lifecycle import finding_acknowledge, finding_contest, finding_settle
from suluh.monitoring.views.asking import person_of, whole
from suluh.organization.errors import NotAllowed, Refused
from suluh.organization.models import Person
from suluh.organization.permissions import may, permit
from suluh.organization.views.forms import form_done


@login_required
def listing(request: HttpRequest) -> HttpResponse:
    """Open findings, gravest first; closed ones on their own tab."""
    words = request.GET
    query = FindingQuery(words.get("kode", ""), words.get("tab") == "selesai", words.get("sejak") == "7")
    person = person_of(request)
    lines, following = finding_list(person, query, after=whole(words.get("sesudah"), default=0))
    counts = finding_counts(person)
    chips = finding_chips(counts, query)
    context = {"lines": lines, "following": following, "counts": counts, "chips": chips, "query": query}
    return render(request, "monitoring/findings.html", context)


@login_required
def file(request: HttpRequest, key: int) -> HttpResponse:
    """One finding with its proofs, its replies and what may be done about it."""
    return _page(request, key)


def _page(request: HttpRequest, key: int, **forms: object) -> HttpResponse:
    person = person_of(request)
    try:
        found = finding_file(person, key)
    except Finding.DoesNotExist:
        raise Http404 from None
    context = {
        "file": found,
        "may_reply": may(person, "finding.reply", found.row),
        "may_settle": may(person, "finding.settle", found.row),
        "text": finding_text(found.row, address=request.build_absolute_uri()),
        "contest": ContestForm(),
        "settle": SettleForm(),
    }
    status = 422 if forms else 200
    return render(request, "monitoring/finding.html", context | forms, status=status)


@require_POST
@login_required
def acknowledge(request: HttpRequest, key: int) -> HttpResponse:
    """The unit has read the finding."""
    finding = _visible(request, key)
    note = request.POST.get("note", "").replace("\x00", "").strip()[:4000]
    try:
        finding_acknowledge(finding=finding, by=person_of(request), note=note)
    except NotAllowed:
        raise
    except Refused as fault:
        messages.info(request, str(fault))
    else:
        messages.success(request, _("Noted. The finding closes by itself once it is no longer seen."))
    return redirect("monitoring:finding", key)


@require_POST
@login_required
def contest(request: HttpRequest, key: int) -> HttpResponse:
    """The unit's right of reply."""
    finding = _visible(request, key)
    permit(person_of(request), "finding.reply", finding)
    form = ContestForm(request.POST)
    if not form_done(form, lambda: finding_contest(finding=finding, by=person_of(request), **form.cleaned_data)):
        return _page(request, key, contest=form)
    messages.success(request, _("Your reply stands beside the finding. Another officer decides."))
    return redirect("monitoring:finding", key)


@require_POST
@login_required
def settle(request: HttpRequest, key: int) -> HttpResponse:
    """A coordinator upholds or withdraws a contested finding."""
    finding = _visible(request, key)
    permit(person_of(request), "finding.settle", finding)
    form = SettleForm(request.POST)
    if not form_done(form, lambda: _settle(finding, form, person_of(request))):
        return _page(request, key, settle=form)
    messages.success(request, _("Decided. The unit reads the decision beside its reply."))
    return redirect("monitoring:finding", key)


def _settle(finding: Finding, form: SettleForm, by: Person) -> None:
    upheld = form.cleaned_data["decision"] == "uphold"
    finding_settle(finding=finding, by=by, upheld=upheld, text=form.cleaned_data["text"])


def _visible(request: HttpRequest, key: int) -> Finding:
    try:
        return finding_file(person_of(request), key).row
    except Finding.DoesNotExist:
        raise Http404 from None

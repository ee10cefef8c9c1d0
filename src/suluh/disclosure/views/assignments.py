"""Pages on collecting: asking units, bringing material, files and notes of a case."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from suluh.disclosure.forms_cases import AssignForm, BringForm, CaseFileForm, CaseNoteForm, ServiceForm
from suluh.disclosure.models import Assignment, CaseFile
from suluh.disclosure.selectors.requests import assignments_visible_to
from suluh.disclosure.services.assignments import assignment_bring, note_write, request_assign
from suluh.disclosure.services.case_files import case_file_add, case_file_open, file_of_link
from suluh.disclosure.services.case_numbers import desk_of
from suluh.disclosure.services.service_desk import service_change
from suluh.law.kinds import UnitKind
from suluh.organization.models import Unit
from suluh.organization.permissions import permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed
from suluh.organization.views.units import unit_or_404

from .deeds import sheet_of
from .requests import case_or_404
from .requests_public import as_download


@login_required
def assign(request: Signed, pk: int) -> HttpResponse:
    """Ask units for material."""
    case = case_or_404(request, pk)
    permit(request.user, "request.prepare", case)
    units = Unit.objects.filter(active_until__isnull=True)
    units = units.filter(pk=case.body.pk) if case.body.kind == UnitKind.DESA else units.exclude(kind=UnitKind.DESA)
    form = AssignForm(sent(request), units=units.order_by("sort_key"), initial={"seen": case.version})
    sheet = sheet_of(
        case,
        title=_("Ask units for material on %(number)s") % {"number": case.number},
        button=_("Ask the units"),
        done=_("The units have it on their table, with the date."),
    )
    return form_page(request, form, sheet, lambda: request_assign(request=case, by=request.user, **form.cleaned_data))


@login_required
@never_cache
def bring(request: Signed, pk: int) -> HttpResponse:
    """What a unit is asked for, and its answer. Who asks is not shown."""
    rows = assignments_visible_to(request.user).select_related("request__body", "unit")
    assignment: Assignment = get_object_or_404(rows, pk=pk)
    permit(request.user, "request.bring", assignment)
    form = BringForm(sent(request), request.FILES or None)
    sheet = Sheet(
        title=assignment.asks,
        button=_("Send to the PPID"),
        back=reverse("monitoring:waiting"),
        done=_("The PPID has your answer."),
        intro=assignment.request.details,
        unit=assignment.unit,
    )

    def deed() -> object:
        given = form.cleaned_data
        files = [(file.name, file.read()) for file in given["attached"]]
        held = given["held"] == "yes"
        return assignment_bring(assignment=assignment, reply=given["reply"], held=held, files=files, by=request.user)

    return form_page(request, form, sheet, deed)


@login_required
def attach(request: Signed, pk: int) -> HttpResponse:
    """Add a file to a case: what is given out, the decree of a refusal, a proof of identity."""
    case = case_or_404(request, pk)
    permit(request.user, "request.prepare", case)
    form = CaseFileForm(sent(request), request.FILES or None)
    sheet = sheet_of(
        case,
        title=_("Add a file to %(number)s") % {"number": case.number},
        button=_("Add file"),
        done=_("The file is added."),
    )

    def deed() -> object:
        file = form.cleaned_data["file"]
        purpose = form.cleaned_data["purpose"]
        return case_file_add(request=case, purpose=purpose, content=file.read(), name=file.name, by=request.user)

    return form_page(request, form, sheet, deed)


@login_required
@never_cache
def file(request: Signed, word: str) -> HttpResponse:
    """A file of a case, by a link that was made for this person and lasts five minutes."""
    pk = file_of_link(word, request.user)
    found = get_object_or_404(CaseFile.objects.select_related("request__body", "assignment__unit"), pk=pk or 0)
    try:
        return as_download(case_file_open(file=found, by=request.user), found)
    except FileNotFoundError:
        raise Http404 from None


@login_required
def note(request: Signed, pk: int) -> HttpResponse:
    """Write an internal note."""
    case = case_or_404(request, pk)
    form = CaseNoteForm(sent(request))
    sheet = sheet_of(
        case,
        title=_("Internal note on %(number)s") % {"number": case.number},
        button=_("Keep note"),
    )
    return form_page(
        request, form, sheet, lambda: note_write(request=case, text=form.cleaned_data["text"], by=request.user)
    )


@login_required
def service(request: Signed, slug: str) -> HttpResponse:
    """Settings of a body's service: patterns of numbers, costs, contact."""
    body = unit_or_404(request, slug)
    permit(request.user, "service.edit", body)
    form = ServiceForm(sent(request), instance=desk_of(body))
    sheet = Sheet(
        title=_("Settings of the information service"),
        button=_("Save settings"),
        back=reverse("disclosure:requests"),
        done=_("Saved. The next number follows the new pattern."),
        unit=body,
    )
    return form_page(request, form, sheet, lambda: service_change(body=body, by=request.user, **form.cleaned_data))

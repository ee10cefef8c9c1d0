"""Officers' pages on excluded information: the consequence test and its decision."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from suluh.disclosure.forms import NoteForm
from suluh.disclosure.forms_exclusions import (
    ApprovalForm,
    ExclusionForm,
    ExclusionNewForm,
    OpeningForm,
    sheet_of,
)
from suluh.disclosure.models import Exclusion
from suluh.disclosure.selectors.exclusions import exclusion_file, exclusions_worked_on_by
from suluh.disclosure.selectors.visible import exclusions_visible_to
from suluh.disclosure.services.exclusion_papers import exclusion_paper
from suluh.disclosure.services.exclusions import (
    exclusion_approve,
    exclusion_change,
    exclusion_draft,
    exclusion_open,
    exclusion_return,
    exclusion_send,
)
from suluh.organization.forms import ConfirmForm
from suluh.organization.permissions import permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed
from suluh.organization.views.units import unit_or_404

from .items import item_or_404
from .requests_public import pdf_answer


def exclusion_or_404(request: Signed, pk: int) -> Exclusion:
    """The consequence test, where the person is trusted with what it closes."""
    return get_object_or_404(exclusions_visible_to(request.user).select_related("unit", "item", "replaces"), pk=pk)


def home_of(exclusion: Exclusion) -> str:
    """The officers' page of a test."""
    return reverse("disclosure:exclusion", args=[exclusion.pk])


@login_required
def register(request: Signed) -> HttpResponse:
    """All tests that the person may see."""
    return render(request, "disclosure/exclusions.html", {"exclusions": exclusions_worked_on_by(request.user)[:200]})


@login_required
def draft(request: Signed, slug: str) -> HttpResponse:
    """Draw up a test, of an item where one is named."""
    unit = unit_or_404(request, slug)
    permit(request.user, "exclusion.test", unit)
    item = item_or_404(request, request.GET["butir"]) if request.GET.get("butir") else None
    form = ExclusionNewForm(sent(request), initial={"label": item.title if item else ""})
    sheet = Sheet(
        title=_("Consequence test of information of %(unit)s") % {"unit": unit.name},
        button=_("Save the test"),
        back=reverse("disclosure:exclusions"),
        done=_("The test is saved. Complete it, then lay it before the head."),
        intro=item.title if item else "",
        unit=unit,
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: exclusion_draft(
            unit=unit, item=item, number=form.cleaned_data["number"], sheet=form.sheet(), by=request.user
        ),
    )


@login_required
def detail(request: Signed, pk: int) -> HttpResponse:
    """One test in full."""
    file = exclusion_file(exclusion_or_404(request, pk), request.user)
    return render(request, "disclosure/exclusion.html", {"file": file, "exclusion": file.exclusion})


@login_required
@never_cache
def paper(request: Signed, pk: int, name: str) -> HttpResponse:
    """One paper of a test: its sheet, the change, the determination."""
    exclusion = exclusion_or_404(request, pk)
    pdf = exclusion_paper(exclusion=exclusion, name=name, by=request.user)
    return pdf_answer(pdf, f"{name} {exclusion.number}")


@login_required
def change(request: Signed, pk: int) -> HttpResponse:
    """Mend a test before it is decided."""
    exclusion = exclusion_or_404(request, pk)
    permit(request.user, "exclusion.test", exclusion)
    form = ExclusionForm(sent(request), initial=sheet_of(exclusion))
    sheet = Sheet(
        title=_("Consequence test %(number)s") % {"number": exclusion.number},
        button=_("Save the test"),
        back=home_of(exclusion),
        done=_("Saved."),
    )
    return form_page(
        request, form, sheet, lambda: exclusion_change(exclusion=exclusion, sheet=form.sheet(), by=request.user)
    )


@login_required
def replace(request: Signed, pk: int) -> HttpResponse:
    """Draw up a change of a determination in force (annex IV)."""
    exclusion = exclusion_or_404(request, pk)
    permit(request.user, "exclusion.test", exclusion)
    form = ExclusionNewForm(sent(request), initial=sheet_of(exclusion) | {"number": ""})
    sheet = Sheet(
        title=_("Change the exclusion %(number)s") % {"number": exclusion.number},
        button=_("Save the test"),
        back=home_of(exclusion),
        done=_("The old determination holds until the head approves the change."),
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: exclusion_draft(
            unit=exclusion.unit,
            number=form.cleaned_data["number"],
            sheet=form.sheet(),
            replaces=exclusion,
            by=request.user,
        ),
    )


@login_required
def send(request: Signed, pk: int) -> HttpResponse:
    """Lay a test before the head."""
    exclusion = exclusion_or_404(request, pk)
    permit(request.user, "exclusion.test", exclusion)
    sheet = Sheet(
        title=_("Lay test %(number)s before the head?") % {"number": exclusion.number},
        button=_("Send to the head"),
        back=home_of(exclusion),
        done=_("Sent. The head decides."),
    )
    return form_page(
        request, ConfirmForm(sent(request)), sheet, lambda: exclusion_send(exclusion=exclusion, by=request.user)
    )


@login_required
def approve(request: Signed, pk: int) -> HttpResponse:
    """Determine the exclusion."""
    exclusion = exclusion_or_404(request, pk)
    permit(request.user, "exclusion.approve", exclusion)
    form = ApprovalForm(sent(request))
    sheet = Sheet(
        title=_("Approve the exclusion %(number)s?") % {"number": exclusion.number},
        button=_("Approve and close"),
        back=home_of(exclusion),
        done=_("The exclusion is in force."),
        intro=_("A whole item leaves the public list at once, and its files are sealed."),
        danger=True,
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: exclusion_approve(exclusion=exclusion, by=request.user, **form.cleaned_data),
    )


@login_required
def send_back(request: Signed, pk: int) -> HttpResponse:
    """Give a test back to the PPID."""
    exclusion = exclusion_or_404(request, pk)
    permit(request.user, "exclusion.approve", exclusion)
    form = NoteForm(sent(request))
    sheet = Sheet(
        title=_("Return test %(number)s") % {"number": exclusion.number},
        button=_("Return to the PPID"),
        back=home_of(exclusion),
        done=_("Returned with your words."),
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: exclusion_return(exclusion=exclusion, by=request.user, note=form.cleaned_data["note"]),
    )


@login_required
def open_now(request: Signed, pk: int) -> HttpResponse:
    """Open before the period ends."""
    exclusion = exclusion_or_404(request, pk)
    permit(request.user, "exclusion.approve", exclusion)
    form = OpeningForm(sent(request))
    sheet = Sheet(
        title=_("Open what exclusion %(number)s closes?") % {"number": exclusion.number},
        button=_("Open to the public"),
        back=home_of(exclusion),
        done=_("It is open to everybody."),
        danger=True,
    )
    return form_page(
        request,
        form,
        sheet,
        lambda: exclusion_open(exclusion=exclusion, by=request.user, reason=form.cleaned_data["reason"]),
    )

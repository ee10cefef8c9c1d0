"""Proposing items from a sheet: upload, see what would be proposed, take it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from suluh.disclosure.services.imports import SheetFaulty, sheet_keep, sheet_plan, sheet_take
from suluh.organization.forms import SheetForm
from suluh.organization.models import ImportDraft
from suluh.organization.permissions import permit
from suluh.organization.views.forms import sent
from suluh.organization.views.requests import Signed
from suluh.organization.views.units import unit_or_404


@login_required
def upload(request: Signed, slug: str) -> HttpResponse:
    """Choose a sheet in the annex layout."""
    unit = unit_or_404(request, slug)
    permit(request.user, "item.propose", unit)
    form = SheetForm(sent(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sheet = form.cleaned_data["sheet"]
        draft = sheet_keep(unit=unit, content=sheet.read(), name=sheet.name or "lembar", by=request.user)
        return redirect("disclosure:import-preview", slug=unit.slug, pk=draft.pk)
    status = 422 if form.is_bound else 200
    return render(request, "disclosure/import.html", {"form": form, "unit": unit}, status=status)


@login_required
def preview(request: Signed, slug: str, pk: int) -> HttpResponse:
    """What a sheet would propose; sent, it is taken: all of it, or all but the faulty rows."""
    unit = unit_or_404(request, slug)
    permit(request.user, "item.propose", unit)
    draft = get_object_or_404(ImportDraft, pk=pk, person=request.user)
    context = {"draft": draft, "unit": unit}
    if request.method != "POST":
        plan = sheet_plan(unit=unit, content=bytes(draft.content), by=request.user)
        return render(request, "disclosure/import_preview.html", context | {"plan": plan})
    try:
        plan = sheet_take(unit=unit, draft=draft, skip_faults="skip" in request.POST, by=request.user)
    except SheetFaulty as refused:
        return render(request, "disclosure/import_preview.html", context | {"plan": refused.plan}, status=422)
    messages.success(
        request, _("%(n)s proposals are waiting for the PPID.") % {"n": len(plan.added) + len(plan.changed)}
    )
    return redirect("disclosure:items")

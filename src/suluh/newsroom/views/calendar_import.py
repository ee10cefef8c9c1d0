"""A sheet of plans on pages: upload, see what will be planned, take it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext

from suluh.newsroom.errors_planning import SheetHasFaults
from suluh.newsroom.forms_planning import PlanSheetForm
from suluh.newsroom.services.slot_import import plan_keep, plan_preview, plan_take
from suluh.organization.models import ImportDraft
from suluh.organization.views.forms import sent
from suluh.organization.views.requests import Signed


@login_required
def upload(request: Signed) -> HttpResponse:
    """Choose a sheet."""
    form = PlanSheetForm(sent(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        draft = plan_keep(sheet=form.cleaned_data["sheet"], by=request.user)
        return redirect("newsroom:plan-preview", pk=draft.pk)
    return render(request, "newsroom/calendar/import.html", {"form": form}, status=422 if form.is_bound else 200)


@login_required
def preview(request: Signed, pk: int) -> HttpResponse:
    """What the sheet would plan; sent, it is taken: all of it, or all but the rows with faults."""
    draft = get_object_or_404(ImportDraft, pk=pk, person=request.user)
    status = 200
    if request.method == "POST":
        try:
            count = plan_take(draft=draft, skip_faults="sisanya" in request.POST, by=request.user)
        except SheetHasFaults as refused:
            messages.error(request, refused.message)
            status = 422
        else:
            told = ngettext("%(n)s entry planned.", "%(n)s entries planned.", count) % {"n": count}
            messages.success(request, told)
            return redirect("newsroom:calendar")
    reading = plan_preview(draft=draft, by=request.user)
    return render(request, "newsroom/calendar/preview.html", {"draft": draft, "reading": reading}, status=status)

"""Importing a sheet on pages: upload, see what will happen, take it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from suluh.organization.forms import SheetForm
from suluh.organization.models import ImportDraft
from suluh.organization.permissions import permit
from suluh.organization.services.import_drafts import draft_keep, draft_preview, draft_take
from suluh.organization.services.imports import ImportRefused

from .forms import sent
from .requests import Signed


@login_required
def upload(request: Signed) -> HttpResponse:
    """Choose a sheet."""
    permit(request.user, "register.import")
    form = SheetForm(sent(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        draft = draft_keep(sheet=form.cleaned_data["sheet"], by=request.user)
        return redirect("organization:import-preview", pk=draft.pk)
    status = 422 if form.is_bound else 200
    return render(request, "organization/import.html", {"form": form}, status=status)


@login_required
def preview(request: Signed, pk: int) -> HttpResponse:
    """What the sheet would add, change and leave; sent, it is taken: all of it, or all but the faulty rows."""
    permit(request.user, "register.import")
    draft = get_object_or_404(ImportDraft, pk=pk, person=request.user)
    if request.method == "POST":
        try:
            plan = draft_take(draft=draft, by=request.user, skip_errors="skip" in request.POST)
        except ImportRefused as refused:
            return render(request, "organization/preview.html", {"draft": draft, "plan": refused.plan}, status=422)
        said = _("%(units)s units imported.") % {"units": len(plan.entries)}
        messages.success(request, said)
        return redirect("organization:register")
    return render(
        request, "organization/preview.html", {"draft": draft, "plan": draft_preview(draft=draft, by=request.user)}
    )

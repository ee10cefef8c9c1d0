"""The officers' calendar: a year, its days, and the changes, each with a preview before it is saved."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suluh.deadlines.edits import DayAdd, DayRemove, Edit, WeekSet, YearConfirm
from suluh.deadlines.forms import DayAddForm, DecreeForm, WeekForm
from suluh.deadlines.models import CalendarDay
from suluh.deadlines.selectors.moves import moved_lines
from suluh.deadlines.selectors.year import year_sheet
from suluh.deadlines.services.changes import calendar_change, calendar_preview
from suluh.organization.errors import NotAllowed, Refused
from suluh.organization.permissions import may, permit
from suluh.organization.views.forms import Sheet, sent
from suluh.organization.views.requests import Signed

YEARS = range(2008, 2101)


@login_required
def year(request: Signed, year: int | None = None) -> HttpResponse:
    """A year with its free days."""
    wanted = timezone.localdate().year if year is None else year
    if wanted not in YEARS:
        raise Http404
    given = {"sheet": year_sheet(wanted), "may_edit": may(request.user, "calendar.edit")}
    return render(request, "deadlines/calendar.html", given)


@login_required
def day_add(request: Signed, year: int) -> HttpResponse:
    """Add a free day."""
    permit(request.user, "calendar.edit")
    form = DayAddForm(sent(request), person=request.user)
    sheet = Sheet(title=_("Add a free day"), button=_("Save and move dates"), back=_address(year))
    return _change(request, form, sheet, lambda: _day(form))


@login_required
def day_remove(request: Signed, key: int) -> HttpResponse:
    """Remove a free day."""
    permit(request.user, "calendar.edit")
    row = get_object_or_404(CalendarDay.objects.select_related("unit"), pk=key, until__isnull=True)
    sheet = Sheet(
        title=_("Remove %(name)s?") % {"name": row.name},
        button=_("Remove and move dates"),
        back=_address(row.day.year),
        danger=True,
    )
    return _change(request, DecreeForm(sent(request)), sheet, lambda: DayRemove(row))


@login_required
def year_confirm(request: Signed, year: int) -> HttpResponse:
    """Say that a year's days agree with the joint decree."""
    permit(request.user, "calendar.edit")
    sheet = Sheet(
        title=_("Confirm the days of %(year)s") % {"year": year},
        button=_("Confirm the year"),
        back=_address(year),
        intro=_("Hold the list of free days against the joint decree first. Its estimates become firm."),
    )
    return _change(request, DecreeForm(sent(request)), sheet, lambda: YearConfirm(year))


@login_required
def week_set(request: Signed) -> HttpResponse:
    """Say how many days a week a unit works."""
    permit(request.user, "calendar.edit")
    form = WeekForm(sent(request), person=request.user)
    sheet = Sheet(
        title=_("Working week of a unit"), button=_("Save and move dates"), back=reverse("deadlines:calendar")
    )
    return _change(request, form, sheet, lambda: WeekSet(form.cleaned_data["unit"], form.cleaned_data["days"]))


def _day(form: DayAddForm) -> DayAdd:
    given = form.cleaned_data
    return DayAdd(given["day"], given["name"], given["kind"], given["unit"])


def _address(year: int) -> str:
    return reverse("deadlines:calendar-year", args=[year])


def _change(request: Signed, form: DecreeForm, sheet: Sheet, edit: Callable[[], Edit]) -> HttpResponse:
    """Ask, show what would move, then do it: three faces of one address."""
    if request.method == "POST" and form.is_valid():
        if "yakin" not in request.POST:
            return _preview(request, form, sheet, edit())
        if (moved := _done(request, form, edit())) is not None:
            messages.success(request, _moved_words(moved))
            return redirect(sheet.back)
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "organization/form.html", {"form": form, "sheet": sheet}, status=status)


def _preview(request: Signed, form: DecreeForm, sheet: Sheet, edit: Edit) -> HttpResponse:
    change = calendar_preview(edits=[edit])
    given = {
        "form": form,
        "sheet": sheet,
        "told": edit.told(),
        "count": len(change.moved),
        "passed": change.passed,
        "moved": moved_lines(change.moved),
    }
    return render(request, "deadlines/preview.html", given)


def _done(request: Signed, form: DecreeForm, edit: Edit) -> int | None:
    """How many dates moved; None where it was refused, with the reason at the form."""
    try:
        return len(calendar_change(edits=[edit], decree=form.cleaned_data["decree"], by=request.user).moved)
    except NotAllowed:
        raise
    except Refused as refused:
        form.add_error(None, refused.message)
        return None


def _moved_words(moved: int) -> str:
    return ngettext("Saved. %(n)d date has moved.", "Saved. %(n)d dates have moved.", moved) % {"n": moved}

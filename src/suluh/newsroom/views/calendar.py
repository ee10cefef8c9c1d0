"""The calendar of the newsroom, and the days that the government keeps."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.kernel.row_keys import row_key
from suluh.newsroom.forms_planning import ObservanceForm
from suluh.newsroom.models import Observance, Slot, Story
from suluh.newsroom.selectors.calendar import ENTRIES, calendar_page, slots_visible_to
from suluh.newsroom.services.keeping import observance_add, observance_remove
from suluh.organization.forms import ConfirmForm
from suluh.organization.permissions import may, permit
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed

YEARS = 100
"""How far from today the calendar turns its pages."""


@login_required
def page(request: Signed) -> HttpResponse:
    """A month, a week or a day."""
    view = request.GET.get("tampilan", "bulan")
    kind = request.GET.get("jenis", "")
    view = view if view in ENTRIES else "bulan"
    after = row_key(request.GET.get("setelah", "")) or 0
    shown = calendar_page(request.user, view=view, around=_around(request), kind=kind, after=after)
    around = {
        "moved": _moved(request),
        "shown": shown,
        "kind": kind,
        "kinds": Story.Kind.choices,
        "may_keep": may(request.user, "calendar.keep"),
    }
    return render(request, "newsroom/calendar/page.html", around)


@login_required
def observances(request: Signed) -> HttpResponse:
    """Days that the government itself keeps, and a form for one more."""
    permit(request.user, "calendar.keep")
    form = ObservanceForm(sent(request))
    sheet = Sheet(
        title=_("Days that the government keeps"),
        button=_("Enter the day"),
        back=reverse("newsroom:calendar"),
        done=_("The calendar shows it."),
        intro=_("Anniversaries, local commemorations, days of mourning. National days are in the calendar already."),
        template="newsroom/calendar/observances.html",
    )
    form.kept = Observance.objects.all()[:200]  # type: ignore[attr-defined]
    return form_page(
        request, form, sheet, lambda: observance_add(**form.cleaned_data, by=request.user), to=request.path
    )


@login_required
def observance_drop(request: Signed, pk: int) -> HttpResponse:
    """Take a kept day out."""
    permit(request.user, "calendar.keep")
    row = get_object_or_404(Observance, pk=pk)
    return form_page(
        request,
        ConfirmForm(sent(request)),
        Sheet(
            title=_("Remove “%(name)s”?") % {"name": row.name},
            button=_("Remove the day"),
            back=reverse("newsroom:observances"),
            done=_("Removed."),
            danger=True,
        ),
        lambda: observance_remove(observance=row, by=request.user),
    )


def _moved(request: Signed) -> tuple[Slot, date] | None:
    """The entry that was moved just now, and the day on which it stood, where it can go back."""
    try:
        day = date.fromisoformat(request.GET.get("dari", ""))
    except ValueError:
        return None
    pk = row_key(request.GET.get("pindah", "")) or 0
    slot = slots_visible_to(request.user).filter(pk=pk, story=None).first()
    return (slot, day) if slot is not None and day >= timezone.localdate() else None


def _around(request: HttpRequest) -> date:
    """The day asked for; today where it is none, or one whose neighbours no calendar has."""
    today = timezone.localdate()
    try:
        asked = date.fromisoformat(request.GET.get("tanggal", ""))
    except ValueError:
        return today
    return asked if abs(asked.year - today.year) <= YEARS else today

"""One entry of the calendar: planned, changed, moved, taken out."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from suluh.newsroom.forms_planning import NewSlotForm, SlotForm
from suluh.newsroom.models import Slot
from suluh.newsroom.selectors.calendar import slots_visible_to
from suluh.newsroom.selectors.clashes import warnings_for
from suluh.newsroom.selectors.stories import channels_for
from suluh.newsroom.services.slots import series_add, slot_add, slot_change, slot_drop, slot_move
from suluh.organization.errors import NotAllowed, Refused
from suluh.organization.forms import ConfirmForm
from suluh.organization.models import Unit
from suluh.organization.permissions import permit
from suluh.organization.selectors import units_open_to
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed
from suluh.organization.views.units import unit_or_404


def slot_or_404(request: Signed, pk: int) -> Slot:
    """The entry, where the person sees its unit."""
    return get_object_or_404(slots_visible_to(request.user), pk=pk)


def calendar_at(day: date) -> str:
    """The month of a day."""
    return f"{reverse('newsroom:calendar')}?tanggal={day.isoformat()}"


@login_required
def choose_unit(request: Signed) -> HttpResponse:
    """For which unit something is planned; goes on at once where there is only one."""
    units = units_open_to(request.user, "calendar.plan")
    day = _day(request)
    if len(units) == 1:
        return redirect(f"{reverse('newsroom:slot-add', args=[units[0].slug])}?tanggal={day.isoformat()}")
    return render(request, "newsroom/calendar/choose_unit.html", {"units": units, "day": day})


@login_required
def add(request: Signed, slug: str) -> HttpResponse:
    """Plan something for a unit, once or again and again."""
    unit = unit_or_404(request, slug)
    permit(request.user, "calendar.plan", unit)
    start = {"at": datetime.combine(_day(request), time(9)), "kind": request.GET.get("jenis", "service")}
    form = NewSlotForm(sent(request), channels=channels_for(unit, request.user), initial=start)
    sheet = Sheet(
        title=_("Plan something for %(unit)s") % {"unit": unit.name},
        button=_("Put it into the calendar"),
        back=calendar_at(_day(request)),
        done=_("It stands in the calendar."),
        unit=unit,
    )
    return form_page(request, form, sheet, lambda: _added(request, unit, form))


@login_required
def change(request: Signed, pk: int) -> HttpResponse:
    """One entry; a filled one leads to its story."""
    slot = slot_or_404(request, pk)
    if slot.story_id is not None:
        return redirect("newsroom:story", pk=slot.story_id)
    permit(request.user, "calendar.plan", slot)
    form = SlotForm(sent(request), channels=channels_for(slot.unit, request.user), slot=slot)
    sheet = Sheet(
        title=slot.title,
        button=_("Save the entry"),
        back=calendar_at(timezone.localdate(slot.at)),
        done=_("The entry is saved."),
        unit=slot.unit,
        template="newsroom/calendar/slot.html",
    )
    form.slot = slot  # type: ignore[attr-defined]  # what the page shows beside the form
    return form_page(request, form, sheet, lambda: _changed(request, slot, form))


@login_required
@require_POST
def move(request: Signed, pk: int) -> HttpResponse:
    """Put an entry on another day; dragging and the keys of the calendar send this."""
    slot = slot_or_404(request, pk)
    permit(request.user, "calendar.plan", slot)
    before, day, view = timezone.localdate(slot.at), _day(request), request.POST.get("tampilan", "bulan")
    try:
        slot = slot_move(slot=slot, day=day, by=request.user)
    except NotAllowed:
        raise
    except Refused as refused:
        messages.error(request, refused.message)
        return redirect(f"{calendar_at(before)}&tampilan={view}#slot-{slot.pk}")
    _warn(request, slot)
    return redirect(f"{calendar_at(day)}&tampilan={view}&pindah={slot.pk}&dari={before.isoformat()}#slot-{slot.pk}")


@login_required
def drop(request: Signed, pk: int) -> HttpResponse:
    """Take an entry out, with those of its series that follow where asked."""
    slot = slot_or_404(request, pk)
    permit(request.user, "calendar.plan", slot)
    following = "seri" in request.GET and slot.series_id is not None
    sheet = Sheet(
        title=_("Take “%(title)s” out of the calendar?") % {"title": slot.title},
        button=_("Take it out, and all that follow") if following else _("Take it out"),
        back=calendar_at(timezone.localdate(slot.at)),
        done=_("Taken out."),
        unit=slot.unit,
        danger=True,
    )
    return form_page(
        request,
        ConfirmForm(sent(request)),
        sheet,
        lambda: slot_drop(slot=slot, and_following=following, by=request.user),
    )


def _added(request: Signed, unit: Unit, form: NewSlotForm) -> None:
    told = form.cleaned_data
    if told["step"]:
        series_add(unit=unit, plan=form.plan, step=told["step"], ends_on=told["ends_on"], by=request.user)
    else:
        _warn(request, slot_add(unit=unit, plan=form.plan, by=request.user))


def _changed(request: Signed, slot: Slot, form: SlotForm) -> None:
    _warn(request, slot_change(slot=slot, plan=form.plan, by=request.user))


def _warn(request: HttpRequest, slot: Slot) -> None:
    for told in warnings_for(unit=slot.unit, at=slot.at, channels=slot.channels.all(), besides=slot.pk):
        messages.warning(request, told)


def _day(request: HttpRequest) -> date:
    named = request.POST.get("tanggal") or request.GET.get("tanggal", "")
    try:
        return date.fromisoformat(named)
    except ValueError:
        return timezone.localdate() + timedelta(days=1)

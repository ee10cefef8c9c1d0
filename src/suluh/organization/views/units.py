"""Pages of one unit: what is on record, and changing it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.organization.forms import ContactForm, DayForm, MoveForm, UnitAddForm, UnitForm
from suluh.organization.models import Unit
from suluh.organization.permissions import permit
from suluh.organization.selectors import units_visible_to
from suluh.organization.selectors.units import unit_record
from suluh.organization.services.registering import unit_register
from suluh.organization.services.units import unit_change, unit_move, unit_retire

from .forms import Sheet, form_page, sent
from .requests import Signed


def unit_or_404(request: Signed, slug: str) -> Unit:
    """The unit, where the person may see it."""
    return get_object_or_404(units_visible_to(request.user), slug=slug)


def _home(unit: Unit) -> str:
    return reverse("organization:unit", args=[unit.slug])


@login_required
def detail(request: Signed, slug: str) -> HttpResponse:
    """Everything on record about a unit."""
    record = unit_record(unit_or_404(request, slug), request.user)
    return render(request, "organization/unit.html", {"record": record, "unit": record.unit})


@login_required
def add(request: Signed) -> HttpResponse:
    """Enter a unit, with its site if there is one."""
    permit(request.user, "unit.add", None)
    form = UnitAddForm(sent(request), person=request.user)
    sheet = Sheet(
        title=_("Enter a unit into the register."),
        button=_("Enter unit"),
        back=reverse("organization:register"),
        done=_("The unit is in the register."),
    )
    return form_page(request, form, sheet, lambda: unit_register(**form.cleaned_data, by=request.user))


@login_required
def change(request: Signed, slug: str) -> HttpResponse:
    """Names and kind."""
    unit = unit_or_404(request, slug)
    permit(request.user, "unit.edit", unit)
    form = UnitForm(sent(request), instance=Unit.objects.get(pk=unit.pk))
    title = _("Particulars of %(unit)s") % {"unit": unit.name}
    return _set(request, unit, form, title=title, button=_("Save particulars"))


@login_required
def contact(request: Signed, slug: str) -> HttpResponse:
    """Mail and telephone."""
    unit = unit_or_404(request, slug)
    permit(request.user, "unit.contact", unit)
    form = ContactForm(sent(request), instance=Unit.objects.get(pk=unit.pk))
    title = _("Where %(unit)s is reached") % {"unit": unit.name}
    return _set(request, unit, form, title=title, button=_("Save contact"))


def _set(request: Signed, unit: Unit, form: UnitForm | ContactForm, *, title: str, button: str) -> HttpResponse:
    sheet = Sheet(title=title, button=button, back=_home(unit), done=_("Saved."), unit=unit)
    return form_page(request, form, sheet, lambda: unit_change(unit=unit, by=request.user, **form.cleaned_data))


@login_required
def move(request: Signed, slug: str) -> HttpResponse:
    """Another superior unit."""
    unit = unit_or_404(request, slug)
    permit(request.user, "unit.move", unit)
    form = MoveForm(sent(request), person=request.user, unit=unit)
    sheet = Sheet(
        title=_("Move %(unit)s below another unit") % {"unit": unit.name},
        button=_("Move unit"),
        back=_home(unit),
        done=_("The unit and everything below it was moved."),
        intro=_("Everything below it comes along. History stays."),
        unit=unit,
    )
    return form_page(request, form, sheet, lambda: unit_move(unit=unit, by=request.user, **form.cleaned_data))


@login_required
def retire(request: Signed, slug: str) -> HttpResponse:
    """Close a unit."""
    unit = unit_or_404(request, slug)
    permit(request.user, "unit.retire", unit)
    form = DayForm(sent(request))
    sheet = Sheet(
        title=_("Close %(unit)s?") % {"unit": unit.name},
        button=_("Close unit"),
        back=_home(unit),
        done=_("The unit is closed."),
        intro=_("Its sites leave the watch. Its history stays."),
        unit=unit,
        danger=True,
    )
    return form_page(request, form, sheet, lambda: unit_retire(unit=unit, by=request.user, **form.cleaned_data))

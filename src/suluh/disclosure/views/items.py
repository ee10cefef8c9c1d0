"""Officers' pages on items: what waits, one item with its versions, proposing."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from suluh.disclosure.forms import ItemForm
from suluh.disclosure.models import Item
from suluh.disclosure.selectors.dossier import item_dossier, open_version, open_versions
from suluh.disclosure.selectors.lists import work_page
from suluh.disclosure.selectors.pushes import villages_managed_by
from suluh.disclosure.selectors.reviewing import units_with_many
from suluh.disclosure.selectors.visible import items_worked_on_by
from suluh.disclosure.services.items import (
    item_propose,
    item_propose_change,
    item_propose_removal,
    version_withdraw,
)
from suluh.organization.forms import ConfirmForm
from suluh.organization.permissions import permit
from suluh.organization.selectors import units_open_to
from suluh.organization.views.forms import Sheet, form_page, sent
from suluh.organization.views.requests import Signed
from suluh.organization.views.units import unit_or_404


def item_or_404(request: Signed, code: str) -> Item:
    """The item, where the person works on its unit."""
    return get_object_or_404(items_worked_on_by(request.user).select_related("unit", "decree"), code=code)


def home_of(item: Item) -> str:
    """The officers' page of an item."""
    return reverse("disclosure:item", args=[item.code])


@login_required
def work(request: Signed) -> HttpResponse:
    """What waits for review, for mending, for a decree; what is published."""
    page = work_page(request.user, tab=request.GET.get("tab", "telaah"), after=request.GET.get("setelah", ""))
    units = units_open_to(request.user, "item.propose")
    context = {
        "page": page, "own_units": units if len(units) == 1 else [], "keys": villages_managed_by(request.user),
        "many": units_with_many(request.user) if page.tab == "telaah" else [],
    }  # fmt: skip
    return render(request, "disclosure/items.html", context)


@login_required
def choose_unit(request: Signed) -> HttpResponse:
    """For which unit an item is proposed; goes on at once where there is only one."""
    units = units_open_to(request.user, "item.propose")
    if len(units) == 1:
        return redirect("disclosure:item-propose", slug=units[0].slug)
    return render(request, "disclosure/choose_unit.html", {"units": units})


@login_required
def propose(request: Signed, slug: str) -> HttpResponse:
    """Propose a new item."""
    unit = unit_or_404(request, slug)
    permit(request.user, "item.propose", unit)
    form = ItemForm(sent(request), unit=unit, initial={"holder": unit.name, "responsible": unit.name})
    sheet = Sheet(
        title=_("Propose an item of %(unit)s for the list") % {"unit": unit.name},
        button=_("Propose item"),
        back=reverse("disclosure:items"),
        done=_("The item is proposed. The PPID reviews it."),
        unit=unit,
    )
    return form_page(request, form, sheet, lambda: item_propose(unit=unit, content=form.content(), by=request.user))


@login_required
def detail(request: Signed, code: str) -> HttpResponse:
    """One item: what it says, what is proposed, its versions."""
    dossier = item_dossier(item_or_404(request, code), request.user)
    return render(request, "disclosure/item.html", {"dossier": dossier, "item": dossier.item})


@login_required
def change(request: Signed, code: str) -> HttpResponse:
    """Propose other contents."""
    item = item_or_404(request, code)
    permit(request.user, "item.propose", item)
    version = open_version(item)
    start = (version.says if version else item.content).as_json()
    form = ItemForm(sent(request), unit=item.unit, initial=start)
    sheet = Sheet(
        title=_("Propose a change of “%(item)s”") % {"item": item.title},
        button=_("Propose change"),
        back=home_of(item),
        done=_("The change is proposed. Until a decree fixes it, the public reads the old words."),
        unit=item.unit,
    )
    return form_page(
        request, form, sheet, lambda: item_propose_change(item=item, content=form.content(), by=request.user)
    )


@login_required
def remove(request: Signed, code: str) -> HttpResponse:
    """Propose to take an item off the list."""
    item = item_or_404(request, code)
    permit(request.user, "item.propose", item)
    sheet = Sheet(
        title=_("Take “%(item)s” off the list?") % {"item": item.title},
        button=_("Propose to take it off"),
        back=home_of(item),
        done=_("The PPID reviews it. Until a decree says so, the item stays public."),
        unit=item.unit,
        danger=True,
    )
    return form_page(
        request, ConfirmForm(sent(request)), sheet, lambda: item_propose_removal(item=item, by=request.user)
    )


@login_required
def withdraw(request: Signed, code: str) -> HttpResponse:
    """Take back an open proposal."""
    item = item_or_404(request, code)
    permit(request.user, "item.propose", item)
    version = get_object_or_404(open_versions(item))
    sheet = Sheet(
        title=_("Take back the proposal on “%(item)s”?") % {"item": item.title},
        button=_("Take back"),
        back=home_of(item),
        done=_("The proposal is taken back."),
        unit=item.unit,
    )
    return form_page(
        request, ConfirmForm(sent(request)), sheet, lambda: version_withdraw(version=version, by=request.user)
    )

"""What other rooms may hand over: a page that was found becomes a proposed item; so does an answer of general use."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from suluh.disclosure.content import ItemContent
from suluh.disclosure.forms import category_of
from suluh.disclosure.models import Item
from suluh.disclosure.services.items import item_propose
from suluh.organization.models import Person, Unit
from suluh.organization.permissions import may
from suluh.organization.sockets.handoffs import Handoff, Parcel


def accepts(parcel: Parcel, person: Person) -> bool:
    """A parcel about a unit for which the person may propose, unless the unit has an item for it already."""
    if parcel.unit is None or not may(person, "item.propose", parcel.unit):
        return False
    law_code = str((parcel.more or {}).get("law_code", ""))
    return not law_code or law_code not in _named(parcel.unit)


def _named(unit: Unit) -> frozenset[str]:
    """Mandatory items that items of the unit stand for; read once and kept on it, as parcels come in dozens."""
    kept: dict[str, frozenset[str]] = unit.__dict__
    if "_named_items" not in kept:
        rows = Item.objects.filter(unit=unit).exclude(state=Item.State.WITHDRAWN).exclude(law_code="")
        kept["_named_items"] = frozenset(rows.values_list("law_code", flat=True))
    return kept["_named_items"]


def take(parcel: Parcel, person: Person) -> str:
    """Propose an item of the parcel's words; returns its page, where the columns are completed.

    `more` may name `law_code` (the mandatory item it stands for) and `origin` ("found", "request").
    """
    assert parcel.unit is not None
    more = parcel.more or {}
    law_code = str(more.get("law_code", ""))
    content = ItemContent(
        title=parcel.title[:300],
        summary=parcel.text[:4000] or parcel.title,
        category=category_of(law_code),
        law_code=law_code,
        holder=parcel.unit.name,
        responsible=parcel.unit.name,
        link=parcel.url[:500],
    )
    origin = str(more.get("origin", Item.Origin.FOUND))
    version = item_propose(unit=parcel.unit, content=content, by=person, origin=origin)
    return reverse("disclosure:item-change", args=[version.item.code])


HANDOFFS = [Handoff("disclosure.item", _("Turn into an item of the list"), accepts, take)]

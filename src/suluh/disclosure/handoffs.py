"""What other rooms may hand over: a page that was found becomes a proposed item; so does an answer of general use."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from suluh.disclosure.content import ItemContent
from suluh.disclosure.forms import category_of
from suluh.disclosure.models import Item
from suluh.disclosure.services.items import item_propose
from suluh.organization.models import Person
from suluh.organization.permissions import may
from suluh.organization.sockets.handoffs import Handoff, Parcel


def accepts(parcel: Parcel, person: Person) -> bool:
    """A parcel about a unit for which the person may propose."""
    return parcel.unit is not None and may(person, "item.propose", parcel.unit)


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

"""Addresses of published items that do not open."""

from __future__ import annotations

from typing import Any

from django.db.models import F, QuerySet

from suluh.disclosure.models import Item, LinkCheck

from .visible import items_worked_on_by


def links_broken(person: Any) -> QuerySet[LinkCheck]:
    """Looks that found an address broken, twice, of items that the person works on; the longest first.

    An item whose address was changed since is no longer among them.
    """
    items = items_worked_on_by(person).filter(state=Item.State.PUBLISHED)
    rows = LinkCheck.objects.filter(state=LinkCheck.State.BROKEN, item__in=items, item__link=F("link"))
    return rows.select_related("item__unit").order_by("failing_since", "pk")

"""What of the list a person may see: every page, search, feed, file, export and the API start here."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from suluh.disclosure.models import Item
from suluh.organization.rights import reach

PUBLIC = Q(state=Item.State.PUBLISHED)


def items_public() -> QuerySet[Item]:
    """Items that everybody may see: fixed by a decree in force and not excluded."""
    return Item.objects.filter(PUBLIC)


def items_visible_to(person: Any) -> QuerySet[Item]:
    """Public items, and those of the units that the person's memberships reach."""
    return Item.objects.filter(PUBLIC | reach(person, road="unit"))


def items_worked_on_by(person: Any) -> QuerySet[Item]:
    """Items of the units that the person's memberships reach, for the officers' pages."""
    return Item.objects.filter(reach(person, road="unit"))

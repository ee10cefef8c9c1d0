"""What the first public page tells."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.disclosure.models import Decree, Item

from .visible import items_public

NEWEST = 5


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The newest items and the decrees in force."""

    newest: list[Item]
    decrees: list[Decree]


def front_page() -> FrontPage:
    """Read the first page in two queries."""
    newest = items_public().select_related("unit").order_by("-changed_at", "-pk")[:NEWEST]
    decrees = Decree.objects.filter(state=Decree.State.APPROVED, body__parent__isnull=True).select_related("body")
    return FrontPage(list(newest), list(decrees[:1]))

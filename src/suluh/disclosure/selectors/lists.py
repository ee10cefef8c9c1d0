"""Officers' lists: what waits, what is published, in pages by key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from suluh.disclosure.models import Item, ItemVersion

from .pages import page_by_title, page_oldest
from .visible import items_worked_on_by

V = ItemVersion.State

TABS: dict[str, Q] = {
    "telaah": Q(state=V.PROPOSED),
    "dikembalikan": Q(state=V.RETURNED),
    "menunggu": Q(state=V.ACCEPTED),
}
"""Open proposals by their word in the address; every other word shows the items themselves."""


@dataclass(frozen=True, slots=True)
class WorkPage:
    """One page of the officers' list. `proposals` or `items` is filled, by the tab."""

    tab: str
    counts: dict[str, int]
    proposals: list[ItemVersion]
    items: list[Item]
    after: str


def proposals_worked_on_by(person: Any) -> QuerySet[ItemVersion]:
    """Open proposals on items that the person works on."""
    return ItemVersion.objects.filter(state__in=ItemVersion.OPEN, item__in=items_worked_on_by(person))


def work_page(person: Any, *, tab: str, after: str = "") -> WorkPage:
    """One tab of the officers' list, from behind the key `after` of the page before."""
    wanted = {word: Count("pk", filter=condition) for word, condition in TABS.items()}
    counts = proposals_worked_on_by(person).aggregate(**wanted)
    if tab in TABS:
        rows = proposals_worked_on_by(person).filter(TABS[tab]).select_related("item__unit", "proposed_by")
        found, following = page_oldest(rows, after)
        return WorkPage(tab, counts, found, [], following)
    items, following = page_by_title(items_worked_on_by(person).filter(state=Item.State.PUBLISHED), after)
    return WorkPage("terbit", counts, [], items, following)

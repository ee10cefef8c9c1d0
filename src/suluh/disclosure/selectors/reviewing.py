"""Proposals of one unit side by side, for reviewing many at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from suluh.disclosure.content import Difference, differences
from suluh.disclosure.models import Item, ItemVersion
from suluh.organization.models import Unit
from suluh.organization.permissions import may

from .lists import proposals_worked_on_by
from .pages import page_oldest

MANY = 2
"""From so many proposals of a unit on, reviewing them together is offered."""
OFFERED = 6
"""Units offered at most: those with the most proposals."""


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One proposal with what it says newly. `seen` names it as it stands now, for accepting exactly this."""

    version: ItemVersion
    parts: list[Difference]
    seen: str
    new: bool

    @property
    def classed(self) -> bool:
        """True when it names its class; without one the PPID decides on the item's own page."""
        return bool(self.version.says.category)


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many proposals of a unit wait."""

    unit: Unit
    count: int


def review_lines(unit: Unit, after: str = "") -> tuple[list[ReviewLine], str]:
    """Proposals of a unit that wait for review, oldest first, and the key that leads on."""
    rows = ItemVersion.objects.filter(state=ItemVersion.State.PROPOSED, item__unit=unit)
    found, following = page_oldest(rows.select_related("item", "proposed_by"), after)
    return [_line(version) for version in found], following


def seen_as(version: ItemVersion) -> str:
    """The proposal and its state of words: another word, another name."""
    return f"{version.pk}.{version.proposed_at.timestamp():.6f}"


def units_with_many(person: Any) -> Sequence[Waiting]:
    """Units of which several proposals wait that the person reviews, most first."""
    rows = proposals_worked_on_by(person).filter(state=ItemVersion.State.PROPOSED).order_by()
    counts = rows.values_list("item__unit").annotate(n=Count("pk")).filter(n__gte=MANY).order_by("-n")[: 4 * OFFERED]
    sizes = dict(counts)
    units = Unit.objects.in_bulk(sizes)
    return [Waiting(units[key], n) for key, n in sizes.items() if may(person, "item.review", units[key])][:OFFERED]


def _line(version: ItemVersion) -> ReviewLine:
    new = version.item.state == Item.State.PROPOSED
    parts = [] if version.removal else differences(None if new else version.item.content, version.says)
    return ReviewLine(version, parts, seen_as(version), new)

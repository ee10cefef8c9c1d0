"""Published items that have to be refreshed, nearest date first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.dateparse import parse_date

from suluh.disclosure.models import Item
from suluh.kernel.row_keys import row_key
from suluh.organization.models import Unit
from suluh.organization.permissions import may

from .visible import items_worked_on_by

PAGE = 50
AHEAD = timedelta(days=30)
"""How long before its date an item is shown."""


@dataclass(frozen=True, slots=True)
class RefreshLine:
    """One item with its date; `mine` when this person may confirm or change it."""

    item: Item
    late: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class RefreshPage:
    """One page of what is due: how many items are late and how many near, of one unit or of all within reach."""

    lines: list[RefreshLine]
    late: int
    near: int
    unit: Unit | None
    after: str

    @property
    def confirmable(self) -> bool:
        """True where there is an item that this person may confirm."""
        return any(line.mine for line in self.lines)


def refresh_page(person: Any, *, unit: str = "", after: str = "") -> RefreshPage:
    """Items that are late or due within thirty days, from behind the key `after` ("date|id")."""
    today = timezone.localdate()
    rows = items_worked_on_by(person).filter(state=Item.State.PUBLISHED, refresh_due__lte=today + AHEAD)
    one = Unit.objects.filter(slug=unit).first() if unit else None
    if one is not None:
        rows = rows.filter(unit=one)
    counts = rows.order_by().aggregate(late=Count("pk", filter=Q(refresh_due__lt=today)), every=Count("pk"))
    day, number = _key(after)
    if day is not None:
        rows = rows.filter(refresh_due__gte=day).filter(Q(refresh_due__gt=day) | Q(pk__gt=number))
    found = list(rows.select_related("unit").order_by("refresh_due", "pk")[: PAGE + 1])
    mine = {item.unit_id: may(person, "item.propose", item.unit) for item in found}
    lines = [
        RefreshLine(item, late=item.refresh_due is not None and item.refresh_due < today, mine=mine[item.unit_id])
        for item in found[:PAGE]
    ]
    following = f"{lines[-1].item.refresh_due}|{lines[-1].item.pk}" if len(found) > PAGE else ""
    return RefreshPage(lines, counts["late"], counts["every"] - counts["late"], one, following)


def _key(after: str) -> tuple[date | None, int]:
    day, _bar, number = after.partition("|")
    try:
        read = parse_date(day)
    except ValueError:
        read = None
    last_seen = row_key(number)
    return (None, 0) if read is None or last_seen is None else (read, last_seen)

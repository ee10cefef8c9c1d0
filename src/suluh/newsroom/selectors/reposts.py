"""Calls to carry items on, each unit's part, and how units keep to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from suluh.channels.models import Delivery
from suluh.channels.selectors.channels import deliveries_visible_to
from suluh.newsroom.models import RepostCall, RepostShare
from suluh.organization.models import Unit
from suluh.organization.selectors.visible import visible_to

ROWS = 30
DAYS = 90
IN_TIME = Q(state="carried", carried_at__lte=F("call__due_at"))
COUNTED = ~Q(state="excused")


@dataclass(frozen=True, slots=True)
class Kept:
    """How a unit kept to what it was asked in ninety days."""

    unit: Unit
    asked: int
    in_time: int

    @property
    def percent(self) -> int:
        """Carried within 48 hours, of what was due."""
        return round(100 * self.in_time / self.asked)


def shares_visible_to(person: Any) -> QuerySet[RepostShare]:
    """Parts of the units that the person sees."""
    return visible_to(person, RepostShare.objects.select_related("call", "call__unit", "unit", "by"))


def calls_visible_to(person: Any) -> QuerySet[RepostCall]:
    """Calls in which units of the person have a part."""
    return RepostCall.objects.filter(pk__in=shares_visible_to(person).order_by().values("call")).select_related("unit")


def calls_page(person: Any, *, after: str = "") -> tuple[list[Any], str]:
    """Calls in which units of the person have a part, newest first, with the counts of those parts."""
    seen = shares_visible_to(person).order_by()
    shown = Q(shares__in=seen)
    rows = (
        calls_visible_to(person)
        .annotate(
            asked=Count("shares", filter=shown & ~Q(shares__state="excused")),
            carried=Count("shares", filter=shown & Q(shares__state="carried")),
            in_time=Count("shares", filter=shown & Q(shares__state="carried", shares__carried_at__lte=F("due_at"))),
        )
        .order_by("-id")
    )
    if after.isdecimal():
        rows = rows.filter(pk__lt=int(after))
    found = list(rows[: ROWS + 1])
    return found[:ROWS], str(found[ROWS - 1].pk) if len(found) > ROWS else ""


def kept_by_unit(person: Any) -> list[Kept]:
    """Units by how they kept to calls that were due in the last ninety days, those behind first."""
    due = timezone.now()
    rows = shares_visible_to(person).filter(COUNTED, call__due_at__range=(due - timedelta(days=DAYS), due)).order_by()
    counted = rows.values("unit").annotate(asked=Count("pk"), good=Count("pk", filter=IN_TIME))
    found = {row["unit"]: (row["asked"], row["good"]) for row in counted}
    units = Unit.objects.filter(pk__in=found).order_by("sort_key", "id")
    return sorted((Kept(unit, *found[unit.pk]) for unit in units), key=lambda one: one.percent)


def live_deliveries(story: Any, person: Any) -> list[Delivery]:
    """Where a story is live at a known address."""
    rows = deliveries_visible_to(person).filter(source__startswith=f"story:{story.pk}:", state=Delivery.State.LIVE)
    return list(rows.exclude(url="").order_by("pk"))


def whatsapp_text(call: RepostCall) -> str:
    """Words to forward: the title in bold, the first paragraph, the address."""
    first = call.caption.strip().split("\n\n", 1)[0]
    return f"*{call.title}*\n\n{first}\n\n{call.url}" if first != call.title else f"*{call.title}*\n\n{call.url}"

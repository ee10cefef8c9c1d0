"""What this room measures of units: how complete, fresh and reachable their list is, and how they bring material."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from suluh.disclosure.models import Assignment, Item, LinkCheck
from suluh.disclosure.selectors.pelaksana import obliged_codes
from suluh.organization.models import Unit
from suluh.organization.sockets.measures import Measure, MeasureValue, Period

PUBLISHED = Item.objects.filter(state=Item.State.PUBLISHED).order_by()


def items_listed(units: Sequence[Unit], period: Period) -> dict[int, MeasureValue]:
    """Share of a unit's mandatory items that the public list named by the end of the period."""
    named: defaultdict[int, set[str]] = defaultdict(set)
    rows = PUBLISHED.filter(unit__in=units, published_at__date__lte=period.last).exclude(law_code="")
    for unit, code in rows.values_list("unit_id", "law_code").distinct():
        named[unit].add(code)
    obliged = {unit.pk: obliged_codes(unit.kind) for unit in units}
    return {key: MeasureValue(len(codes & named[key]), len(codes)) for key, codes in obliged.items() if codes}


def items_fresh(units: Sequence[Unit], period: Period) -> dict[int, MeasureValue]:
    """Share of periodic items whose six months are not over at the end of the period, as they stand today."""
    rows = PUBLISHED.filter(unit__in=units, refresh_due__isnull=False, published_at__date__lte=period.last)
    good = Count("pk", filter=Q(refresh_due__gte=period.last))
    return _shares(rows.values("unit_id").annotate(good=good, all=Count("pk")))


def links_open(units: Sequence[Unit], period: Period) -> dict[int, MeasureValue]:  # noqa: ARG001 - as they stand today
    """Share of looked-at addresses that are not broken."""
    rows = LinkCheck.objects.filter(item__unit__in=units, item__state=Item.State.PUBLISHED, item__link=F("link"))
    good = Count("pk", filter=~Q(state=LinkCheck.State.BROKEN))
    return _shares(rows.order_by().values(unit_id=F("item__unit_id")).annotate(good=good, all=Count("pk")))


def brought_in_time(units: Sequence[Unit], period: Period) -> dict[int, MeasureValue]:
    """Share of what was due in the period that the unit brought, or said not to hold, by its date."""
    rows = Assignment.objects.filter(unit__in=units, due__range=(period.first, period.last)).order_by()
    good = Count("pk", filter=Q(replied_at__date__lte=F("due")))
    return _shares(rows.values("unit_id").annotate(good=good, all=Count("pk")))


def _shares(rows) -> dict[int, MeasureValue]:  # type: ignore[no-untyped-def]  # grouped values queryset
    return {row["unit_id"]: MeasureValue(good=row["good"], observed=row["all"]) for row in rows}


MEASURES = [
    Measure("ppid.items-listed", _("Mandatory items on the public list"), items_listed),
    Measure("ppid.items-fresh", _("Periodic items refreshed in time"), items_fresh),
    Measure("ppid.links-open", _("Addresses of the list that open"), links_open),
    Measure("ppid.brought-in-time", _("Material brought in time"), brought_in_time),
]

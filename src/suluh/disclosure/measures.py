"""What this room measures of units: how complete, fresh and reachable their list is, and how they bring material."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from suluh.disclosure.models import Assignment, Item, LinkCheck
from suluh.disclosure.selectors.pelaksana import obliged_codes
from suluh.disclosure.selectors.visible import units_trusted_to
from suluh.organization.models import Person, Unit
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


def duty_page(unit: Unit, _person: Person) -> str:
    """What the unit must have, with what is on its list; open to all who see the unit."""
    return reverse("disclosure:duty-list", args=[unit.slug])


def public_list(unit: Unit, _person: Person) -> str:
    """The unit's items as citizens find them, with their dates."""
    return f"{reverse('disclosure:public-list')}?unit={unit.slug}"


def broken_links(unit: Unit, _person: Person) -> str:
    """The addresses that do not open."""
    return f"{reverse('disclosure:links')}?unit={unit.slug}"


def asked_page(unit: Unit, person: Person) -> str:
    """What the unit was asked to bring, for those who may know of it."""
    trusted = units_trusted_to(person).filter(pk=unit.pk).exists()
    return f"{reverse('disclosure:pelaksana-unit', args=[unit.slug])}#diminta" if trusted else ""


MEASURES = [
    Measure("ppid.items-listed", _("Mandatory items on the public list"), items_listed, proof=duty_page),
    Measure("ppid.items-fresh", _("Periodic items refreshed in time"), items_fresh, proof=public_list),
    Measure("ppid.links-open", _("Addresses of the list that open"), links_open, proof=broken_links),
    Measure("ppid.brought-in-time", _("Material brought in time"), brought_in_time, proof=asked_page),
]

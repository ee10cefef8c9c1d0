"""What the watch measures of units, from the daily sums: shares with the observations they rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from django.db.models import Count, Max, Min, Q, Sum
from django.utils.translation import gettext_lazy as _

from suluh.law.items import items_for
from suluh.law.kinds import UnitKind
from suluh.monitoring.models import SiteDay, WeekCount
from suluh.organization.models import Unit
from suluh.organization.sockets.measures import Measure, MeasureValue, Period, measures

IDENTITY = "I-"
FULL_MARK = 2


def _days(units: Sequence[Unit], period: Period, counted: str) -> Iterator[tuple[int, int, int, dict[str, int]]]:
    """Daily sums of the units' main sites in the period: unit's id, visits, those alive, what is `counted` by code."""
    rows = SiteDay.objects.filter(
        site__unit__in=units, site__is_main=True, site__active=True, day__range=(period.first, period.last)
    )
    yield from rows.values_list("site__unit_id", "visits", "alive", counted).iterator(chunk_size=5000)


def _shares(sums: Mapping[int, list[float]]) -> dict[int, MeasureValue]:
    return {unit: MeasureValue(good, observed) for unit, (good, observed) in sums.items() if observed}


def visits_share(units: Sequence[Unit], period: Period, *, column: str) -> dict[int, MeasureValue]:
    """Share of visits with `column` (alive, secure)."""
    rows = _sums(units, period).annotate(good=Sum(column), all=Sum("visits"))
    return {unit: MeasureValue(good, seen) for unit, good, seen in rows.values_list("site__unit_id", "good", "all")}


def visits_made(units: Sequence[Unit], period: Period) -> dict[int, MeasureValue]:
    """Number of visits."""
    rows = _sums(units, period).annotate(all=Sum("visits")).values_list("site__unit_id", "all")
    return {unit: MeasureValue(observed=seen, value=seen) for unit, seen in rows}


def days_watched(units: Sequence[Unit], period: Period) -> dict[int, MeasureValue]:
    """Days from the first to the last observation, both included."""
    rows = _sums(units, period).annotate(first=Min("day"), last=Max("day"))
    spans = {unit: (last - first).days + 1 for unit, first, last in rows.values_list("site__unit_id", "first", "last")}
    return {unit: MeasureValue(observed=days, value=days) for unit, days in spans.items()}


def _sums(units: Sequence[Unit], period: Period):  # type: ignore[no-untyped-def]  # grouped values queryset
    days = SiteDay.objects.filter(site__unit__in=units, site__is_main=True, site__active=True)
    return days.filter(day__range=(period.first, period.last)).values("site__unit_id").order_by()


def weeks_lit(units: Sequence[Unit], period: Period) -> dict[int, MeasureValue]:
    """Share of observed weeks with something published."""
    rows = (
        WeekCount.objects.filter(
            site__unit__in=units, site__is_main=True, observed=True, week__range=(period.first, period.last)
        )
        .values("site__unit_id")
        .order_by()
        .annotate(lit=Count("id", filter=Q(items__gt=0)), all=Count("id"))
    )
    return {unit: MeasureValue(lit, seen) for unit, lit, seen in rows.values_list("site__unit_id", "lit", "all")}


def items_share(units: Sequence[Unit], period: Period, *, wanted: Callable[[str], bool]) -> dict[int, MeasureValue]:
    """Sum of the marks of the items that apply to the unit's kind and are `wanted`, over the most it could be.

    Observations are visits that judged the site's items, each counted once, and visits that found it dead: a dead
    site shows nothing. Visits that could not read it (a broken certificate) are no observation.
    """
    due = {unit.pk: [code for code in _codes(unit) if wanted(code)] for unit in units}
    sums: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for unit, visits, alive, marks in _days(units, period, "items"):
        if due[unit] and not alive:
            sums[unit][1] += visits
        elif due[unit] and marks:
            most = FULL_MARK * len(due[unit])
            sums[unit][0] += sum(marks.get(code, 0) for code in due[unit]) / most
            sums[unit][1] += alive
    return _shares(sums)


def _codes(unit: Unit) -> list[str]:
    return [item.code for item in items_for(UnitKind(unit.kind))]


def without_findings(units: Sequence[Unit], period: Period, *, codes: frozenset[str]) -> dict[int, MeasureValue]:
    """Share of checks without these findings: each code is one check a visit, counted as one observation a visit."""
    sums: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for unit, _visits, alive, counts in _days(units, period, "findings"):
        seen = sum(min(count, alive) for code, count in counts.items() if code in codes)
        sums[unit][0] += alive - seen / len(codes)
        sums[unit][1] += alive
    return _shares(sums)


CLEAN = frozenset({"infected", "defaced"})
USABLE = frozenset({"not-mobile", "heavy", "links-broken", "menu-broken", "a11y-basic"})
RECAP_ITEMS = ("I-visi", "I-struktur", "I-alamat", "I-surel", "I-telepon")

measures.register(
    Measure("web.visits", _("Visits"), visits_made),
    Measure("web.days", _("Days watched"), days_watched),
    Measure("web.alive", _("Site answers"), partial(visits_share, column="alive")),
    Measure("web.secure", _("Secure connection"), partial(visits_share, column="secure")),
    Measure("web.weeks-lit", _("Weeks with something published"), weeks_lit),
    Measure("web.items-obliged", _("Mandatory information"),
            partial(items_share, wanted=lambda code: not code.startswith(IDENTITY))),
    Measure("web.items-identity", _("Identity and service links"),
            partial(items_share, wanted=lambda code: code.startswith(IDENTITY))),
    Measure("web.clean", _("Free of injected pages"), partial(without_findings, codes=CLEAN)),
    Measure("web.usable", _("Usable on a phone, links work"), partial(without_findings, codes=USABLE)),
    *(
        Measure(f"web.item.{code}", code, partial(items_share, wanted=code.__eq__))
        for code in RECAP_ITEMS
    ),
)  # fmt: skip

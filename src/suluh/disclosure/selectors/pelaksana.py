"""How each PPID Pelaksana stands: its list, what it lacks, how it answers, in a few queries for every unit at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from statistics import median
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet
from django.utils import timezone

from suluh.disclosure.models import Assignment, Item, LinkCheck, Objection
from suluh.kernel.workdays.calendar import national_calendar
from suluh.kernel.workdays.counting import working_days_between
from suluh.law.items import items_for
from suluh.law.kinds import UnitKind
from suluh.organization.models import Unit

from .visible import units_trusted_to

LOST = (Objection.Result.UPHELD, Objection.Result.PARTLY)


@dataclass(frozen=True, slots=True)
class Standing:
    """One unit. `asked` counts what it was asked to bring in the year; `days` are working days, None without any."""

    unit: Unit
    published: int = 0
    overdue: int = 0
    lacking: int = 0
    obliged: int = 0
    broken: int = 0
    refreshed: date | None = None
    asked: int = 0
    in_time: int = 0
    late: int = 0
    days: float | None = None
    lost: int = 0

    @property
    def troubled(self) -> bool:
        """True when something waits for the unit: items overdue, addresses broken, material late."""
        return bool(self.overdue or self.broken or self.late)


@dataclass(frozen=True, slots=True)
class Brought:
    """What a unit was asked to bring for one request, and how long it took; never who asked."""

    assignment: Assignment
    days: int | None
    late: bool


def standings(person: Any, year: int, *, only: Sequence[int] | None = None) -> list[Standing]:
    """Every PPID Pelaksana that the person leads, supervises or works in, by name: six queries for any number."""
    rows = units_trusted_to(person).order_by("sort_key", "pk")
    units = list(rows if only is None else rows.filter(pk__in=only))
    keys = [unit.pk for unit in units]
    lists, named, broken = _lists(keys), _named(keys), _broken(keys)
    brought, lost = _brought(keys, year), _lost(keys, year)
    found = []
    for unit in units:
        obliged = obliged_codes(unit.kind)
        found.append(
            Standing(
                unit, lacking=len(obliged - named[unit.pk]), obliged=len(obliged), broken=broken[unit.pk],
                lost=lost[unit.pk], **lists.get(unit.pk, {}), **brought.get(unit.pk, {}),
            )
        )  # fmt: skip
    return found


def asked_of(unit: Unit, year: int) -> list[Brought]:
    """What a unit was asked to bring in a year, newest first."""
    rows = _asked([unit.pk], year).select_related("request").order_by("-asked_at", "-pk")
    return [Brought(row, _days(row), _is_late(row)) for row in rows]


def objections_lost(unit: Unit, year: int) -> QuerySet[Objection]:
    """Objections of a year that the superior granted, on requests for which the unit was asked."""
    rows = Objection.objects.filter(year=year, result__in=LOST, request__assignments__unit=unit)
    return rows.order_by("-sequence").distinct()


@cache
def obliged_codes(kind: str) -> frozenset[str]:
    """Mandatory items that a kind of unit must have on its list."""
    return frozenset(item.code for item in items_for(UnitKind(kind)) if not item.code.startswith("I-"))


def _lists(keys: Sequence[int]) -> dict[int, dict[str, Any]]:
    overdue = Count("pk", filter=Q(refresh_due__lt=timezone.localdate()))
    rows = _published(keys).values("unit_id").annotate(n=Count("pk"), overdue=overdue, refreshed=Max("refreshed_on"))
    return {
        row["unit_id"]: {"published": row["n"], "overdue": row["overdue"], "refreshed": row["refreshed"]}
        for row in rows
    }


def _named(keys: Sequence[int]) -> defaultdict[int, set[str]]:
    named: defaultdict[int, set[str]] = defaultdict(set)
    for unit, code in _published(keys).exclude(law_code="").values_list("unit_id", "law_code").distinct():
        named[unit].add(code)
    return named


def _published(keys: Sequence[int]) -> QuerySet[Item]:
    return Item.objects.filter(unit__in=keys, state=Item.State.PUBLISHED).order_by()


def _broken(keys: Sequence[int]) -> Counter[int]:
    rows = LinkCheck.objects.filter(
        state=LinkCheck.State.BROKEN, item__link=F("link"), item__state=Item.State.PUBLISHED, item__unit__in=keys
    )
    return Counter(dict(rows.order_by().values_list("item__unit_id").annotate(Count("pk"))))


def _asked(keys: Sequence[int], year: int) -> QuerySet[Assignment]:
    return Assignment.objects.filter(unit__in=keys, request__year=year)


def _brought(keys: Sequence[int], year: int) -> dict[int, dict[str, Any]]:
    rows: defaultdict[int, list[Assignment]] = defaultdict(list)
    for row in _asked(keys, year).only("unit_id", "state", "due", "asked_at", "replied_at").order_by():
        rows[row.unit_id].append(row)
    return {unit: _summed(of_one) for unit, of_one in rows.items()}


def _summed(rows: Sequence[Assignment]) -> dict[str, Any]:
    spans = [days for row in rows if (days := _days(row)) is not None]
    late = sum(_is_late(row) for row in rows)
    done = sum(row.state != Assignment.State.ASKED and not _is_late(row) for row in rows)
    return {"asked": len(rows), "in_time": done, "late": late, "days": median(spans) if spans else None}


def _days(row: Assignment) -> int | None:
    """Working days from the asking to the reply."""
    if row.replied_at is None:
        return None
    return _between(timezone.localdate(row.asked_at), timezone.localdate(row.replied_at))


@lru_cache(maxsize=10_000)
def _between(begin: date, end: date) -> int:
    return working_days_between(begin, end, national_calendar())


def _is_late(row: Assignment) -> bool:
    """Replied after its date, or not yet although it has passed."""
    return (timezone.localdate(row.replied_at) if row.replied_at else timezone.localdate()) > row.due


def _lost(keys: Sequence[int], year: int) -> Counter[int]:
    rows = Objection.objects.filter(year=year, result__in=LOST, request__assignments__unit__in=keys).order_by()
    pairs = rows.values_list("request__assignments__unit_id").annotate(Count("pk", distinct=True))
    return Counter({unit: count for unit, count in pairs if unit is not None})

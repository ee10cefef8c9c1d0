"""Units of one kind beside each other: tabs, search, filters, order, keyset pages, the group's middle."""

from __future__ import annotations

import base64
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median
from typing import Any

from django.db.models import Count, DateField, Expression, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from suluh.kernel.charts.weeks import Week, active, align, median_each_week
from suluh.organization.models import Person

from .kinds import ORDER
from .marks import ATTENTION, Standing
from .scope import today
from .units import LEAST_WEEKS, UnitRow, board_units, unit_rows

FILTERS = {
    "perhatian": (_("Needs attention"), Q(worst__in=ATTENTION)),
    "aktif": (_("Active this month"), Q(standing__in=[Standing.WEEK, Standing.MONTH])),
    "diam": (_("Quiet or silent"), Q(standing__in=[Standing.QUIET, Standing.SILENT])),
    "minggu": (_("Active this week"), Q(standing=Standing.WEEK)),
    "mati": (_("Down"), Q(standing=Standing.DEAD)),
    "tanpa": (_("No site"), Q(standing=Standing.NONE)),
}
"""Filters by their word in the address: label and condition on `board_units`."""

CHIPS = ("perhatian", "aktif", "diam")
"""Filters that always stand above the list; others show while they hold."""

SORTS: dict[str, Expression] = {
    "minggu": Coalesce(F("active_weeks"), Value(0)),
    "nama": Value(0),
    "terbit": Coalesce(F("last_post"), Value(date.min), output_field=DateField()),
    "butir": Coalesce(F("items_found"), Value(0)),
}
"""Orders by their word in the address, the most first; within a rank by name."""


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What a reader asked of the list."""

    kind: str = ""
    words: str = ""
    chosen: str = ""
    standing: str = ""
    sort: str = "minggu"
    weeks: int = 26
    after: str = ""
    size: int = 50


@dataclass(frozen=True, slots=True)
class Middle:
    """The middle of a group: what its median unit looks like."""

    units: int
    active_weeks: int
    items_found: int
    items_total: int
    weeks: list[Week]
    silent: int


@dataclass(slots=True)
class UnitList:
    """One page of the list with all that stands around it."""

    tabs: list[tuple[str, int]] = field(default_factory=list)
    filters: dict[str, int] = field(default_factory=dict)
    rows: list[UnitRow] = field(default_factory=list)
    young: list[UnitRow] = field(default_factory=list)
    siteless: list[UnitRow] = field(default_factory=list)
    middle: Middle | None = None
    total: int = 0
    next_page: str = ""


def unit_list(person: Person, query: ListQuery) -> UnitList:
    """One page of units: those watched long enough in order, the others apart."""
    everything = board_units(person)
    page = UnitList(tabs=_tabs(everything))
    group = everything.filter(kind=query.kind) if query.kind else everything
    facts = list(
        group.values_list(
            "standing", "worst", "watched_weeks", "active_weeks", "items_found", "items_total", "weeks", "weeks_from"
        )
    )
    page.filters = _filter_counts(facts)
    page.middle = _middle(facts, query.weeks) if query.kind else None
    chosen = _narrow(group, query)
    ordered = chosen.filter(watched_weeks__gte=LEAST_WEEKS)
    page.rows, page.next_page = _page(ordered, query)
    page.total = sum(1 for fact in facts if (fact[2] or 0) >= LEAST_WEEKS)
    if not query.after:
        apart = unit_rows(chosen.exclude(watched_weeks__gte=LEAST_WEEKS).order_by("sort_key", "id")[:400])
        page.young = [row for row in apart if row.host]
        page.siteless = [row for row in apart if not row.host]
    return page


def _tabs(units: QuerySet[Any]) -> list[tuple[str, int]]:
    counts = units.values("kind").annotate(n=Count("id")).values_list("kind", "n")
    return sorted(counts, key=lambda pair: ORDER[pair[0]])


def _filter_counts(facts: Sequence[tuple[Any, ...]]) -> dict[str, int]:
    standing = Counter(fact[0] for fact in facts)
    return {
        "perhatian": sum(1 for fact in facts if fact[1] in ATTENTION),
        "aktif": standing[Standing.WEEK.value] + standing[Standing.MONTH.value],
        "diam": standing[Standing.QUIET.value] + standing[Standing.SILENT.value],
        "minggu": standing[Standing.WEEK.value],
        "mati": standing[Standing.DEAD.value],
        "tanpa": standing[Standing.NONE.value],
    }


def _middle(facts: Sequence[tuple[Any, ...]], weeks: int) -> Middle | None:
    known = [fact for fact in facts if (fact[2] or 0) >= LEAST_WEEKS]
    if not known:
        return None
    marks = [align(fact[6] or "", fact[7], last=today(), count=weeks) for fact in known]
    return Middle(
        units=len(known),
        active_weeks=int(median(active(row) for row in marks)),
        items_found=int(median(fact[4] or 0 for fact in known)),
        items_total=max(fact[5] or 0 for fact in known),
        weeks=median_each_week(marks, weeks),
        silent=sum(1 for fact in known if fact[0] == Standing.SILENT),
    )


def _narrow(units: QuerySet[Any], query: ListQuery) -> QuerySet[Any]:
    if query.words:
        folded = " ".join(query.words.lower().split())
        units = units.filter(Q(sort_key__contains=folded) | Q(name__icontains=folded) | Q(host__icontains=folded))
    if query.chosen in FILTERS:
        units = units.filter(FILTERS[query.chosen][1])
    if query.standing in Standing.values:
        units = units.filter(standing=query.standing)
    return units


def _page(units: QuerySet[Any], query: ListQuery) -> tuple[list[UnitRow], str]:
    """Rows after the cursor in the order (most first, then name, then id), and the cursor of the next page."""
    ordered = units.annotate(rank=SORTS.get(query.sort, SORTS["minggu"])).order_by("-rank", "sort_key", "id")
    after = _read_cursor(query.after)
    if after:
        rank, name, pk = after
        ordered = ordered.filter(Q(rank__lt=rank) | Q(rank=rank) & (Q(sort_key__gt=name) | Q(sort_key=name, id__gt=pk)))
    rows = unit_rows(ordered[: query.size + 1])
    if len(rows) <= query.size:
        return rows, ""
    last = rows[query.size - 1]
    rank = ordered.filter(pk=last.id).values_list("rank", flat=True).get()
    return rows[: query.size], _write_cursor([str(rank), last.sort_key, last.id])


def _write_cursor(place: list[Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(place, ensure_ascii=False).encode()).decode().rstrip("=")


def _read_cursor(text: str) -> tuple[str, str, int] | None:
    """The place a cursor names; None for an empty or a broken one, which then means the first page."""
    try:
        rank, name, pk = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        date.fromisoformat(rank) if "-" in rank else int(rank)
        return rank, str(name), int(pk)
    except (ValueError, TypeError):
        return None

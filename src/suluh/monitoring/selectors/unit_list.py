"""Units of one kind beside each other: tabs, search, filters, order, keyset pages, the group's middle."""

from __future__ import annotations

import base64
import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from statistics import median
from typing import Any

from django.db.models import Count, DateField, Expression, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from suluh.kernel.charts.weeks import Week, active, align, median_each_week, week_table
from suluh.law.kinds import UnitKind
from suluh.organization.models import Person

from .kinds import ORDER
from .marks import ATTENTION, Standing
from .scope import today
from .units import BELOW, LEAST_WEEKS, UnitRow, board_units, ranked_rows, unit_rows


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice above the list: units of these standings, or those that meet a condition on `board_units`."""

    label: Any
    standings: tuple[str, ...] = ()
    condition: Q = field(default_factory=Q)

    @property
    def leaves(self) -> Q:
        """What the units that it leaves have in common."""
        return Q(standing__in=self.standings) if self.standings else self.condition


FILTERS = {
    "perhatian": Filter(_("Needs attention"), condition=Q(worst__in=ATTENTION)),
    "aktif": Filter(_("Active this month"), (Standing.WEEK, Standing.MONTH)),
    "diam": Filter(_("Quiet or silent"), (Standing.QUIET, Standing.SILENT)),
    "minggu": Filter(_("Active this week"), (Standing.WEEK,)),
    "mati": Filter(_("Down"), (Standing.DEAD,)),
    "tanpa": Filter(_("No site"), (Standing.NONE,)),
    "muda": Filter(
        _("Not enough data"),
        condition=Q(host__isnull=False) & (Q(watched_weeks__lt=LEAST_WEEKS) | Q(watched_weeks__isnull=True)),
    ),
}
"""Filters by their word in the address."""

APART = 24
"""Units shown below the list of each sort that is not ordered; the filters show the rest."""

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
    """One page of the list with all that stands around it; `size` counts the units below the government."""

    tabs: list[tuple[str, int]] = field(default_factory=list)
    filters: dict[str, int] = field(default_factory=dict)
    rows: list[UnitRow] = field(default_factory=list)
    young: list[UnitRow] = field(default_factory=list)
    siteless: list[UnitRow] = field(default_factory=list)
    middle: Middle | None = None
    total: int = 0
    size: int = 0
    next_page: str = ""


def unit_list(person: Person, query: ListQuery) -> UnitList:
    """One page of units: those watched long enough in order, the others apart."""
    everything = board_units(person)
    counts = _counts(everything)
    kinds = Counter[str]()
    for row in counts:
        kinds[row["kind"]] += row["n"]
    page = UnitList(tabs=[(kind, kinds[kind]) for kind in sorted(kinds, key=ORDER.__getitem__)])
    page.size = sum(count for kind, count in kinds.items() if kind != UnitKind.MAIN)
    some = [row for row in counts if row["kind"] == query.kind or (not query.kind and row["kind"] != UnitKind.MAIN)]
    page.filters = {word: _left(word, some) for word in FILTERS}
    page.total = sum(row["n_cukup"] for row in some)
    group = everything.filter(_group(query))
    page.middle = _middle(group, query.weeks) if query.kind else None
    chosen = _narrow(group, query)
    ordered = chosen.filter(watched_weeks__gte=LEAST_WEEKS)
    page.rows, page.next_page = _page(ordered, query)
    if not query.after:
        young = Q(watched_weeks__lt=LEAST_WEEKS) | Q(watched_weeks__isnull=True)
        apart = chosen.filter(young).order_by("sort_key", "id")
        page.young = unit_rows(apart.filter(host__isnull=False)[: 400 if query.chosen == "muda" else APART])
        page.siteless = unit_rows(apart.filter(host__isnull=True)[: 400 if query.chosen == "tanpa" else APART])
    return page


def _group(query: ListQuery) -> Q:
    """Units of the kind; of all kinds those below the government, a search alone looks through its own site too."""
    if query.kind:
        return Q(kind=query.kind)
    return Q() if query.words else BELOW


def _counts(units: QuerySet[Any]) -> list[dict[str, Any]]:
    """Units by kind and standing: all ("n"), watched enough ("n_cukup"), and what each condition leaves.

    The standing is told once a unit, not once for each filter that looks at it.
    """
    asked = {f"n_{word}": Count("id", filter=f.condition) for word, f in FILTERS.items() if not f.standings}
    enough = Count("id", filter=Q(watched_weeks__gte=LEAST_WEEKS))
    return list(units.values("kind", "standing").annotate(n=Count("id"), n_cukup=enough, **asked))


def _left(word: str, rows: list[dict[str, Any]]) -> int:
    """How many units a filter leaves."""
    standings = FILTERS[word].standings
    if not standings:
        return sum(row[f"n_{word}"] for row in rows)
    return sum(row["n"] for row in rows if row["standing"] in standings)


def _middle(units: QuerySet[Any], weeks: int) -> Middle | None:
    known = list(
        units.filter(watched_weeks__gte=LEAST_WEEKS).values_list(
            "standing", "items_found", "items_total", "weeks", "weeks_from"
        )
    )
    if not known:
        return None
    marks = [align(row[3] or "", row[4], last=today(), count=weeks) for row in known]
    return Middle(
        units=len(known),
        active_weeks=int(median(active(row) for row in marks)),
        items_found=int(median(row[1] or 0 for row in known)),
        items_total=max(row[2] or 0 for row in known),
        weeks=median_each_week(week_table(marks, weeks)),
        silent=sum(1 for row in known if row[0] == Standing.SILENT),
    )


def _narrow(units: QuerySet[Any], query: ListQuery) -> QuerySet[Any]:
    if query.words:
        folded = " ".join(query.words.lower().split())
        units = units.filter(Q(sort_key__contains=folded) | Q(name__icontains=folded) | Q(host__icontains=folded))
    if query.chosen in FILTERS:
        units = units.filter(FILTERS[query.chosen].leaves)
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
    ranks, rows = ranked_rows(ordered[: query.size + 1])
    if len(rows) <= query.size:
        return rows, ""
    last = rows[query.size - 1]
    return rows[: query.size], _write_cursor([str(ranks[query.size - 1]), last.sort_key, last.id])


def _write_cursor(place: list[Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(place, ensure_ascii=False).encode()).decode().rstrip("=")


def _read_cursor(text: str) -> tuple[str, str, int] | None:
    """The place a cursor names; None for an empty or a broken one, which then means the first page."""
    try:
        rank, name, pk = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        date.fromisoformat(rank) if "-" in rank else int(rank)
        return rank, str(name), int(pk)
    except (ValueError, TypeError, RecursionError):
        return None

"""Reading where units stand: one kind under one instrument, those with too little data apart."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from django.db.models import Count

from suluh.law.kinds import UnitKind
from suluh.monitoring.selectors.kinds import ORDER, group_name
from suluh.monitoring.selectors.scope import visible_units
from suluh.organization.models import Person

from .instrument import Instrument, instruments
from .models import Standing

DEFAULT = "suluh-situs"
SHOWN = 500


@dataclass(frozen=True, slots=True)
class RankedLine:
    """One unit of the ranking."""

    row: Standing
    rank: str
    parts: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class RankingPage:
    """The ranking of one kind under one instrument."""

    instrument: Instrument
    others: list[Instrument]
    kind: str
    group: str
    tabs: list[tuple[str, str, int]]
    lines: list[RankedLine]
    few: list[Standing]
    middle: float | None
    leaders: int


def ranking_page(person: Person, *, code: str, kind: str) -> RankingPage:
    """Visible units of one kind in the order of their shared ranks."""
    chosen = instruments().get(code) or instruments()[DEFAULT]
    rows = Standing.objects.filter(instrument=chosen.code, unit__in=visible_units(person).order_by())
    tabs = sorted(rows.values_list("kind").annotate(n=Count("id")), key=lambda pair: ORDER[pair[0]])
    known = kind if kind in dict(tabs) else (tabs[0][0] if tabs else UnitKind.OPD.value)
    group = list(rows.filter(kind=known).select_related("unit").order_by("rank", "-low", "unit__sort_key")[:SHOWN])
    ranked = [row for row in group if row.enough and row.rank is not None]
    return RankingPage(
        instrument=chosen,
        others=[other for other in instruments().values() if other.code != chosen.code],
        kind=known,
        group=group_name(known),
        tabs=[(name, group_name(name), count) for name, count in tabs],
        lines=[RankedLine(row, _rank(row), _parts(row, chosen)) for row in ranked],
        few=[row for row in group if not row.enough or row.rank is None],
        middle=median(row.value for row in ranked) if ranked else None,
        leaders=sum(1 for row in ranked if row.rank == 1),
    )


def _rank(row: Standing) -> str:
    """A shared rank stands with "=" before it."""
    return f"={row.rank}" if row.shared else str(row.rank)


def _parts(row: Standing, instrument: Instrument) -> list[tuple[str, str]]:
    """Criteria with n of m, in the order of the instrument."""
    return [
        (line.label, f"{row.parts[line.code][0]:g}/{row.parts[line.code][1]:g}")
        for line in instrument.criteria
        if line.code in row.parts
    ]

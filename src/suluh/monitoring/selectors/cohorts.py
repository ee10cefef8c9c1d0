"""Units counted together: those alike in kind, standing and gravest finding, with their weeks as one table.

The overview counts ten thousand units; it reads a row for each cohort, not for each unit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from django.contrib.postgres.aggregates import ArrayAgg, StringAgg
from django.db.models import Count, Max, Q, Value
from django.db.models.functions import Length, Right

from suluh.kernel.charts.weeks import WeekTable, align_together, monday_of
from suluh.organization.models import Person

from .marks import Standing
from .scope import today
from .units import BELOW, LEAST_WEEKS, board_units

WEEKS = 52
HEARD_AGAIN = tuple(f"{'0' * 8}{items}" for items in range(1, 10))
"""Ends of a week string with something in the last week after eight weeks of nothing."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """Units alike in kind, standing and gravest finding."""

    kind: str
    standing: str
    worst: str
    size: int
    watched: bool
    """Whether their sites were looked at once."""
    weeks: WeekTable
    items_found: Sequence[int]
    """Mandatory items found, of each unit watched long enough and asked for items."""
    items_total: int
    heard_again: Sequence[int]
    """Keys of units that published this week after at least eight silent weeks."""


def cohorts(person: Person) -> list[Cohort]:
    """The units that a person sees on the board, counted together; empty while the register is."""
    asked = Q(watched_weeks__gte=LEAST_WEEKS, items_total__gt=0)
    rows = (
        board_units(person)
        .filter(BELOW)
        .alias(end=Right("weeks", len(HEARD_AGAIN[0])))
        .values("kind", "standing", "worst", "weeks_from", length=Length("weeks"))
        .annotate(
            size=Count("id"),
            joined=StringAgg("weeks", delimiter="", default=Value("")),
            found=ArrayAgg("items_found", filter=asked, default=Value([])),
            most=Max("items_total", filter=asked, default=0),
            again=ArrayAgg("id", filter=Q(end__in=HEARD_AGAIN), default=Value([])),
        )
    )
    return [_cohort(row, today()) for row in rows]


def _cohort(row: dict[str, Any], day: date) -> Cohort:
    ends_now = row["length"] and row["weeks_from"] == monday_of(day) - timedelta(weeks=row["length"] - 1)
    return Cohort(
        kind=row["kind"],
        standing=row["standing"],
        worst=row["worst"] or "",
        size=row["size"],
        watched=bool(row["length"]),
        weeks=align_together(row["joined"], row["size"], row["weeks_from"], last=day, count=WEEKS),
        items_found=row["found"],
        items_total=row["most"],
        heard_again=row["again"] if ends_now else (),
    )


def size_of(some: Iterable[Cohort]) -> int:
    """Units in the cohorts."""
    return sum(cohort.size for cohort in some)


def weeks_of(some: Sequence[Cohort]) -> WeekTable:
    """The weeks of all units in the cohorts, one table."""
    return np.concatenate([cohort.weeks for cohort in some])


def by_standing(some: Iterable[Cohort]) -> Counter[str]:
    """Units by their standing."""
    counts: Counter[str] = Counter()
    for cohort in some:
        counts[cohort.standing] += cohort.size
    return counts


def unseen(some: Iterable[Cohort]) -> int:
    """Units with a site that nobody has looked at yet."""
    return size_of(cohort for cohort in with_site(some) if not cohort.watched)


def with_site(some: Iterable[Cohort]) -> list[Cohort]:
    """Cohorts of units that have a site."""
    return [cohort for cohort in some if cohort.standing != Standing.NONE]

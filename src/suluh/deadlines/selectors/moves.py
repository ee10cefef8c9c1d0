"""Dates that a change of the calendar would move, as the preview lists them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from suluh.deadlines.models import Clock
from suluh.deadlines.recounting import Recount
from suluh.law.clocks import clocks

FIRST = 20


@dataclass(frozen=True, slots=True)
class MovedLine:
    """One date that would move."""

    title: str
    label: str
    old: date | None
    new: date | None


def moved_lines(moved: Sequence[Recount], most: int = FIRST) -> list[MovedLine]:
    """The first of the dates that would move, nearest new date first."""
    near = sorted(moved, key=lambda one: (one.found.due or date.max, one.row.id))[:most]
    titles = dict(Clock.objects.filter(pk__in=[one.row.id for one in near]).values_list("pk", "title"))
    return [
        MovedLine(titles.get(one.row.id, ""), clocks()[one.row.code].label, one.row.due, one.found.due) for one in near
    ]

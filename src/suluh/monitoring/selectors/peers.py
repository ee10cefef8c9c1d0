"""The same measures over every unit of a kind that was watched long enough."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F

from suluh.organization.models import Person

from .units import LEAST_WEEKS, board_units


@dataclass(frozen=True, slots=True)
class PeerValues:
    """Values of the group, one a unit, in no order."""

    active_weeks: list[int]
    posts_30: list[int]
    items_found: list[int]


def peer_values(person: Person, kind: str) -> PeerValues:
    """Measures of the visible units of one kind."""
    known = board_units(person).filter(kind=kind, watched_weeks__gte=LEAST_WEEKS)
    rows = list(known.annotate(posts=F("main__state__posts_30")).values_list("active_weeks", "posts", "items_found"))
    return PeerValues([row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows])

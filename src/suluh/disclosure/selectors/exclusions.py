"""Reads on excluded information: the public list (DIK), the officers' list, one test in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from suluh.deadlines.models import Clock
from suluh.deadlines.selectors import open_clock
from suluh.disclosure.models import Exclusion, SealedFile
from suluh.law.grounds import RefusalGround, refusal_grounds
from suluh.law.kinds import UnitKind
from suluh.organization.models import Unit
from suluh.organization.permissions import may

from .visible import exclusions_public, exclusions_visible_to, sealed_visible_to

State = Exclusion.State


@dataclass(frozen=True, slots=True)
class ExclusionFile:
    """One test in full, with its sealed files, its clock, and what this person may do."""

    exclusion: Exclusion
    grounds: list[RefusalGround]
    sealed: list[SealedFile]
    clock: Clock | None
    may: dict[str, bool]


def grounds_of(exclusion: Exclusion) -> list[RefusalGround]:
    """The grounds of an exclusion as the law words them."""
    known = refusal_grounds()
    return [known[code] for code in exclusion.grounds if code in known]


def exclusion_list() -> QuerySet[Exclusion]:
    """The public list of exclusions, by unit."""
    return exclusions_public().select_related("unit").order_by("unit__sort_key", "label", "pk")


def exclusions_of_body(body: Unit) -> QuerySet[Exclusion]:
    """Determinations in force on which a body may found a refusal: a village on its own, the government on the rest."""
    rows = exclusions_public().select_related("unit").order_by("unit__sort_key", "label", "pk")
    return rows.filter(unit=body) if body.kind == UnitKind.DESA else rows.exclude(unit__kind=UnitKind.DESA)


def exclusions_worked_on_by(person: Any) -> QuerySet[Exclusion]:
    """Tests that the person may see, what waits first."""
    return exclusions_visible_to(person).select_related("unit").order_by("-created_at", "-pk")


def exclusion_file(exclusion: Exclusion, person: Any) -> ExclusionFile:
    """One test for a person who may see it."""
    tests, approves = may(person, "exclusion.test", exclusion), may(person, "exclusion.approve", exclusion)
    return ExclusionFile(
        exclusion=exclusion,
        grounds=grounds_of(exclusion),
        sealed=list(sealed_visible_to(person).filter(exclusion=exclusion)),
        clock=open_clock("exclusion", exclusion.pk, "EXP"),
        may={
            "change": tests and exclusion.state == State.DRAFT,
            "send": tests and exclusion.state == State.DRAFT,
            "decide": approves and exclusion.state == State.SENT,
            "replace": tests and exclusion.state == State.IN_FORCE,
            "open": approves and exclusion.state == State.IN_FORCE,
            "seal": tests and exclusion.state in (State.DRAFT, State.SENT, State.IN_FORCE),
            "read": may(person, "sealed.open", exclusion),
        },
    )

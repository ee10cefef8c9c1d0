"""Steps of approval that wait for more voices than there are people to give them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Func, IntegerField, Min, Q, QuerySet
from django.db.models.functions import Cast

from suluh.newsroom.models import Approval, Revision, Story
from suluh.newsroom.rules import Rules
from suluh.newsroom.voices import holders_of
from suluh.organization.models import Membership, Role, Unit
from suluh.organization.permissions import may
from suluh.organization.rights import Operator, grants_of
from suluh.organization.selectors.people import running_memberships

MOST = 50
QUORUM = Cast(
    Func(
        F("route"),
        Cast(F("step"), IntegerField()),
        template="((%(expressions)s) ->> 'quorum')",
        arg_joiner=" -> ",
    ),
    IntegerField(),
)
"""Voices that the step asks for at which a story is."""


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A step at which `count` stories wait, the longest since `since`, and which `wanting` people too few hold."""

    step: str
    unit: Unit
    roles: tuple[str, ...]
    count: int
    since: datetime
    wanting: int
    first: int
    """Key of one story that waits there."""

    @property
    def roles_told(self) -> str:
        """Who could decide, in words."""
        return roles_told(self.roles)


def vacancies(rows: QuerySet[Story]) -> list[Vacancy]:
    """The steps at which stories of `rows` wait and which too few people hold today, the longest wait first."""
    waiting = rows.order_by().filter(state=Story.State.SUBMITTED).annotate(quorum=QUORUM)
    groups = list(
        waiting.values("waits_unit", "waits_roles", "quorum").annotate(
            count=Count("pk"), since=Min("waits_since"), first=Min("pk")
        )
    )
    if not groups:
        return []
    units = Unit.objects.in_bulk({row["waits_unit"] for row in groups})
    holders = Holders({role for row in groups for role in row["waits_roles"]})
    short = [
        (row, wanting)
        for row in groups
        if (wanting := row["quorum"] - len(holders.of(units[row["waits_unit"]], row["waits_roles"]))) > 0
    ]
    short.sort(key=lambda pair: pair[0]["since"])
    samples = Story.objects.in_bulk([row["first"] for row, _ in short[:MOST]])
    return [
        Vacancy(
            step=samples[row["first"]].route[samples[row["first"]].step]["name"],
            unit=units[row["waits_unit"]],
            roles=tuple(row["waits_roles"]),
            wanting=wanting,
            **{name: row[name] for name in ("count", "since", "first")},
        )
        for row, wanting in short[:MOST]
    ]


def vacancies_for(person: Any) -> list[Vacancy]:
    """Vacant steps at which the person may appoint somebody."""
    if isinstance(person, Operator):
        return vacancies(Story.objects.all())
    reached = Q(pk__in=[])
    for grant in grants_of(person):
        if grant.role in (Role.ADMIN, Role.COORDINATOR):
            below = Q(waits_unit__path__startswith=grant.path) if grant.subtree else Q(waits_unit=grant.unit_id)
            reached |= below
    return [one for one in vacancies(Story.objects.filter(reached)) if may_fill(person, one.unit, one.roles)]


def may_fill(person: Any, unit: Unit, roles: tuple[str, ...]) -> bool:
    """Whether the person may appoint somebody to one of the roles in the unit."""
    return any(may(person, "membership.grant", Membership(unit=unit, role=role)) for role in roles)


def voices_lacking(story: Story, rules: Rules) -> int:
    """How many voices of the step in hand nobody of today can give; 0 while enough people can.

    Where the charter wants two people, whoever sent or wrote the revision in hand counts for none.
    """
    if story.state != Story.State.SUBMITTED or not story.route:
        return 0
    heard = Approval.objects.filter(story=story, revision=story.revision, step=story.step)
    spoken = {pk for pair in heard.values_list("by_id", "for_whom_id") for pk in pair if pk}
    able = holders_of(story.waits_unit or story.unit, story.waits_roles).exclude(pk__in=spoken)
    if not rules.own_words:
        wrote = Revision.objects.filter(story=story, number=story.revision).values_list("by_id", flat=True)
        able = able.exclude(pk__in=[pk for pk in (story.submitted_by_id, *wrote) if pk])
    wanting = int(story.route[story.step]["quorum"]) - heard.count()
    return max(0, wanting - able.count())


@dataclass(frozen=True, slots=True)
class EmptyStep:
    """The step at which one story waits and which `lacking` people too few can decide."""

    step: str
    unit: Unit
    roles: str
    lacking: int
    may_fill: bool


def empty_step(story: Story, rules: Rules, person: Any) -> EmptyStep | None:
    """Why a story does not move on, where that is for want of people."""
    lacking = voices_lacking(story, rules)
    if not lacking:
        return None
    unit, roles = story.waits_unit or story.unit, tuple(story.waits_roles)
    return EmptyStep(story.route[story.step]["name"], unit, roles_told(roles), lacking, may_fill(person, unit, roles))


def roles_told(roles: tuple[str, ...] | list[str]) -> str:
    """Roles as people call them."""
    return ", ".join(str(Role(role).label) for role in roles)


class Holders:
    """Who holds which role where, read once for many steps; `roles` keeps out those that nobody asks for."""

    def __init__(self, roles: Iterable[str] = Role.values) -> None:
        self._own: dict[tuple[str, int], set[int]] = defaultdict(set)
        self._below: dict[str, list[tuple[str, int]]] = defaultdict(list)
        rows = running_memberships().filter(role__in=list(roles), person__is_active=True)
        for role, unit, path, subtree, person in rows.values_list(
            "role", "unit_id", "unit__path", "subtree", "person_id"
        ):
            self._own[role, unit].add(person)
            if subtree:
                self._below[role].append((path, person))

    def own(self, unit: Unit, roles: Iterable[str]) -> set[int]:
        """Keys of the people who hold one of the roles in the unit itself."""
        return {person for role in roles for person in self._own[role, unit.pk]}

    def of(self, unit: Unit, roles: Iterable[str]) -> set[int]:
        """Keys of the people who hold one of the roles over the unit."""
        below = (pair for role in roles for pair in self._below[role])
        return self.own(unit, roles) | {person for path, person in below if unit.path.startswith(path)}

"""Whose voice a person has at a step: their own, or that of somebody in whose place they stand today."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from suluh.newsroom.models import Deputy, Story
from suluh.organization.models import Membership, Person, Unit
from suluh.organization.rights import Operator, grants_of
from suluh.organization.selectors.people import running_memberships


def voices_at_step(person: Any, story: Story) -> list[Any]:
    """People for whom the person may decide the story's step, themselves first; empty for those who may not."""
    if isinstance(person, Operator):
        return [person]
    return [one for one in (person, *principals_of(person)) if holds_step(one, story)]


def holds_step(person: Any, story: Story) -> bool:
    """Whether a membership of today lets the person decide the step at which the story is."""
    unit = story.waits_unit or story.unit
    return any(grant.role in story.waits_roles and grant.covers(unit) for grant in grants_of(person))


def principals_of(person: Any) -> list[Person]:
    """People in whose place the person stands today; read once a request and kept on the person."""
    if not isinstance(person, Person) or not person.is_active:
        return []
    day = timezone.localdate()
    kept: dict[Any, list[Person]] = person.__dict__.setdefault("_principals", {})
    if day not in kept:
        kept[day] = [one.principal for one in running_deputies().filter(deputy=person).select_related("principal")]
    return kept[day]


def running_deputies() -> Any:
    """Deputies of today whose principal still signs in."""
    day = timezone.localdate()
    rows = Deputy.objects.filter(ended_at=None, valid_from__lte=day, valid_until__gte=day)
    return rows.filter(principal__is_active=True, deputy__is_active=True)


def rights_of_now(by: Any) -> Any:
    """The person as the database knows them in this transaction; their rights cannot end before it is over.

    Rights are read once a request and kept. Whoever approves is asked again, and those who would end a membership
    wait for the row.
    """
    if not isinstance(by, Person):
        return by
    ids = [by.pk, *running_deputies().filter(deputy=by).values_list("principal_id", flat=True)]
    locked = {one.pk: one for one in Person.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk")}
    list(Membership.objects.select_for_update(no_key=True).filter(person__in=ids).order_by("pk"))
    list(Deputy.objects.select_for_update(no_key=True).filter(deputy=by).order_by("pk"))
    return locked[by.pk]


def somebody_holds(unit: Unit, roles: Iterable[str]) -> bool:
    """Whether anybody who still signs in has one of the roles over the unit today."""
    return holders_of(unit, roles).exists()


def holders_of(unit: Unit, roles: Iterable[str]) -> QuerySet[Person]:
    """Everybody who still signs in and has one of the roles over the unit today."""
    above = [int(part) for part in unit.path.split("/") if part]
    rows = running_memberships().filter(role__in=list(roles))
    held = rows.filter(Q(unit=unit) | Q(unit__in=above, subtree=True))
    return Person.objects.filter(is_active=True, pk__in=held.values("person_id"))

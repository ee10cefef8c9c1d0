"""What a person's memberships reach today, read once a request and kept on the person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from suluh.law.kinds import UnitKind

from .models import Membership, Person, Role, Unit


class Operator:
    """Whoever types commands on the server itself; may do everything there, and is named so in the audit trail."""

    pk = None
    is_active = True

    def __str__(self) -> str:
        return "operator"


OPERATOR = Operator()
Actor = Person | Operator


@dataclass(frozen=True, slots=True)
class Grant:
    """One valid membership: a role over a unit, or over its whole subtree."""

    role: Role
    unit_id: int
    path: str
    subtree: bool

    def covers(self, unit: Unit | None) -> bool:
        """True when the grant reaches `unit`; None stands for the whole government."""
        if unit is None:
            return self.subtree and self.path.count("/") == 1
        return unit.pk == self.unit_id or (self.subtree and bool(self.path) and unit.path.startswith(self.path))


def grants_of(person: Any, *, on: date | None = None) -> tuple[Grant, ...]:
    """The person's valid grants; nobody has any who is not signed in or no longer active."""
    if not isinstance(person, Person) or not person.is_active:
        return ()
    day = on or timezone.localdate()
    kept: dict[date, tuple[Grant, ...]] = person.__dict__.setdefault("_grants", {})
    if day not in kept:
        kept[day] = tuple(_read_grants(person, day))
    return kept[day]


def grants_forget(person: Person) -> None:
    """Read the memberships again at the next question, after one was granted or ended."""
    person.__dict__.pop("_grants", None)


def _read_grants(person: Person, day: date) -> Iterable[Grant]:
    rows = (
        Membership.objects.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day), person=person)
        .filter(valid_from__lte=day)
        .order_by("id")
        .values_list("role", "unit_id", "unit__path", "subtree")
    )
    return [Grant(Role(role), unit_id, path, subtree) for role, unit_id, path, subtree in rows]


def unit_of(thing: object) -> Unit | None:
    """The unit that a thing belongs to; None for what belongs to the whole government.

    Raises:
        TypeError: the thing belongs to no unit, so no right over it can be told.
    """
    if thing is None or isinstance(thing, Unit):
        return thing
    for road in ("unit", "site"):
        if hasattr(thing, road):
            return unit_of(getattr(thing, road))
    raise TypeError(f"{type(thing).__name__} names no unit")


def body_of(thing: object) -> Unit | None:
    """The public body that answers for a thing: the village itself, else the whole government, which is None.

    A desa is a public body of its own (Perki 1/2018); every other unit belongs to the government's body.
    """
    unit = unit_of(thing)
    return unit if unit is not None and unit.kind == UnitKind.DESA else None


def holds_in_body(person: Any, thing: object, *roles: Role) -> bool:
    """True when the person has one of the roles in the public body of the thing itself, not above or below it."""
    body = body_of(thing)
    return any(
        grant.role in roles and (grant.covers(None) if body is None else grant.unit_id == body.pk)
        for grant in grants_of(person)
    )


def role_over(person: Any, unit: Unit | None) -> str:
    """The strongest role that lets a person act on a unit, "" without any; for the audit trail."""
    if isinstance(person, Operator):
        return "operator"
    held = {grant.role for grant in grants_of(person) if grant.covers(unit)}
    return next((role.value for role in Role if role in held), "")


def reach(person: Any, *, road: str = "") -> Q:
    """A filter for rows whose unit the person may see; `road` leads from the row to its unit ("site__unit")."""
    if isinstance(person, Operator):
        return Q()
    prefix = f"{road}__" if road else ""
    condition = Q(pk__in=[])
    for grant in grants_of(person):
        if grant.subtree and grant.path:
            condition |= Q(**{f"{prefix}path__startswith": grant.path})
        else:
            condition |= Q(**{f"{prefix}id": grant.unit_id})
    return condition

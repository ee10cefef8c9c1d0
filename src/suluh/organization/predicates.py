"""The words in which permissions are said: small predicates on (person, thing), joined with | and &."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from rules.predicates import Predicate

from .models import Membership, Person, Role
from .rights import Operator, grants_of, holds_in_body, unit_of

__all__ = ["Predicate"]


UNIT_ROLES = (Role.LEADER, Role.SUPERIOR, Role.PPID, Role.SERVICE, Role.UNIT_OFFICER)
"""Appointments that a coordinator may record: everybody but administrators and coordinators."""


def predicate(test: Callable[[Any, Any], bool]) -> Predicate:
    """A named test on a person and a thing."""
    made = Predicate(test, name=test.__name__)
    made.__doc__ = test.__doc__
    return cast(Predicate, made)


def _holds(person: Any, thing: object, *roles: Role) -> bool:
    unit = unit_of(thing)
    return any(grant.role in roles and grant.covers(unit) for grant in grants_of(person))


def _is_operator(person: Any, _thing: object) -> bool:
    return isinstance(person, Operator)


def _administers(person: Any, thing: object) -> bool:
    return _holds(person, thing, Role.ADMIN)


def _coordinates(person: Any, thing: object) -> bool:
    return _holds(person, thing, Role.ADMIN, Role.COORDINATOR)


def _works_for_unit(person: Any, thing: object) -> bool:
    return _holds(person, thing, Role.UNIT_OFFICER, Role.PPID)


def _leads(person: Any, thing: object) -> bool:
    return _holds(person, thing, Role.LEADER)


def _reads(person: Any, thing: object) -> bool:
    return _holds(person, thing, *Role)


def _is_self(person: Any, thing: object) -> bool:
    return isinstance(person, Person) and isinstance(thing, Person) and person.pk == thing.pk


def _coordinates_all(person: Any, _thing: object) -> bool:
    return _holds(person, None, Role.ADMIN, Role.COORDINATOR)


def _administers_all(person: Any, _thing: object) -> bool:
    return _holds(person, None, Role.ADMIN)


def _informs(person: Any, thing: object) -> bool:
    return holds_in_body(person, thing, Role.PPID)


def _supervises(person: Any, thing: object) -> bool:
    return holds_in_body(person, thing, Role.SUPERIOR)


def _serves(person: Any, thing: object) -> bool:
    return holds_in_body(person, thing, Role.SERVICE)


def _heads(person: Any, thing: object) -> bool:
    return holds_in_body(person, thing, Role.LEADER)


def _grants_a_unit_role(_person: Any, membership: object) -> bool:
    return isinstance(membership, Membership) and membership.role in UNIT_ROLES


def _serves_units_only(_person: Any, thing: object) -> bool:
    return isinstance(thing, Person) and not thing.memberships.exclude(role__in=UNIT_ROLES).exists()


is_operator = predicate(_is_operator)
"""Types commands on the server itself."""
administers = predicate(_administers)
"""System administrator over the thing's unit."""
coordinates = predicate(_coordinates)
"""Diskominfo officer or administrator over the thing's unit."""
works_for_unit = predicate(_works_for_unit)
"""Officer of the thing's unit, for its site, accounts or public information."""
leads = predicate(_leads)
"""Head of the thing's unit, or of one above it."""
reads = predicate(_reads)
"""Has any role over the thing's unit."""
is_self = predicate(_is_self)
"""The person's own record."""
coordinates_all = predicate(_coordinates_all)
"""Diskominfo officer or administrator over the whole government."""
administers_all = predicate(_administers_all)
"""System administrator over the whole government."""
informs = predicate(_informs)
"""PPID of the public body that the thing belongs to (Perki 1/2021 art. 8)."""
supervises = predicate(_supervises)
"""Superior of that PPID (Perki 1/2021 art. 7)."""
serves = predicate(_serves)
"""Officer of the information service of the public body (Perki 1/2021 art. 12)."""
heads = predicate(_heads)
"""Head of the public body: regent, mayor, village head."""
grants_a_unit_role = predicate(_grants_a_unit_role)
"""The membership is that of a head or an officer of a unit, not of an administrator or coordinator."""
serves_units_only = predicate(_serves_units_only)
"""The person never held more than a unit's role, so that opening their sign-in opens no more than that."""

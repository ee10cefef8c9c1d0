"""Who may do what. One predicate an action; rights come from memberships alone.

A feature says its own in the `PERMISSIONS` of its `permissions.py`, which is found by that name.
"""

from __future__ import annotations

from typing import Any

from rules.permissions import has_perm, perm_exists, set_perm

from .errors import NotAllowed
from .predicates import (
    Predicate,
    administers,
    administers_all,
    coordinates,
    coordinates_all,
    grants_a_unit_role,
    is_operator,
    is_self,
    leads,
    reads,
    serves_units_only,
    works_for_unit,
)

PERMISSIONS = {
    "unit.add": coordinates,
    "unit.edit": coordinates,
    "unit.contact": coordinates | works_for_unit,
    "unit.move": coordinates,
    "unit.retire": coordinates,
    "site.edit": coordinates,
    "account.edit": coordinates | works_for_unit,
    "account.hand-over": coordinates | works_for_unit,
    "membership.view": coordinates | leads,
    "membership.grant": administers | (coordinates & grants_a_unit_role),
    "membership.end": administers | (coordinates & grants_a_unit_role),
    "person.add": coordinates_all,
    "person.view": is_self | coordinates_all,
    "person.edit": is_self | administers_all,
    "person.close": administers_all,
    "person.give-password": administers_all | (coordinates_all & serves_units_only),
    "person.remove-second-factor": administers_all,
    "register.import": coordinates_all,
    "government.edit": administers_all,
    "audit.all": coordinates_all,
    "audit.erase": administers_all,
}


def allow(action: str, predicate: Predicate) -> None:
    """Say who may do an action; the operator of the server always may."""
    set_perm(action, predicate | is_operator)


def permit(person: Any, action: str, thing: object = None) -> None:
    """Let the deed pass, or stop it. `thing` None stands for the whole government.

    Raises:
        NotAllowed: no membership of the person covers this action on this thing.
        LookupError: nobody has said who may do this action.
    """
    if not may(person, action, thing):
        raise NotAllowed(action)


def may(person: Any, action: str, thing: object = None) -> bool:
    """True when `permit` would let the deed pass; for showing or hiding a button.

    Raises:
        LookupError: nobody has said who may do this action.
    """
    if not perm_exists(action):
        raise LookupError(f"no permission is declared for '{action}'")
    # The whole government is passed as a value of its own: the library drops an argument that is None.
    return bool(has_perm(action, person, GOVERNMENT if thing is None else thing))


class _Government:
    """Stands for the whole government where a thing is asked for."""

    unit = None


GOVERNMENT = _Government()


__all__ = [
    "GOVERNMENT",
    "PERMISSIONS",
    "administers",
    "administers_all",
    "allow",
    "coordinates",
    "coordinates_all",
    "grants_a_unit_role",
    "is_self",
    "leads",
    "may",
    "permit",
    "reads",
    "serves_units_only",
    "works_for_unit",
]

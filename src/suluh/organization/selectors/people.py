"""Reads on people."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from suluh.organization.models import Membership, Person, Role, Unit
from suluh.organization.permissions import may


def running_memberships() -> QuerySet[Membership]:
    """Appointments that hold today."""
    today = timezone.localdate()
    return Membership.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gte=today), valid_from__lte=today
    ).select_related("unit", "person")


def people_listed() -> QuerySet[Person]:
    """Everybody, with running appointments at hand; those who may sign in first."""
    return Person.objects.prefetch_related(Prefetch("memberships", running_memberships(), to_attr="running")).order_by(
        "-is_active", "name"
    )


def person_known_to(reader: Any, pk: int) -> Person | None:
    """The person with this key, None where there is none or the reader may not know of them: one answer for both."""
    person = Person.objects.filter(pk=pk).first()
    return person if person is not None and may(reader, "person.view", person) else None


def possible_holders(unit: Unit) -> QuerySet[Person]:
    """Who may hold an account of a unit: whoever is appointed there or above it."""
    above = [int(part) for part in unit.path.strip("/").split("/") if part]
    return (
        Person.objects.filter(is_active=True, memberships__in=running_memberships().filter(unit__in=above))
        .distinct()
        .order_by("name")
    )


def grantable_roles(person: Any, unit: Unit) -> list[Role]:
    """Roles that the person may grant in a unit."""
    return [role for role in Role if may(person, "membership.grant", Membership(unit=unit, role=role))]

"""The first facts of an installation: its government and whoever administers it."""

from dataclasses import dataclass

from django.db import transaction

from suluh.organization.models import Membership, Role
from suluh.organization.rights import OPERATOR
from suluh.organization.services.passwords import password_give
from suluh.organization.services.people import membership_grant, person_add
from suluh.organization.services.units import government_ensure


@dataclass(frozen=True, slots=True)
class FirstAdministrator:
    """Who may sign in first. The password is shown once and kept nowhere."""

    email: str
    password: str


def has_administrator() -> bool:
    """Whether somebody can administer this installation already."""
    return Membership.objects.filter(role=Role.ADMIN, person__is_active=True).exists()


@transaction.atomic
def installation_begin(*, government: str, email: str, name: str) -> FirstAdministrator:
    """Record the government, its root unit and the first administrator with a fresh password."""
    _, root = government_ensure(name=government, by=OPERATOR)
    person = person_add(email=email, name=name, by=OPERATOR)
    membership_grant(person=person, unit=root, role=Role.ADMIN, by=OPERATOR, subtree=True)
    password = password_give(person=person, by=OPERATOR)
    return FirstAdministrator(person.email, password)

"""The first facts of an installation: its government and whoever administers it."""

import secrets
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from suluh.law.kinds import UnitKind
from suluh.organization.models import Government, Membership, Person, Role, Unit

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without letters and digits that are mistaken for one another on paper."""


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
    """Record the government, its root unit and the first administrator with a one-time password."""
    Government.objects.get_or_create(defaults={"name": government})
    root, _ = Unit.objects.get_or_create(
        parent=None,
        kind=UnitKind.MAIN,
        defaults={"name": government, "slug": "pemerintah", "sort_key": government.casefold()},
    )
    if not root.path:
        root.path = f"{root.pk}/"
        root.save(update_fields=["path"])
    password = one_time_password()
    person = Person.objects.create_user(email, password, name=name)
    Membership.objects.create(person=person, unit=root, role=Role.ADMIN, subtree=True, valid_from=timezone.localdate())
    return FirstAdministrator(person.email, password)


def one_time_password() -> str:
    """Four groups of four: about 79 bits, easy to read aloud."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))

"""Writes on passwords: one that is given for the first sign-in, and the one that the person chooses."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.utils.translation import gettext as _

from suluh.organization.errors import Refused
from suluh.organization.models import Person
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor

from .trail import record

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without letters and digits that are mistaken for one another on paper."""


def fresh_password() -> str:
    """Four groups of four: about 79 bits, easy to read aloud."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))


@transaction.atomic
def password_give(*, person: Person, by: Actor) -> str:
    """Give a person a password for one sign-in, where mail does not reach; it is kept nowhere and must be changed.

    Whoever is signed in as that person is signed out.

    Raises:
        NotAllowed: `by` may not open this sign-in; see "person.give-password".
        Refused: the sign-in is closed, or the person asks for themselves.
    """
    permit(by, "person.give-password", person)
    if not person.is_active:
        raise Refused(_("This sign-in is closed."))
    if isinstance(by, Person) and by.pk == person.pk:
        raise Refused(_("Change your own password on the page of sign-in and security."))
    given = fresh_password()
    person.set_password(given)
    person.password_is_temporary = True
    person.save(update_fields=["password", "password_is_temporary"])
    record("person.password-given", on=person, by=by, name=person.name)
    return given


@transaction.atomic
def password_choose(*, person: Person, password: str) -> Person:
    """Store the password that a person chose; the sign-in pages have made sure that it is that person."""
    person.set_password(password)
    person.password_is_temporary = False
    person.save(update_fields=["password", "password_is_temporary"])
    record("person.password-chosen", on=person, by=person, name=person.name)
    return person

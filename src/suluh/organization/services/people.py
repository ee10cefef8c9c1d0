"""Writes on people and their memberships."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from suluh.organization.errors import AlreadyRecorded, LastAdministrator
from suluh.organization.models import Membership, Person, Role, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor, grants_forget

from .trail import record


@transaction.atomic
def person_add(*, email: str, name: str, by: Actor, password: str | None = None, **fields: Any) -> Person:
    """Let somebody sign in; rights come with a membership.

    Raises:
        NotAllowed: `by` does not coordinate the whole government.
        AlreadyRecorded: somebody signs in with this mail address.
    """
    permit(by, "person.add")
    if Person.objects.filter(email__iexact=email).exists():
        raise AlreadyRecorded(_("Somebody signs in with %(email)s already.") % {"email": email})
    person = Person.objects.create_user(email, password, name=name, **fields)
    record("person.added", on=person, by=by, name=person.name)
    return person


@transaction.atomic
def person_change(*, person: Person, by: Actor, **fields: Any) -> Person:
    """Set name, telephone, language or digest of a person.

    Raises:
        NotAllowed: `by` is neither the person nor an administrator.
    """
    permit(by, "person.edit", person)
    changed = [name for name, value in fields.items() if getattr(person, name) != value]
    for name in changed:
        setattr(person, name, fields[name])
    if changed:
        person.save(update_fields=changed)
        record("person.changed", on=person, by=by, fields=changed)
    return person


@transaction.atomic
def person_close(*, person: Person, by: Actor) -> Person:
    """End a person's sign-in and every appointment, today.

    Raises:
        NotAllowed: `by` does not administer the whole government.
        LastAdministrator: nobody else would administer it.
    """
    permit(by, "person.close", person)
    for membership in person.memberships.all():
        if _runs(membership):
            membership_end(membership=membership, day=timezone.localdate(), by=by)
    person.is_active = False
    person.save(update_fields=["is_active"])
    record("person.closed", on=person, by=by, name=person.name)
    return person


@transaction.atomic
def membership_grant(
    *,
    person: Person,
    unit: Unit,
    role: Role,
    by: Actor,
    subtree: bool = False,
    decree: str = "",
    valid_from: date | None = None,
    valid_until: date | None = None,
) -> Membership:
    """Appoint a person to a role in a unit.

    Raises:
        NotAllowed: `by` does not coordinate the unit, or grants a rank that only an administrator grants.
        AlreadyRecorded: the person holds this role there already.
    """
    start = valid_from or timezone.localdate()
    membership = Membership(
        person=person, unit=unit, role=role, subtree=subtree, decree=decree, valid_from=start, valid_until=valid_until
    )
    permit(by, "membership.grant", membership)
    if any(_runs(held) for held in Membership.objects.filter(person=person, unit=unit, role=role)):
        raise AlreadyRecorded(_("%(name)s holds this role there already.") % {"name": person.name})
    membership.save()
    grants_forget(person)
    record(
        "membership.granted",
        on=membership,
        by=by,
        unit=unit,
        name=person.name,
        role=role.value,
        decree=decree or "–",
        subtree=subtree,
    )
    return membership


@transaction.atomic
def membership_end(*, membership: Membership, day: date, by: Actor) -> Membership:
    """Let an appointment end; its last day is the day before `day`.

    Raises:
        NotAllowed: as for granting.
        LastAdministrator: nobody else would administer the government.
    """
    permit(by, "membership.end", membership)
    if membership.role == Role.ADMIN and not _other_administrators(membership):
        raise LastAdministrator
    membership.valid_until = max(membership.valid_from, date.fromordinal(day.toordinal() - 1))
    if membership.valid_from >= day:
        membership.valid_from = membership.valid_until = date.fromordinal(day.toordinal() - 1)
    membership.save(update_fields=["valid_from", "valid_until"])
    grants_forget(membership.person)
    record(
        "membership.ended",
        on=membership,
        by=by,
        unit=membership.unit,
        name=membership.person.name,
        role=membership.role,
    )
    return membership


def _runs(membership: Membership) -> bool:
    return membership.valid_until is None or membership.valid_until >= timezone.localdate()


def _other_administrators(membership: Membership) -> bool:
    others = Membership.objects.filter(role=Role.ADMIN, person__is_active=True, unit__parent__isnull=True, subtree=True)
    return any(_runs(other) for other in others.exclude(pk=membership.pk).exclude(person=membership.person))

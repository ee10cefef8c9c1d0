"""Local observances and days of mourning, and private addresses of the calendar feed."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date

from django.db import transaction
from django.utils import timezone

from suluh.newsroom.models import FeedKey, Observance
from suluh.organization.models import Person
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record


@transaction.atomic
def observance_add(
    *, name: str, kind: str, first: date, last: date, yearly: bool, source: str, by: Actor
) -> Observance:
    """Enter days that the government keeps.

    Raises:
        NotAllowed: `by` does not coordinate the whole government.
    """
    permit(by, "calendar.keep")
    person = by if isinstance(by, Person) else None
    row = Observance.objects.create(
        name=name, kind=kind, first=first, last=last, yearly=yearly, source=source, added_by=person
    )
    record("observance.added", on=row, by=by, name=name, day=first.isoformat())
    return row


@transaction.atomic
def observance_remove(*, observance: Observance, by: Actor) -> None:
    """Take it out again.

    Raises:
        NotAllowed: `by` does not coordinate the whole government.
    """
    permit(by, "calendar.keep")
    record("observance.removed", on=observance, by=by, name=observance.name)
    observance.delete()


@transaction.atomic
def feed_key_make(*, by: Person) -> str:
    """A new private address for the person; the one before it ends. The secret is shown this once and not kept."""
    Person.objects.select_for_update().get(pk=by.pk)
    FeedKey.objects.filter(person=by, ended_at=None).update(ended_at=timezone.now())
    secret = secrets.token_urlsafe(32)
    row = FeedKey.objects.create(person=by, digest=digest_of(secret))
    record("calendar.feed-made", on=row, by=by)
    return secret


@transaction.atomic
def feed_key_end(*, by: Person) -> None:
    """End the person's private address."""
    for row in FeedKey.objects.select_for_update().filter(person=by, ended_at=None):
        row.ended_at = timezone.now()
        row.save(update_fields=["ended_at"])
        record("calendar.feed-ended", on=row, by=by)


def digest_of(secret: str) -> str:
    """What is kept of a secret; 256 random bits need no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()

"""Writes on keys: made and shown once, revoked, used within an hourly measure."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from suluh.disclosure.errors import CalledTooOften, VillagesOnly
from suluh.disclosure.models import PushKey
from suluh.law.kinds import UnitKind
from suluh.organization.models import Person, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record

PREFIX = "suluh_"
SHOWN = len(PREFIX) + 6
HOUR = timedelta(hours=1)
CALLS_AN_HOUR = 120


@transaction.atomic
def push_key_make(*, unit: Unit, name: str, by: Actor) -> tuple[PushKey, str]:
    """Make a key for a village's own system; the second value is the key itself, which is kept nowhere.

    Raises:
        NotAllowed: `by` is neither the village's PPID nor a coordinator.
        VillagesOnly: the unit is no village.
    """
    permit(by, "push-key.manage", unit)
    if unit.kind != UnitKind.DESA:
        raise VillagesOnly
    word = PREFIX + secrets.token_urlsafe(32)
    key = PushKey.objects.create(
        unit=unit,
        name=name,
        start=word[:SHOWN],
        digest=_digest(word),
        made_by=by if isinstance(by, Person) else None,
    )
    record("push-key.made", on=key, by=by, unit=unit, start=key.start, name=name)
    return key, word


@transaction.atomic
def push_key_revoke(*, key: PushKey, by: Actor) -> None:
    """End a key; whoever sends with it is refused from now on. Revoked twice, nothing more happens.

    Raises:
        NotAllowed: `by` is neither the village's PPID nor a coordinator.
    """
    permit(by, "push-key.manage", key)
    if PushKey.objects.filter(pk=key.pk, revoked_at__isnull=True).update(revoked_at=timezone.now()):
        record("push-key.revoked", on=key, by=by, unit=key.unit, start=key.start, name=key.name)


@transaction.atomic
def push_key_use(*, word: str) -> PushKey | None:
    """The living key that somebody calls with, its use noted; None for every other word.

    Raises:
        CalledTooOften: the key has had its calls of this hour.
    """
    living = PushKey.objects.filter(digest=_digest(word), revoked_at__isnull=True, unit__active_until__isnull=True)
    key = living.select_for_update(of=("self",)).select_related("unit").first()
    if key is None:
        return None
    now = timezone.now()
    if key.window_at is None or now - key.window_at >= HOUR:
        key.window_at, key.calls = now, 0
    elif key.calls >= CALLS_AN_HOUR:
        raise CalledTooOften(int((key.window_at + HOUR - now).total_seconds()) + 1)
    key.calls += 1
    key.last_used_at = now
    key.save(update_fields=["window_at", "calls", "last_used_at"])
    return key


def _digest(word: str) -> str:
    """Keys are 256 random bits, so a plain digest cannot be guessed back."""
    return hashlib.sha256(word.encode()).hexdigest()

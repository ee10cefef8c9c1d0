"""Write an event in the transaction of the deed it tells of."""

from __future__ import annotations

import secrets
from datetime import date, datetime
from enum import Enum
from typing import Any

from django.db import connection, models
from django.utils import timezone

from suluh.organization.audit.chain import digest_values
from suluh.organization.models import Event, EventValue, Person, Unit
from suluh.organization.rights import Actor, Operator, role_over
from suluh.organization.sockets.events import event_kind

SECRET_WORDS = ("password", "secret", "token", "sandi", "otp", "private_key", "recovery_code")


def record(
    event: str, /, *, on: models.Model | str, by: Actor | None, unit: Unit | None = None, **values: Any
) -> Event:
    """Write down who did what to what. Call it inside the deed's own transaction.

    Args:
        event: a code that a feature has registered in its `events.py`.
        on: the row it was done to, or its name as "kind:id".
        by: the person; the operator of the server; None for a task that nobody asked for.
        unit: the unit in whose timeline it stands.
        values: particulars for the sentence; kept apart, erasable. Never anything secret.

    Raises:
        LookupError: no feature has registered the code.
        ValueError: a value's name says that it is secret, or no transaction is open.
    """
    event_kind(event)
    if not connection.in_atomic_block:
        raise ValueError("an event is written in the transaction of its deed")
    plain = _plain_values(values)
    salt = secrets.token_bytes(16)
    row = Event.objects.create(
        code=event,
        at=timezone.now(),
        person=by if isinstance(by, Person) else None,
        actor=actor_token(by),
        role=role_over(by, unit) if by is not None else "",
        unit=unit,
        subject=on if isinstance(on, str) else f"{on._meta.model_name}:{on.pk}",
        value_digest=digest_values(salt, plain) if plain else "",
    )
    if plain:
        EventValue.objects.create(event=row, salt=salt, data=plain)
    return row


def actor_token(by: Actor | None) -> str:
    """A token for the chain that names nobody and outlives the person's row."""
    if isinstance(by, Person):
        return f"person:{by.pk}"
    return "operator" if isinstance(by, Operator) else "task"


def _plain_values(values: dict[str, Any]) -> dict[str, Any]:
    for name in values:
        if any(word in name.lower() for word in SECRET_WORDS):
            raise ValueError(f"'{name}' looks secret and does not belong into an event")
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, (str, int, bool, float)):
        return value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    return str(value)

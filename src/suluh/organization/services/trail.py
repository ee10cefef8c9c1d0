"""Write an event in the transaction of the deed it tells of."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Deed:
    """One of many events of a kind: what it was done to ("kind:id"), in whose timeline it stands, its particulars."""

    on: str
    unit: Unit | None
    values: Mapping[str, Any] = field(default_factory=dict)


IDS = "SELECT nextval(pg_get_serial_sequence('organization_event', 'id')) FROM generate_series(1, %s)"
MANY_EVENTS = """
INSERT INTO organization_event (id, code, at, person_id, actor, role, unit_id, subject, value_digest, previous, digest)
SELECT deed.id, %s, %s, %s, %s, deed.role, deed.unit, deed.subject, deed.digest, '', ''
  FROM unnest(%s::bigint[], %s::text[], %s::bigint[], %s::text[], %s::text[]) AS deed (id, role, unit, subject, digest)
"""
MANY_VALUES = """
INSERT INTO organization_eventvalue (event_id, salt, data)
SELECT * FROM unnest(%s::bigint[], %s::bytea[], %s::jsonb[])
"""


def record_many(event: str, /, deeds: Sequence[Deed], *, by: Actor | None) -> int:
    """Write one event for each deed, in two statements however many there are; returns how many.

    Raises:
        LookupError, ValueError: as `record`.
    """
    event_kind(event)
    if not connection.in_atomic_block:
        raise ValueError("an event is written in the transaction of its deed")
    if not deeds:
        return 0
    units = {deed.unit.pk if deed.unit else None: deed.unit for deed in deeds}
    roles = {key: role_over(by, unit) if by is not None else "" for key, unit in units.items()}
    keys = [deed.unit.pk if deed.unit else None for deed in deeds]
    plain = [_plain_values(dict(deed.values)) for deed in deeds]
    salts = [secrets.token_bytes(16) for _ in deeds]
    digests = [digest_values(salt, values) for salt, values in zip(salts, plain, strict=True)]
    person = by.pk if isinstance(by, Person) else None
    with connection.cursor() as cursor:
        cursor.execute(IDS, [len(deeds)])
        ids = [row[0] for row in cursor.fetchall()]
        columns = [ids, [roles[key] for key in keys], keys, [deed.on for deed in deeds], digests]
        cursor.execute(MANY_EVENTS, [event, timezone.now(), person, actor_token(by), *columns])
        cursor.execute(MANY_VALUES, [ids, salts, [json.dumps(values) for values in plain]])
    return len(deeds)


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

"""Write an event in the transaction of the deed it tells of."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from functools import cache
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
  FROM jsonb_to_recordset(%s::jsonb) AS deed (id bigint, role text, unit bigint, subject text, digest text)
"""
MANY_VALUES = """
INSERT INTO organization_eventvalue (event_id, salt, data)
SELECT deed.id, decode(deed.salt, 'hex'), deed.data
  FROM jsonb_to_recordset(%s::jsonb) AS deed (id bigint, salt text, data jsonb)
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
    person = by.pk if isinstance(by, Person) else None
    with connection.cursor() as cursor:
        cursor.execute(IDS, [len(deeds)])
        heads, bodies = [], []
        for deed, (number,) in zip(deeds, cursor.fetchall(), strict=True):
            salt, values = secrets.token_bytes(16), _plain_values(deed.values)
            unit = deed.unit.pk if deed.unit else None
            digest = digest_values(salt, values)
            heads.append({"id": number, "role": roles[unit], "unit": unit, "subject": deed.on, "digest": digest})
            bodies.append({"id": number, "salt": salt.hex(), "data": values})
        cursor.execute(MANY_EVENTS, [event, timezone.now(), person, actor_token(by), json.dumps(heads)])
        cursor.execute(MANY_VALUES, [json.dumps(bodies)])
    return len(deeds)


def actor_token(by: Actor | None) -> str:
    """A token for the chain that names nobody and outlives the person's row."""
    if isinstance(by, Person):
        return f"person:{by.pk}"
    return "operator" if isinstance(by, Operator) else "task"


def _plain_values(values: Mapping[str, Any]) -> dict[str, Any]:
    for name in values:
        if _looks_secret(name):
            raise ValueError(f"'{name}' looks secret and does not belong into an event")
    return {name: _plain(value) for name, value in values.items()}


@cache
def _looks_secret(name: str) -> bool:
    return any(word in name.lower() for word in SECRET_WORDS)


def _plain(value: Any) -> Any:
    if type(value) in (str, int, bool, float) or value is None:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    return str(value)

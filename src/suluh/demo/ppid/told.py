"""Deeds of the year as the trail tells them, on the days on which they were done."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any

from suluh.disclosure.models import InformationRequest, Objection
from suluh.organization.audit.chain import digest_values
from suluh.organization.models import Event, EventValue, Person
from suluh.organization.rights import role_over
from suluh.organization.services.trail import actor_token
from suluh.organization.sockets.events import event_kind


def told(event: str, case: InformationRequest | Objection, *, by: Person | None, at: datetime, **values: Any) -> None:
    """Write the event of a deed of the past; `values` are plain ones. The product itself tells only of what is now."""
    event_kind(event)
    salt, said = secrets.token_bytes(16), {"number": case.number, **values}
    row = Event.objects.create(
        code=event,
        at=at,
        person=by,
        actor=actor_token(by),
        role=role_over(by, case.body) if by is not None else "",
        unit=case.body,
        subject=case.subject,
        value_digest=digest_values(salt, said),
    )
    EventValue.objects.create(event=row, salt=salt, data=said)

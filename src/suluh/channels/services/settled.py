"""Writing down, inside a transaction, what became of a delivery, with its event."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from suluh.channels.models import Delivery
from suluh.channels.signals import delivery_shown
from suluh.organization.models import Person
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record


def close(delivery: Delivery, state: str, *, event: str, by: Actor | None = None, **told: Any) -> Delivery:
    """Put a delivery into a state in which Suluh does nothing more by itself."""
    delivery.state = state
    delivery.lease, delivery.lease_until = "", None
    delivery.settled_at = timezone.now()
    delivery.settled_by = by if isinstance(by, Person) else None
    for name, value in told.items():
        setattr(delivery, name, value)
    delivery.save()
    said = {
        "title": title_of(delivery),
        "channel": str(delivery.channel),
        "reason": delivery.reason,
        "url": delivery.url,
    }
    record(event, on=delivery, by=by, unit=delivery.unit, **said)
    if state == Delivery.State.LIVE and delivery.makes:
        delivery_shown.send(Delivery, delivery=delivery)
    return delivery


def title_of(delivery: Delivery) -> str:
    """The first words of a content, for sentences about it."""
    return str(delivery.content.get("title") or delivery.content.get("text", ""))[:80]

"""Who works on what: the next step of a channel, taken under the channel's row lock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from suluh.channels.models import Attempt, Channel, Delivery
from suluh.platforms.platform import Platform, platforms

from .connecting import channel_lose
from .pace import Pace

State = Delivery.State
RETIRED = "Akun atau situs ini ditandai tidak dipakai lagi di register; tidak ada yang dikirim ke sana."
AHEAD = 10
"""Deliveries at the head of a queue that a claim looks at: those being sent, and the first that wait."""
ACTIONABLE = Q(amends=None) | Q(amends__state=State.LIVE)
"""What a worker may begin: an amendment only once it is certain that its post is live."""


@dataclass(frozen=True, slots=True)
class Step:
    """One claimed step: to send a delivery (an amendment is sent to change its post), or to look whether it is live."""

    delivery: Delivery
    channel: Channel
    kind: Attempt.Kind
    lease: str
    platform: Platform


@transaction.atomic
def claim(*, channel_id: int, lease: str, pace: Pace, now: datetime) -> Step | None:
    """The next step of a channel, leased; None when there is nothing to do now or somebody is at it.

    Deliveries of a channel go out in their order: while one is on its way or rests, the later ones wait. An urgent
    one overtakes everything that is not being sent at this moment.
    """
    rows = Channel.objects.select_for_update(of=("self",)).select_related("account", "site")
    channel = rows.get(pk=channel_id)
    if not channel.in_use:
        channel_lose(channel=channel, reason=RETIRED)
    if channel.state != Channel.State.CONNECTED:
        return _lookable(channel, lease, pace, now)
    moving, first = _head(channel, now)
    if moving is not None and moving.lease_until is not None and moving.lease_until > now:
        return None
    if moving is not None and not (first and first.urgent and not moving.urgent):
        return _leased(moving, channel, _next_kind(moving), lease, pace, now) if moving.next_at <= now else None
    if first is None or first.next_at > now or _resting(channel, now):
        return None
    return _leased(first, channel, Attempt.Kind.SEND, lease, pace, now)


def _head(channel: Channel, now: datetime) -> tuple[Delivery | None, Delivery | None]:
    """What was first begun and is still being sent, and what is to be begun first."""
    queue = Delivery.objects.filter(channel=channel, state__in=Delivery.OPEN).select_related("unit")
    ahead = queue.filter(Q(state=State.SENDING) | (ACTIONABLE & Q(state=State.WAITING, due_at__lte=now)))
    # one statement for both, for claims are what senders spend most of their time on; "sending" sorts before "waiting"
    rows = list(ahead.order_by("state", "-urgent", "due_at", "id")[:AHEAD])
    moving = [one for one in rows if one.state == State.SENDING]
    waiting = [one for one in rows if one.state == State.WAITING]
    return min(moving, key=lambda one: one.begun_at or now, default=None), waiting[0] if waiting else None


def _next_kind(moving: Delivery) -> Attempt.Kind:
    """What follows a try whose end nobody knows: a look, or the same change of the same post once more."""
    return Attempt.Kind.LOOK if moving.makes else Attempt.Kind.SEND


def _resting(channel: Channel, now: datetime) -> bool:
    """True while the platform's pause or its least distance between two posts lasts."""
    if channel.resting_until is not None and channel.resting_until > now:
        return True
    pause = timedelta(seconds=platforms()[channel.platform].pace)
    return channel.posted_at is not None and channel.posted_at + pause > now


def _lookable(channel: Channel, lease: str, pace: Pace, now: datetime) -> Step | None:
    """In a channel that is lost only what was on its way is looked after."""
    sending = Delivery.objects.filter(channel=channel, state=State.SENDING, deed__in=Delivery.MAKING)
    moving = sending.filter(next_at__lte=now).first()
    if moving is None or (moving.lease_until is not None and moving.lease_until > now):
        return None
    return _leased(moving, channel, Attempt.Kind.LOOK, lease, pace, now)


def _leased(
    delivery: Delivery, channel: Channel, kind: Attempt.Kind, lease: str, pace: Pace, now: datetime
) -> Step | None:
    """The step, written down before anybody goes out; None where a person has called the delivery off meanwhile."""
    until = now + timedelta(seconds=pace.lease)
    changes: dict[str, object] = {"lease": lease, "lease_until": until, "next_at": until}
    if kind == Attempt.Kind.SEND:
        changes |= {"state": State.SENDING, "sent_at": now, "tries": delivery.tries + 1}
        if delivery.makes:
            changes["looks"] = 0
        if delivery.begun_at is None:
            changes["begun_at"] = now
    if not Delivery.objects.filter(pk=delivery.pk, state=delivery.state).update(**changes):
        return None
    if kind == Attempt.Kind.SEND:
        Channel.objects.filter(pk=channel.pk).update(posted_at=now)
    for name, value in changes.items():
        setattr(delivery, name, value)
    return Step(delivery, channel, kind, lease, platforms()[channel.platform])

"""Working through a channel's queue: one delivery at a time, in order, each step claimed before the network is touched.

A claim is a lease on the row. Who holds it may send once. When a worker dies, its lease runs out, and whoever comes
next finds the row `sending`: it looks before anything else, and sends again only what the platform, asked late enough,
does not show. Where the platform cannot be asked, a person is.
"""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from asgiref.sync import async_to_sync
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from suluh.channels.models import Channel, Delivery
from suluh.kernel.http.client import Client
from suluh.platforms.access import hidden
from suluh.platforms.values import Change, Errand, Sighting

from .claims import ACTIONABLE, Step, claim
from .errands import errand_of, run_errand
from .outcomes import settle
from .pace import PATIENT, Pace
from .tokens import channel_ready

ONE_RUN = 25.0
"""Seconds after which a run ends and lets the other channels have the worker; the rest is woken again."""


def channel_run(*, channel_id: int, client: Client, pace: Pace = PATIENT, seconds: float = ONE_RUN) -> int:
    """Do what is due in one channel; returns how many steps were made.

    A run leaves the rest for its next one when its time is over, or when another channel has something urgent.
    """
    if not channel_ready(channel_id=channel_id, client=client):
        return 0
    ends = timezone.now() + timedelta(seconds=seconds)
    steps = 0
    while timezone.now() < ends:
        step = claim(channel_id=channel_id, lease=uuid.uuid4().hex, pace=pace, now=timezone.now())
        if step is None:
            break
        step_run(step=step, client=client, pace=pace)
        steps += 1
        if not _goes_on(channel_id):
            break
    return steps


def _goes_on(channel_id: int) -> bool:
    """True when something is due in the channel, and nothing urgent in another one: a look that locks nothing."""
    now = timezone.now()
    due = Delivery.objects.filter(state__in=Delivery.OPEN, next_at__lte=now)
    told = due.filter(Q(channel_id=channel_id) | Q(urgent=True)).order_by().values_list("channel_id", flat=True)
    found = set(told.distinct())
    if channel_id not in found or len(found) == 1:
        return channel_id in found
    urgent = channels_due(now, urgent_only=True)
    return not urgent or channel_id in urgent


def step_run(*, step: Step, client: Client, pace: Pace) -> None:
    """Go out, and write down what came of it."""
    begun = timezone.now()
    outcome = _gone(errand, step, pace) if isinstance(errand := errand_of(step, client), Errand) else errand
    spent = (timezone.now() - begun).total_seconds()
    settle(step=step, outcome=outcome, at=begun, seconds=spent, pace=pace)


def _gone(errand: Errand, step: Step, pace: Pace) -> Change | Sighting:
    """What came of going out, in words that tell none of the channel's tokens, should the service send one back."""
    # rows are read and written in this thread, over its one connection, while the network is waited for elsewhere
    return hidden(async_to_sync(run_errand)(step, errand, pace), errand.access)


def channels_due(now: datetime, *, urgent_only: bool = False) -> list[int]:
    """Channels in which something can be done now; what waits behind a pause or another delivery does not count."""
    opened = Delivery.objects.filter(state__in=Delivery.OPEN, next_at__lte=now)
    if urgent_only:
        opened = opened.filter(urgent=True)
    moving = Delivery.objects.filter(channel=OuterRef("channel"), state=Delivery.State.SENDING)
    ready = (
        Q(channel__state=Channel.State.CONNECTED)
        & (Q(channel__resting_until=None) | Q(channel__resting_until__lte=now))
        & (Q(urgent=True) | ~Exists(moving))
        & ACTIONABLE
    )
    # a change that was begun is begun again only where we are let in; whether a post is there may be asked anyway
    begun = Q(deed__in=Delivery.MAKING) | Q(channel__state=Channel.State.CONNECTED)
    rows = opened.filter((Q(state=Delivery.State.SENDING) & begun) | ready)
    return list(rows.order_by("channel_id").values_list("channel_id", flat=True).distinct())

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

from .claims import ACTIONABLE, Step, claim
from .errands import run_errand
from .outcomes import settle
from .pace import PATIENT, Pace
from .tokens import channel_ready, silent

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
    while timezone.now() < ends and not (steps and _needed_elsewhere(channel_id)):
        step = claim(channel_id=channel_id, lease=uuid.uuid4().hex, pace=pace, now=timezone.now())
        if step is None:
            break
        step_run(step=step, client=client, pace=pace)
        steps += 1
    return steps


def _needed_elsewhere(channel_id: int) -> bool:
    urgent = channels_due(timezone.now(), urgent_only=True)
    return bool(urgent) and channel_id not in urgent


def step_run(*, step: Step, client: Client, pace: Pace) -> None:
    """Go out, and write down what came of it."""
    begun = timezone.now()
    # rows are read and written in this thread, over its one connection, while the network is waited for elsewhere
    outcome = silent(async_to_sync(run_errand)(step, client, pace), step.channel)
    spent = (timezone.now() - begun).total_seconds()
    settle(step=step, outcome=outcome, at=begun, seconds=spent, pace=pace)


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

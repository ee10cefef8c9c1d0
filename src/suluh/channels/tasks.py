"""Work of the channels that runs in a worker. Rows are the queue; jobs only wake whoever works through a channel."""

from __future__ import annotations

import contextlib

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from suluh.channels.services.connecting import ASK_TASK
from suluh.channels.services.pump import channel_run, channels_due
from suluh.channels.services.tokens import channel_ask, channels_to_ask

URGENT = 100
"""Priority of a job that brings something urgent; every other job has 0 or less."""


@app.task(name="channels.run", queue="channels")
def run_channel(channel_id: int) -> None:
    """Work through what is due in one channel."""
    # every command and the web part load this module, and only a worker goes out
    from suluh.organization.outgoing import client_from_settings

    channel_run(channel_id=channel_id, client=client_from_settings())


@app.periodic(cron="*/5 * * * *")
@app.task(name=ASK_TASK, queue="channels", lock=ASK_TASK, queueing_lock=ASK_TASK)
def ask_channels(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """Ask about every channel that was not asked for long, and renew tokens that end soon."""
    from suluh.organization.outgoing import client_from_settings

    client = client_from_settings()
    for channel_id in channels_to_ask(timezone.now()):
        channel_ask(channel_id=channel_id, client=client)


def channels_wake() -> None:
    """Queue a job for each channel with something to do. A worker does it every second, so nothing is left lying.

    Channels with something urgent come first, also where a job of theirs already stands in the queue.
    """
    now = timezone.now()
    lanes = (("urgent", URGENT, channels_due(now, urgent_only=True)), ("plain", 0, channels_due(now)))
    queued = _queued()
    for lane, priority, found in lanes:
        for channel_id in found:
            lock = f"channel:{channel_id}:{lane}"
            if lock in queued:
                continue
            job = run_channel.configure(queueing_lock=lock, lock=f"channel:{channel_id}", priority=priority)
            # another worker may have been faster; a savepoint: the refused insert must not spoil what runs around it
            with contextlib.suppress(AlreadyEnqueued), transaction.atomic():
                job.defer(channel_id=channel_id)


def _queued() -> set[str]:
    """Locks of the jobs that wait: with hundreds of channels, refused inserts every second would busy a worker."""
    waiting = ProcrastinateJob.objects.filter(queue_name="channels", status="todo", task_name=run_channel.name)
    return set(waiting.values_list("queueing_lock", flat=True))

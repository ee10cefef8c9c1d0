"""Connecting accounts and sites. Tokens are sealed for their row; an empty one never takes a kept one's place."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from suluh.channels.errors import AccessIncomplete, LineOpen
from suluh.channels.models import Channel, Delivery
from suluh.organization.models import Account, Person, Site
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.sealed import seal, unseal
from suluh.organization.services.trail import record
from suluh.platforms.platform import Platform, platforms
from suluh.platforms.values import Access

from .settled import close

BY_HAND = "handoff"
ASK_TASK = "channels.ask"
BELIEVED = timedelta(hours=1)
"""A channel that was found good so shortly ago and is refused is not asked at once again."""


def require_private_line(address: str, platform: Platform) -> None:
    """Tokens go over TLS, or stay on this machine.

    Raises:
        LineOpen: the address is neither.
    """
    url = urlsplit(address)
    if platform.needs and url.scheme != "https" and (url.hostname or "") not in ("127.0.0.1", "localhost"):
        raise LineOpen


def platform_of(holder: Account | Site) -> Platform:
    """The platform that posts there; a person does where there is no interface for programs."""
    found = platforms()
    return found["wordpress"] if isinstance(holder, Site) else found.get(holder.platform, found[BY_HAND])


@transaction.atomic
def channel_connect(
    *,
    holder: Account | Site,
    address: str,
    secrets: Mapping[str, str],
    by: Actor,
    ends_at: datetime | None = None,
    fresh_until: datetime | None = None,
) -> Channel:
    """Connect an account or site, or connect it again; particulars left empty stay as they were.

    `ends_at` is when the platform lets the token run out, where that is known; `fresh_until` is how long a short token
    that came along works.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
        AccessIncomplete: a particular is missing that was never given for this address.
        LineOpen: the address would carry tokens where others can read them.
    """
    permit(by, "channel.connect", holder)
    platform = platform_of(holder)
    key = {"site": holder} if isinstance(holder, Site) else {"account": holder}
    channel = Channel.objects.select_for_update().filter(**key).first()
    known = channel is not None
    if channel is None:
        channel = Channel.objects.create(**key, unit=holder.unit, platform=platform.name)
    target = address.strip() or (holder.url if isinstance(holder, Site) else channel.address or platform.home)
    require_private_line(target, platform)
    # a kept token never follows to another server: whoever may type an address may not read a token
    kept = secrets_of(channel) if target == channel.address else {}
    kept |= {name: value.strip() for name, value in secrets.items() if value.strip()}
    for need in platform.needs:
        if not kept.get(need.name):
            raise AccessIncomplete(need.label)
    channel.platform = platform.name
    channel.unit = holder.unit
    channel.address = target
    channel.handle = "" if isinstance(holder, Site) else holder.handle
    channel.sealed = seal(json.dumps(kept), bound=channel.bound)
    channel.state, channel.reason, channel.resting_until = Channel.State.CONNECTED, "", None
    channel.fresh_until, channel.asked_at, channel.doubt, channel.ends_at = fresh_until, None, "", ends_at
    channel.connected_by = by if isinstance(by, Person) else None
    channel.save()
    code = "channel.renewed" if known else "channel.connected"
    record(code, on=channel, by=by, unit=channel.unit, channel=str(channel))
    if platform.needs:
        queue_question()
    return channel


@transaction.atomic
def channel_close(*, channel: Channel, by: Actor) -> None:
    """Disconnect a channel: its tokens are forgotten, and what waited for it is called off.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
    """
    permit(by, "channel.connect", channel)
    channel = Channel.objects.select_for_update().get(pk=channel.pk)
    channel.state, channel.sealed = Channel.State.CLOSED, ""
    channel.save(update_fields=["state", "sealed"])
    for delivery in channel.deliveries.select_for_update().filter(state=Delivery.State.WAITING):
        close(delivery, Delivery.State.DROPPED, event="delivery.dropped", by=by)
    record("channel.closed", on=channel, by=by, unit=channel.unit, channel=str(channel))


def queue_question() -> None:
    """Queue one job, inside a transaction, that asks about every channel that is due to be asked."""
    job = app.configure_task(ASK_TASK, queue="channels", queueing_lock=ASK_TASK)
    # a savepoint: the refused insert must not spoil what runs around it
    with contextlib.suppress(AlreadyEnqueued), transaction.atomic():
        job.defer(timestamp=0)


def channel_lose(*, channel: Channel, reason: str) -> None:
    """Note, inside a transaction, that the platform no longer lets us in; nothing is sent until it is mended."""
    if channel.state != Channel.State.CONNECTED:
        return
    channel.state, channel.reason = Channel.State.LOST, reason[:300]
    # what was refused once is asked soon, but one that is refused again and again is left to a person
    if channel.good_at is None or channel.good_at < timezone.now() - BELIEVED:
        channel.asked_at = None
    channel.save(update_fields=["state", "reason", "asked_at"])
    record("channel.lost", on=channel, by=None, unit=channel.unit, channel=str(channel), reason=reason)


def secrets_of(channel: Channel) -> dict[str, str]:
    """The tokens of a channel, opened; empty when none are kept."""
    if not channel.sealed:
        return {}
    found: dict[str, str] = json.loads(unseal(channel.sealed, bound=channel.bound))
    return found


def access_of(channel: Channel) -> Access:
    """Where and as whom to post."""
    return Access(channel.address, channel.handle, secrets_of(channel))

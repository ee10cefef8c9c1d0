"""Whether channels still let us in: asked twice a day, renewed before the end, and never spoiled by a bad line.

Only a refusal by the platform itself makes a channel lost. An answer that did not come, or that holds no token, leaves
what is kept as it is; the channel's page tells since when nobody answered.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from asgiref.sync import async_to_sync
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from suluh.channels.models import Channel
from suluh.kernel.http.calls import Calls
from suluh.kernel.http.client import Client
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.sealed import CannotOpen, is_sealed_anew, seal
from suluh.organization.services.trail import record
from suluh.platforms.access import Checks, Prolongs, Renewed, Renews, Sound, hidden, plausible
from suluh.platforms.platform import platforms
from suluh.platforms.values import Access, Refused, Unsure

from .connecting import access_of, channel_lose, queue_question, secrets_of

log = structlog.get_logger("suluh.channels")

ASK_EVERY = timedelta(hours=12)
MARGIN = timedelta(minutes=20)
"""A token is renewed so long before it ends, while the old one still works."""
TRY_AGAIN = timedelta(minutes=2)
"""After a renewal that brought no answer, while the old token still works."""
HURRY = timedelta(seconds=10)
"""The same, when nothing can be sent without a new one."""
PROLONG_BEFORE = timedelta(days=30)
"""A token of weeks is prolonged so long before it ends, tried twice a day; one whose end nobody knows, at once."""
PATIENCE = 45.0
"""Seconds that a question may take."""
NO_KEY = "Token akun ini tidak dapat dibuka dengan kunci yang ada. Hubungkan ulang."

Answer = Sound | Renewed | Refused | Unsure


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a channel, with the sealed text that it was asked about."""

    channel: Channel
    access: Access
    renew: bool
    prolong: bool = False


def channels_to_ask(now: datetime) -> list[int]:
    """Channels that were not asked for half a day, or whose token ends soon."""
    known = platforms()
    renewing = [name for name, one in known.items() if isinstance(one, Renews)]
    askable = [name for name, one in known.items() if isinstance(one, Checks | Renews)]
    unasked = Q(asked_at=None) | Q(asked_at__lte=now - ASK_EVERY)
    ending = Q(fresh_until=None) | Q(fresh_until__lte=now + MARGIN)
    soon = Q(platform__in=renewing, state=Channel.State.CONNECTED, asked_at__lte=now - TRY_AGAIN) & ending
    rows = Channel.objects.filter(platform__in=askable).exclude(state=Channel.State.CLOSED)
    return list(rows.filter(unasked | soon).order_by("asked_at", "pk").values_list("pk", flat=True))


def channel_ask(*, channel_id: int, client: Client) -> None:
    """Ask the platform about one channel's access, or renew it, and write down what came of it."""
    question = _question(channel_id)
    if question is None:
        return
    _note(question, hidden(async_to_sync(_answer)(question, client), question.access))


def channel_ready(*, channel_id: int, client: Client) -> bool:
    """True when the channel's token can be used now; a token that ends is renewed first.

    A renewal that brought nothing gives the channel a rest, so that nobody asks every second.
    """
    platform = Channel.objects.values_list("platform", flat=True).get(pk=channel_id)
    if not isinstance(platforms()[platform], Renews):
        return True
    channel, now = Channel.objects.get(pk=channel_id), timezone.now()
    if channel.state != Channel.State.CONNECTED:
        return True
    if channel.fresh_until is None or channel.fresh_until <= now + TRY_AGAIN:
        channel_ask(channel_id=channel_id, client=client)
        channel.refresh_from_db()
    if channel.state != Channel.State.CONNECTED or (channel.fresh_until and channel.fresh_until > now):
        return True
    Channel.objects.filter(pk=channel_id).update(resting_until=now + HURRY)
    return False


@transaction.atomic
def channel_ask_soon(*, channel: Channel, by: Actor) -> None:
    """Have a worker ask about a channel now, because a person wants to know.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
    """
    permit(by, "channel.connect", channel)
    Channel.objects.filter(pk=channel.pk).update(asked_at=None)
    record("channel.asked", on=channel, by=by, unit=channel.unit, channel=str(channel))
    queue_question()


@transaction.atomic
def channel_reseal(*, channel_id: int) -> bool:
    """Seal a channel's tokens with the newest key; False when they are already, or cannot be opened."""
    channel = Channel.objects.select_for_update().get(pk=channel_id)
    if not channel.sealed or is_sealed_anew(channel.sealed):
        return False
    try:
        kept = secrets_of(channel)
    except CannotOpen:
        return False
    channel.sealed = seal(json.dumps(kept), bound=channel.bound)
    channel.save(update_fields=["sealed"])
    return True


@transaction.atomic
def _question(channel_id: int) -> Question | None:
    """Take the question, so that two workers do not ask the same at once."""
    channel = Channel.objects.select_for_update().get(pk=channel_id)
    now = timezone.now()
    platform = platforms()[channel.platform]
    works = channel.fresh_until is not None and channel.fresh_until > now
    pause = TRY_AGAIN if works or not isinstance(platform, Renews) else HURRY
    if channel.state == Channel.State.CLOSED or (channel.asked_at and channel.asked_at > now - pause):
        return None
    channel.asked_at = now
    channel.save(update_fields=["asked_at"])
    try:
        access = access_of(channel)
    except CannotOpen:
        channel_lose(channel=channel, reason=NO_KEY)
        return None
    ends = channel.fresh_until is None or channel.fresh_until <= now + MARGIN
    lost = channel.state == Channel.State.LOST
    ending = channel.ends_at is None or channel.ends_at <= now + PROLONG_BEFORE
    renew = isinstance(platform, Renews) and (ends or lost)
    return Question(channel, access, renew, isinstance(platform, Prolongs) and ending and not lost)


async def _answer(question: Question, client: Client) -> Answer:
    platform = platforms()[question.channel.platform]
    try:
        async with asyncio.timeout(PATIENCE), Calls(client) as calls:
            if question.renew and isinstance(platform, Renews):
                return await platform.renew(question.access, calls)
            if question.prolong and isinstance(platform, Prolongs):
                longer = await platform.prolong(question.access, calls)
                if not isinstance(longer, Unsure):
                    return longer
            if isinstance(platform, Checks):
                return await platform.check(question.access, calls)
    except TimeoutError:
        return Unsure("Layanan terlalu lama menjawab.")
    # an answer that no adapter foresaw must not keep the other channels from being asked
    except Exception as fault:
        log.exception("question broke", channel=question.channel.pk, platform=platform.name)
        return Unsure(f"Jawaban layanan tidak terbaca ({type(fault).__name__}).")
    return Unsure("Layanan ini tidak dapat ditanya.")


@transaction.atomic
def _note(question: Question, answer: Answer) -> None:
    """Write the answer down, unless the channel was connected anew while we asked."""
    channel = Channel.objects.select_for_update().select_related("unit").get(pk=question.channel.pk)
    if channel.sealed != question.channel.sealed or channel.state == Channel.State.CLOSED:
        return
    if isinstance(answer, Renewed):
        answer = _taken(channel, question.access, answer)
    match answer:
        case Sound(ends_at=ends_at):
            channel.good_at, channel.doubt = timezone.now(), ""
            channel.ends_at = ends_at or channel.ends_at
            channel.save(update_fields=["good_at", "doubt", "ends_at", "fresh_until", "sealed"])
            _found_again(channel)
        case Refused(reason=reason, access_lost=True):
            channel_lose(channel=channel, reason=reason)
        case Refused(reason=reason) | Unsure(reason=reason):
            channel.doubt = reason[:300]
            channel.save(update_fields=["doubt"])


def _taken(channel: Channel, access: Access, new: Renewed) -> Sound | Unsure:
    """Seal what was renewed, when all of it can be tokens."""
    kept = dict(access.secrets)
    for name, value in new.secrets.items():
        if not plausible(value, channel.handle, channel.address, *_others(kept, name)):
            return Unsure("Layanan menjawab tanpa token yang dapat dipakai; token lama tetap dipakai.")
    if new.fresh_until <= timezone.now():
        return Unsure("Layanan memberi token yang sudah habis; token lama tetap dipakai.")
    channel.sealed = seal(json.dumps(kept | dict(new.secrets)), bound=channel.bound)
    channel.fresh_until = new.fresh_until
    return Sound(new.ends_at)


def _others(kept: Mapping[str, str], name: str) -> list[str]:
    return [value for other, value in kept.items() if other != name]


def _found_again(channel: Channel) -> None:
    if channel.state != Channel.State.LOST:
        return
    channel.state, channel.reason = Channel.State.CONNECTED, ""
    channel.save(update_fields=["state", "reason"])
    record("channel.sound", on=channel, by=None, unit=channel.unit, channel=str(channel))

"""Finding out by itself which units carried an item on: their accounts are read once an hour, as anybody reads them."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

import structlog
from asgiref.sync import async_to_sync
from django.db import transaction
from django.utils import timezone

from suluh.channels.models import Channel
from suluh.channels.services.connecting import access_of
from suluh.kernel.http.calls import Calls
from suluh.kernel.http.client import Client
from suluh.newsroom.carried import Item, carries
from suluh.newsroom.models import RepostShare
from suluh.organization.models import Account
from suluh.organization.sealed import CannotOpen
from suluh.platforms.platform import platforms
from suluh.platforms.public import Profile, PublicPost, Recent, Shows
from suluh.platforms.values import Unsure

from .reposts import LOOKED, State, Way, share_carried

log = structlog.get_logger("suluh.newsroom")
MOST_ACCOUNTS = 400
"""Accounts that one run reads; the rest is read by the next."""
BETWEEN = 1.0
"""Seconds between two accounts, so that no service is asked in a rush."""
PATIENCE = 20.0
"""Seconds that one account may take."""


def carriers_look(*, now: datetime, client: Client, between: float = BETWEEN) -> int:
    """Read what the units that were asked showed since; returns how many carried on what they were asked to."""
    waiting = _open_shares(now)
    found = 0
    for account in _accounts(waiting, now):
        shares = waiting[account.unit_id]
        if not shares:
            continue
        since = min(share.call.made_at for share in shares)
        shown = async_to_sync(_read)(account.platform, _profile(account), since, client, between)
        if isinstance(shown, Unsure):
            log.info("account not read", account=str(account), reason=shown.reason)
            continue
        waiting[account.unit_id] = [share for share in shares if not _noted(share, shown)]
        found += len(shares) - len(waiting[account.unit_id])
    return found


def _open_shares(now: datetime) -> dict[int, list[RepostShare]]:
    """What is still waited for, by unit."""
    found: dict[int, list[RepostShare]] = defaultdict(list)
    rows = RepostShare.objects.filter(state=State.OPEN, call__due_at__gte=now - LOOKED)
    for share in rows.select_related("call__delivery"):
        found[share.unit_id].append(share)
    return found


def _accounts(units: Iterable[int], now: datetime) -> list[Account]:
    """Accounts to read in this run; where there are more than it may read, another part of them each hour."""
    rows = Account.objects.filter(unit__in=list(units), active=True).select_related("channel").order_by("pk")
    readable = [one for one in rows if isinstance(platforms().get(one.platform), Shows)]
    if len(readable) <= MOST_ACCOUNTS:
        return readable
    first = int(now.timestamp() // 3600) * MOST_ACCOUNTS % len(readable)
    return (readable[first:] + readable[:first])[:MOST_ACCOUNTS]


def _profile(account: Account) -> Profile:
    """As whom it is read: with its access where it is connected and can be opened."""
    channel: Channel | None = getattr(account, "channel", None)
    try:
        access = access_of(channel) if channel is not None and channel.state == Channel.State.CONNECTED else None
    except CannotOpen:
        access = None
    return Profile(account.handle, account.url, access)


async def _read(platform: str, profile: Profile, since: datetime, client: Client, between: float) -> Recent:
    shows = platforms()[platform]
    if not isinstance(shows, Shows):
        return Unsure("Layanan ini tidak bercerita.")
    try:
        async with asyncio.timeout(PATIENCE), Calls(client) as calls:
            found = await shows.recent(profile, calls, since)
    except TimeoutError:
        return Unsure("Layanan terlalu lama menjawab.")
    # an answer that no adapter foresaw must not keep the other accounts from being read
    except Exception as fault:
        log.exception("account broke", platform=platform)
        return Unsure(f"Jawaban layanan tidak terbaca ({type(fault).__name__}).")
    await asyncio.sleep(between)
    return found


@transaction.atomic
def _noted(share: RepostShare, shown: tuple[PublicPost, ...]) -> bool:
    """Note the first of the posts that carries the item on; True when the unit has nothing left to do."""
    call = share.call
    item = Item(call.title, call.url, call.delivery.remote, call.made_at)
    carrying = sorted((post for post in shown if carries(post, item)), key=lambda post: post.at)
    if not carrying:
        return False
    held = RepostShare.objects.select_for_update(of=("self",)).select_related("call", "unit").get(pk=share.pk)
    if held.state == State.OPEN:
        first = carrying[0]
        share_carried(held, Way.SEEN, first.url[:500] or call.url, min(first.at, timezone.now()), None)
    return True

"""Asking units to carry an item on, and noting that they did."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from suluh.channels.models import Delivery
from suluh.newsroom.errors_planning import NotLive, OwnAddress, ShareClosed
from suluh.newsroom.models import RepostCall, RepostShare
from suluh.organization.models import Person, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record
from suluh.organization.sockets.evidence import CARRIES, evidence_for

WITHIN = timedelta(hours=48)
LOOKED = timedelta(days=14)
"""How long after its date a call is still looked after on public feeds."""
State, Way = RepostShare.State, RepostShare.Way


@transaction.atomic
def repost_ask(*, delivery: Delivery, units: Iterable[Unit], caption: str, by: Actor) -> RepostCall:
    """Ask units to carry a live item on within 48 hours; units that are asked already stay asked.

    Raises:
        NotAllowed: `by` does not coordinate the unit of the item, or one of the units asked.
        NotLive: the item is not live, or nobody knows at which address.
    """
    permit(by, "repost.ask", delivery)
    delivery = Delivery.objects.select_for_update(of=("self",)).select_related("unit").get(pk=delivery.pk)
    if delivery.state != Delivery.State.LIVE or not delivery.url:
        raise NotLive
    person = by if isinstance(by, Person) else None
    title = str(delivery.content.get("title") or delivery.content.get("text", ""))[:200]
    call, new = RepostCall.objects.get_or_create(
        delivery=delivery,
        defaults={
            "unit": delivery.unit,
            "title": title,
            "caption": caption,
            "url": delivery.url,
            "made_by": person,
            "due_at": timezone.now() + WITHIN,
        },
    )
    asked = 0
    for unit in units:
        permit(by, "repost.ask", unit)
        asked += RepostShare.objects.get_or_create(call=call, unit=unit)[1]
    if asked or new:
        record("repost.asked", on=call, by=by, unit=call.unit, title=title, count=asked)
    return call


@transaction.atomic
def repost_prove(*, share: RepostShare, url: str, by: Actor) -> RepostShare:
    """The unit shows where it carried the item on.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
        OwnAddress: this is the address of the item itself.
        ShareClosed: it is noted already.
    """
    permit(by, "repost.carry", share)
    share = share_open(share)
    if url.rstrip("/") == share.call.url.rstrip("/"):
        raise OwnAddress
    return share_carried(share, Way.PROOF, url, timezone.now(), by)


@transaction.atomic
def repost_excuse(*, share: RepostShare, reason: str, by: Actor) -> RepostShare:
    """Let a unit off, with the reason.

    Raises:
        NotAllowed: `by` does not coordinate the unit.
        ShareClosed: it is noted already.
    """
    permit(by, "repost.ask", share)
    share = share_open(share)
    share.state, share.reason = State.EXCUSED, reason
    share.by = by if isinstance(by, Person) else None
    share.save()
    record("repost.excused", on=share, by=by, unit=share.unit, title=share.call.title, reason=reason)
    return share


def reposts_recognise(now: datetime) -> int:
    """Look among the public posts of the units that are asked; returns how many carried on what they were asked."""
    rows = RepostShare.objects.filter(state=State.OPEN, call__due_at__gte=now - LOOKED).select_related("call", "unit")
    return sum(_recognised(share) for share in rows)


def _recognised(share: RepostShare) -> bool:
    for found in evidence_for(share.unit, [CARRIES + share.call.title]):
        if found.seen_at < share.call.made_at or found.url == share.call.url:
            continue
        with transaction.atomic():
            held = RepostShare.objects.select_for_update(of=("self",)).select_related("call", "unit").get(pk=share.pk)
            if held.state == State.OPEN:
                share_carried(held, Way.SEEN, found.url, found.seen_at, None)
                return True
    return False


def share_open(share: RepostShare) -> RepostShare:
    """The share, locked inside a transaction.

    Raises:
        ShareClosed: it is noted already.
    """
    share = RepostShare.objects.select_for_update(of=("self",)).select_related("call", "unit").get(pk=share.pk)
    if share.state != State.OPEN:
        raise ShareClosed
    return share


def share_carried(share: RepostShare, way: str, url: str, at: datetime, by: Actor | None) -> RepostShare:
    """Note, inside a transaction, that a locked share was carried on, where that shows and since when."""
    share.state, share.way, share.url, share.carried_at = State.CARRIED, way, url, at
    share.by = by if isinstance(by, Person) else None
    share.save()
    record("repost.carried", on=share, by=by, unit=share.unit, title=share.call.title, url=url)
    return share

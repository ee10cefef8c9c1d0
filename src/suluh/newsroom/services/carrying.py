"""A unit carries an item on with one touch, and what is live there counts without any other proof."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from suluh.channels.models import Channel, Delivery
from suluh.channels.services.planning import deliveries_plan
from suluh.channels.services.reposting import delivery_repost, reposts_natively
from suluh.channels.signals import delivery_shown
from suluh.kernel.row_keys import row_key
from suluh.newsroom.errors_planning import OtherUnit
from suluh.newsroom.models import RepostShare
from suluh.newsroom.selectors.reposts import carried_as, touch_source
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor

from .reposts import Way, share_carried, share_open

State = Delivery.State
OVER = (State.FAILED, State.DROPPED, State.GONE)
"""States of an earlier touch after which another one may follow."""


@transaction.atomic
def repost_touch(*, share: RepostShare, channel: Channel, by: Actor) -> Delivery:
    """Carry the item on through a channel of the unit: reposted where the platform can, else posted with its address.

    Touched again while the first is on its way, nothing is added.

    Raises:
        NotAllowed: `by` may not carry it on for the unit, or not speak on the channel.
        OtherUnit: the channel is none of the unit's own that can be posted to.
        ShareClosed: it is noted already.
        NotSettledSo: the item is not live any more.
        RulesBroken: the words do not fit the platform.
    """
    permit(by, "repost.carry", share)
    share = share_open(share)
    own = channel.unit_id == share.unit_id and channel.pk != share.call.delivery.channel_id
    if not own or channel.state != Channel.State.CONNECTED:
        raise OtherUnit
    base = touch_source(share)
    earlier = list(Delivery.objects.filter(channel=channel, source__startswith=base).order_by("-id"))
    if earlier and earlier[0].state not in OVER:
        return earlier[0]
    source, original = f"{base}{len(earlier) + 1}", share.call.delivery
    if reposts_natively(channel, original):
        return delivery_repost(original=original, channel=channel, source=source, by=by)
    content, now = carried_as(share.call, channel), timezone.now()
    (made,) = deliveries_plan(source=source, unit=share.unit, contents={channel: content}, due_at=now, by=by)
    return made


def note_shown(delivery: Delivery, **_more: Any) -> None:
    """What went out for a share is live: the unit has carried the item on."""
    kind, _, rest = delivery.source.partition(":")
    number = row_key(rest.partition(":")[0])
    if kind != "repost" or number is None:
        return
    share = RepostShare.objects.select_for_update(of=("self",)).select_related("call", "unit").filter(pk=number).first()
    if share is not None and share.state == RepostShare.State.OPEN:
        share_carried(share, Way.SULUH, delivery.url or share.call.url, timezone.now(), delivery.planned_by)


def listen() -> None:
    """Hear of what is live, once a process."""
    delivery_shown.connect(note_shown, dispatch_uid="newsroom.carrying")

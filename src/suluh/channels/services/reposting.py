"""Carrying a live post of another account on, as the platform itself knows it."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from suluh.channels.errors import NotSettledSo
from suluh.channels.frozen import Content
from suluh.channels.models import Channel, Delivery
from suluh.organization.models import Person
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record
from suluh.platforms.platform import Reposts, platforms

from .settled import title_of


def reposts_natively(channel: Channel, original: Delivery) -> bool:
    """True where the channel's platform carries this very post on for a program."""
    same = channel.platform == original.channel.platform and channel.pk != original.channel_id
    return same and bool(original.remote) and isinstance(platforms()[channel.platform], Reposts)


@transaction.atomic
def delivery_repost(*, original: Delivery, channel: Channel, source: str, by: Actor) -> Delivery:
    """Plan that a channel carries a live post on now. A second call with the same source plans nothing anew.

    Raises:
        NotAllowed: `by` neither works for, leads nor coordinates the unit of the channel.
        NotSettledSo: the post is not live any more, or the channel cannot carry it on.
    """
    permit(by, "channel.speak", channel)
    original = Delivery.objects.select_for_update(of=("self",)).select_related("channel").get(pk=original.pk)
    if original.state != Delivery.State.LIVE or not reposts_natively(channel, original):
        raise NotSettledSo
    title, now = title_of(original), timezone.now()
    content = Content(text=title, title=title, link=original.url)
    delivery, new = Delivery.objects.get_or_create(
        channel=channel,
        source=source,
        defaults={
            "unit": channel.unit,
            "deed": Delivery.Deed.REPOST,
            "carries": original,
            "content": content.as_json(),
            "digest": content.digest,
            "due_at": now,
            "next_at": now,
            "planned_by": by if isinstance(by, Person) else None,
        },
    )
    if new:
        record(
            "delivery.repost-planned",
            on=delivery,
            by=by,
            unit=channel.unit,
            title=title_of(delivery),
            channel=str(channel),
        )
    return delivery

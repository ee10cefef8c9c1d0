"""From an approved content to deliveries, one a channel, however often it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from suluh.channels.errors import NotSettledSo, RulesBroken
from suluh.channels.frozen import Content, MediumChanged
from suluh.channels.models import Channel, Delivery
from suluh.channels.public_media import has_public_address
from suluh.organization.media_store import read
from suluh.organization.models import Person, Unit
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record
from suluh.platforms.graph import NOWHERE
from suluh.platforms.platform import platforms
from suluh.platforms.values import Breach

from .settled import close


@transaction.atomic
def deliveries_plan(
    *,
    source: str,
    unit: Unit,
    contents: Mapping[Channel, Content],
    due_at: datetime,
    urgent: bool = False,
    by: Actor,
    speaker: Actor | None = None,
) -> list[Delivery]:
    """Plan what was approved, one delivery a channel. A second call with the same source plans nothing anew.

    Whoever approves checks the right to approve the content; the right to speak on each channel is checked here.
    It is that of `speaker` where `by` stands in for somebody.

    Raises:
        NotAllowed: `by`, or `speaker`, neither works for, leads nor coordinates the unit of a channel.
        RulesBroken: a content breaks rules of its platform; nothing is planned then.
    """
    require_sayable(contents, by=speaker or by)
    made = []
    for channel, content in contents.items():
        delivery, new = Delivery.objects.get_or_create(
            channel=channel,
            source=source,
            defaults={
                "unit": unit,
                "content": content.as_json(),
                "digest": content.digest,
                "urgent": urgent,
                "due_at": due_at,
                "next_at": due_at,
                "planned_by": by if isinstance(by, Person) else None,
            },
        )
        made.append(delivery)
        if new:
            title = content.title or content.text[:80]
            record("delivery.planned", on=delivery, by=by, unit=unit, title=title, channel=str(channel))
    return made


def require_sayable(contents: Mapping[Channel, Content], *, by: Actor) -> None:
    """Stop what may not be said, or could not be shown, on one of the channels.

    Raises:
        NotAllowed: `by` neither works for, leads nor coordinates the unit of a channel.
        RulesBroken: a content breaks rules of its platform.
    """
    for channel in contents:
        permit(by, "channel.speak", channel)
    told = [line for channel, content in contents.items() for line in broken_rules(channel, content)]
    if told:
        raise RulesBroken(" ".join(told))


def broken_rules(channel: Channel, content: Content) -> list[str]:
    """Sentences on what the channel's platform would refuse, each with the channel's name."""
    return [f"{channel.label}: {breach.message}" for breach in breaches_of(channel.platform, content)]


def breaches_of(platform: str, content: Content) -> list[Breach]:
    """What the platform would refuse; media are called by their place, as people see them."""
    rules = platforms()[platform].rules
    if any(not one.name for one in content.media):
        return [Breach("media-preparing", "Video masih disiapkan; pemeriksaan kanal ini menyusul.")]
    try:
        post = content.as_measured(read)
    except MediumChanged as fault:
        return [Breach("media-changed", f"{fault}.")]
    named = tuple(replace(one, name=_called(one.mime, place)) for place, one in enumerate(post.media, 1))
    found = rules.breaches(replace(post, media=named))
    if not has_public_address() and any(one.mime.startswith(rules.fetches) for one in content.media):
        found.append(Breach("no-address", NOWHERE))
    return found


def _called(mime: str, place: int) -> str:
    return f"Video {place}" if mime.startswith("video/") else f"Foto {place}"


@transaction.atomic
def delivery_drop(*, delivery: Delivery, by: Actor) -> Delivery:
    """Call off what waits; what is on its way or live is not called off by forgetting it.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
        NotSettledSo: it does not wait any more.
    """
    permit(by, "delivery.decide", delivery)
    delivery = Delivery.objects.select_for_update(of=("self",)).select_related("channel").get(pk=delivery.pk)
    if delivery.state not in (Delivery.State.WAITING, Delivery.State.BY_HAND):
        raise NotSettledSo
    return close(delivery, Delivery.State.DROPPED, event="delivery.dropped", by=by)

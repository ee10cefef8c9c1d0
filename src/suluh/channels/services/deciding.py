"""The one click of a person on what no program can know."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from suluh.channels.errors import NeedsProof, NotSettledSo
from suluh.channels.models import Delivery
from suluh.organization.permissions import permit
from suluh.organization.rights import Actor
from suluh.organization.services.trail import record
from suluh.platforms.values import Gone, Live

from .amending import amended, follow
from .settled import close, title_of

State = Delivery.State


@transaction.atomic
def delivery_confirm(*, delivery: Delivery, url: str, by: Actor) -> Delivery:
    """It is live, or taken down where that was asked: the person has seen it. What a person posted needs its address.

    Raises:
        NotAllowed: `by` neither works for the unit nor coordinates it.
        NotSettledSo: it asks nobody any more.
        NeedsProof: posted by hand, and no address was given.
    """
    delivery = _asking(delivery, by)
    if not delivery.makes:
        done = Gone() if delivery.deed == Delivery.Deed.WITHDRAW else Live(delivery.published.remote, url)
        return amended(delivery, done, by=by)
    if delivery.state == State.BY_HAND and not url.startswith(("https://", "http://")):
        raise NeedsProof
    return close(delivery, State.LIVE, event="delivery.confirmed", by=by, url=url, reason="")


@transaction.atomic
def delivery_send_again(*, delivery: Delivery, by: Actor) -> Delivery:
    """It is not live, or not changed: the person has looked. It goes out once more, under the same key.

    What was withdrawn or corrected meanwhile is not sent: its correction takes its place.

    Raises:
        NotAllowed, NotSettledSo: as `delivery_confirm`.
    """
    delivery = _asking(delivery, by, State.UNCLEAR)
    delivery.state, delivery.reason = State.WAITING, ""
    delivery.next_at, delivery.settled_at, delivery.looks = timezone.now(), None, 0
    delivery.save()
    told = {"title": title_of(delivery), "channel": str(delivery.channel)}
    record("delivery.again", on=delivery, by=by, unit=delivery.unit, **told)
    follow(delivery)
    return delivery


def _asking(delivery: Delivery, by: Actor, *states: str) -> Delivery:
    permit(by, "delivery.decide", delivery)
    delivery = Delivery.objects.select_for_update(of=("self",)).select_related("channel", "amends").get(pk=delivery.pk)
    if delivery.state not in (states or Delivery.ASKS):
        raise NotSettledSo
    return delivery

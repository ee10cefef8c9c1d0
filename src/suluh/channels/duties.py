"""What the channels lay on a person's table: deliveries that only a person can settle, accounts to connect again."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from suluh.channels.models import Channel, Delivery
from suluh.channels.questions import question
from suluh.channels.selectors.channels import channels_visible_to, deliveries_visible_to
from suluh.organization.models import Person
from suluh.organization.permissions import may
from suluh.organization.sockets.duties import Duty, DutySource

MOST = 20


def deliveries_waiting(person: Person) -> Iterable[Duty]:
    """What is unclear, and what a person posts."""
    rows = deliveries_visible_to(person).filter(state__in=Delivery.ASKS).order_by("-urgent", "due_at")
    for delivery in rows[:MOST]:
        if may(person, "delivery.decide", delivery):
            by_hand = delivery.state == Delivery.State.BY_HAND
            yield Duty(
                title=question(delivery),
                reason=delivery.reason[:160],
                url=reverse("channels:confirm", args=[delivery.pk]),
                action=_("Open the card") if by_hand else _("Look and decide"),
                urgent=delivery.urgent,
            )


def channels_lost(person: Person) -> Iterable[Duty]:
    """Accounts and sites that no longer let us in."""
    for channel in channels_visible_to(person).filter(state=Channel.State.LOST)[:MOST]:
        if may(person, "channel.connect", channel):
            kind, pk = ("situs", channel.site_id) if channel.site_id else ("akun", channel.account_id)
            yield Duty(
                title=_("Connect %(channel)s again") % {"channel": channel.label},
                reason=channel.reason[:160],
                url=reverse("channels:connect", args=[kind, pk]),
                action=_("Connect again"),
                urgent=True,
            )


DUTIES = [
    DutySource("channels.deliveries", deliveries_waiting, gettext_lazy("Deliveries")),
    DutySource("channels.lost", channels_lost, gettext_lazy("Channels")),
]

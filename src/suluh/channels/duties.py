"""What the channels lay on a person's table: deliveries that only a person can settle, accounts to connect again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from suluh.channels.models import Channel, Delivery
from suluh.channels.questions import question
from suluh.channels.selectors.channels import channels_visible_to, deliveries_visible_to
from suluh.organization.models import Person
from suluh.organization.permissions import may
from suluh.organization.sockets.duties import Duty, DutySource

MOST = 20
REMIND_BEFORE = timedelta(days=14)
URGENT_BEFORE = timedelta(days=7)


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
            yield Duty(
                title=_("Connect %(channel)s again") % {"channel": channel.label},
                reason=channel.reason[:160],
                url=connect_address(channel),
                action=_("Connect again"),
                urgent=True,
            )


def channels_ending(person: Person) -> Iterable[Duty]:
    """Accounts whose token runs out within two weeks and that Suluh cannot renew by itself."""
    now = timezone.now()
    ending = Q(state=Channel.State.CONNECTED, ends_at__lte=now + REMIND_BEFORE)
    for channel in channels_visible_to(person).filter(ending).order_by("ends_at")[:MOST]:
        if channel.ends_at is not None and may(person, "channel.connect", channel):
            days = max(0, (channel.ends_at - now).days)
            yield Duty(
                title=_("Connect %(channel)s again before its token ends") % {"channel": channel.label},
                reason=ngettext(
                    "The token ends in %(n)d day; after that nothing is published there.",
                    "The token ends in %(n)d days; after that nothing is published there.",
                    days,
                )
                % {"n": days},
                url=connect_address(channel),
                action=_("Connect again"),
                due=timezone.localdate(channel.ends_at),
                urgent=channel.ends_at <= now + URGENT_BEFORE,
            )


def connect_address(channel: Channel) -> str:
    """Where a channel is connected again."""
    kind, pk = ("situs", channel.site_id) if channel.site_id else ("akun", channel.account_id)
    return reverse("channels:connect", args=[kind, pk])


DUTIES = [
    DutySource("channels.deliveries", deliveries_waiting, gettext_lazy("Deliveries")),
    DutySource("channels.lost", channels_lost, gettext_lazy("Channels")),
    DutySource("channels.ending", channels_ending, gettext_lazy("Tokens")),
]

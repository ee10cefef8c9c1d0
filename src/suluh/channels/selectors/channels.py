"""Channels by unit, and accounts and sites that could be connected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from suluh.channels.models import Channel, Delivery
from suluh.channels.services.settled import title_of
from suluh.kernel.row_keys import row_key
from suluh.organization.models import Person
from suluh.organization.permissions import may
from suluh.organization.selectors.custody import Custody, accounts_in_custody, custody_of
from suluh.organization.selectors.visible import visible_to
from suluh.platforms.access import Checks, Prolongs, Renews
from suluh.platforms.platform import platforms

ROWS = 50


@dataclass(frozen=True, slots=True)
class ChannelFile:
    """One channel: its access, the custody of its account, what was last sent there.

    `asked` is true where the platform can be asked whether it lets us in, `renewed` where Suluh renews the token.
    """

    channel: Channel
    custody: Custody | None
    holders: list[Person]
    asked: bool
    renewed: bool
    deliveries: list[Delivery]
    may_connect: bool


@dataclass(frozen=True, slots=True)
class Told:
    """One thing with its deliveries on a page, newest first."""

    title: str
    deliveries: list[Delivery]

    @property
    def settled(self) -> int:
        """Deliveries that neither Suluh nor a person has anything to do about."""
        return sum(one.state not in (*Delivery.OPEN, *Delivery.ASKS) for one in self.deliveries)

    @property
    def failed(self) -> int:
        """Deliveries that were not published."""
        return sum(one.state == Delivery.State.FAILED for one in self.deliveries)


def channels_visible_to(person: Any) -> QuerySet[Channel]:
    """Channels of the units that the person sees."""
    return visible_to(person, Channel.objects.select_related("unit", "site", "account"))


def deliveries_visible_to(person: Any) -> QuerySet[Delivery]:
    """Deliveries of the units that the person sees."""
    return visible_to(person, Delivery.objects.select_related("channel__account", "unit", "amends"))


def channel_file(person: Any, channel: Channel) -> ChannelFile:
    """Everything for the page of one channel."""
    platform = platforms()[channel.platform]
    account = accounts_in_custody(person).filter(pk=channel.account_id).first() if channel.account_id else None
    return ChannelFile(
        channel=channel,
        custody=custody_of(account) if account else None,
        holders=list(account.holders.order_by("name")) if account else [],
        asked=isinstance(platform, Checks | Renews),
        renewed=isinstance(platform, Renews | Prolongs),
        deliveries=list(deliveries_visible_to(person).filter(channel=channel).order_by("-pk")[:10]),
        may_connect=may(person, "channel.connect", channel),
    )


def by_thing(rows: Iterable[Delivery]) -> list[Told]:
    """Deliveries by what they publish, in the order of the first of each."""
    found: dict[str, Told] = {}
    for delivery in rows:
        thing = ":".join(delivery.source.split(":")[:2])
        found.setdefault(thing, Told(title_of(delivery), [])).deliveries.append(delivery)
    return list(found.values())


def deliveries_page(person: Any, *, tab: str, after: str = "") -> tuple[list[Delivery], str]:
    """Deliveries that ask for a person, wait, or are over; newest first, from behind the key `after`."""
    states = {"tanya": Delivery.ASKS, "jalan": Delivery.OPEN}.get(tab)
    rows = deliveries_visible_to(person)
    rows = rows.filter(state__in=states) if states else rows.exclude(state__in=(*Delivery.ASKS, *Delivery.OPEN))
    if (last_seen := row_key(after)) is not None:
        rows = rows.filter(pk__lt=last_seen)
    found = list(rows.order_by("-pk")[: ROWS + 1])
    return found[:ROWS], str(found[ROWS - 1].pk) if len(found) > ROWS else ""

"""The list of channels: units in order of name, each with what is connected there, or with what could be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from suluh.channels.models import Channel
from suluh.kernel.row_keys import row_key
from suluh.organization.models import Account, Site, Unit
from suluh.organization.selectors.visible import units_open_to, visible_to

from .channels import channels_visible_to

UNITS = 15
"""Units on a page."""
ENDS_SOON = timedelta(days=14)
TABS = ("perlu", "ada", "belum")
"""Channels that need a person, all channels, and what is not connected yet."""


@dataclass(frozen=True, slots=True)
class Holder:
    """An account or site that could be connected."""

    kind: str
    pk: int
    words: str


@dataclass(frozen=True, slots=True)
class UnitChannels:
    """One unit's channels, or its accounts and sites that could be connected."""

    unit: Unit
    channels: list[Channel] = field(default_factory=list)
    open: list[Holder] = field(default_factory=list)

    @property
    def lost(self) -> int:
        """Channels that no longer let us in."""
        return sum(channel.state == Channel.State.LOST for channel in self.channels)


@dataclass(frozen=True, slots=True)
class ChannelPage:
    """A page of units. `counts` are channels or holders by tab, of all pages; `after` is the key of the next page."""

    tab: str
    words: str
    counts: dict[str, int]
    units: list[UnitChannels]
    after: str

    @property
    def folded(self) -> bool:
        """Many units are shown closed, so that a thumb comes to the end."""
        return len(self.units) > 2


def channel_page(person: Any, *, tab: str = "", words: str = "", after: str = "") -> ChannelPage:
    """Units whose channels the person sees, from behind the unit `after` on; with `words` in the unit's name."""
    channels = channels_visible_to(person).exclude(state=Channel.State.CLOSED)
    needing = channels.filter(_needing())
    holders = _holders(person)
    counts = {"perlu": needing.count(), "ada": channels.count(), "belum": sum(rows.count() for rows in holders)}
    chosen = tab if tab in TABS else "perlu" if counts["perlu"] else "ada"
    if chosen == "belum":
        units, more = _page_of(Q(sites__in=holders[0]) | Q(accounts__in=holders[1]), words, after)
        return ChannelPage(chosen, words, counts, _with_holders(units, holders), more)
    shown = needing if chosen == "perlu" else channels
    units, more = _page_of(Q(channels__in=shown), words, after)
    return ChannelPage(chosen, words, counts, _with_channels(units, shown), more)


def _needing() -> Q:
    """Channels that have to be connected again, or soon, or whose service has not answered of late."""
    connected = Q(state=Channel.State.CONNECTED)
    ending = connected & Q(ends_at__lte=timezone.now() + ENDS_SOON)
    return Q(state=Channel.State.LOST) | ending | (connected & ~Q(doubt=""))


def _holders(person: Any) -> tuple[QuerySet[Site], QuerySet[Account]]:
    """Sites and accounts without a channel, of units for which the person may connect one."""
    units = [unit.pk for unit in units_open_to(person, "channel.connect")]
    free = Q(channel=None) | Q(channel__state=Channel.State.CLOSED)
    wanted = free & Q(active=True, unit__in=units)
    return (
        visible_to(person, Site.objects.filter(wanted)),
        visible_to(person, Account.objects.filter(wanted)),
    )


def _page_of(having: Q, words: str, after: str) -> tuple[list[Unit], str]:
    """Units of one page in order of name, and the key of the next page."""
    rows = Unit.objects.filter(having).distinct().order_by("sort_key", "id")
    if words:
        rows = rows.filter(name__icontains=words)
    last = Unit.objects.filter(pk=row_key(after) or 0).first()
    if last is not None:
        rows = rows.filter(Q(sort_key__gt=last.sort_key) | Q(sort_key=last.sort_key, pk__gt=last.pk))
    found = list(rows[: UNITS + 1])
    return found[:UNITS], str(found[UNITS - 1].pk) if len(found) > UNITS else ""


def _with_channels(units: Iterable[Unit], rows: QuerySet[Channel]) -> list[UnitChannels]:
    found: dict[int, list[Channel]] = defaultdict(list)
    for channel in rows.filter(unit__in=list(units)).order_by("platform", "pk"):
        found[channel.unit_id].append(channel)
    return [UnitChannels(unit, found[unit.pk]) for unit in units]


def _with_holders(units: Iterable[Unit], rows: tuple[QuerySet[Site], QuerySet[Account]]) -> list[UnitChannels]:
    found: dict[int, list[Holder]] = defaultdict(list)
    for site in rows[0].filter(unit__in=list(units)).order_by("pk"):
        found[site.unit_id].append(Holder("situs", site.pk, str(site)))
    for account in rows[1].filter(unit__in=list(units)).order_by("platform", "pk"):
        words = f"{account.get_platform_display()} {account.handle}"
        found[account.unit_id].append(Holder("akun", account.pk, words))
    return [UnitChannels(unit, open=found[unit.pk]) for unit in units]

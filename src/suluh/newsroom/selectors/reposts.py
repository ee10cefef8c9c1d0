"""Calls to carry items on, each unit's part, and how units keep to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from suluh.channels.frozen import Content
from suluh.channels.models import Channel, Delivery
from suluh.channels.selectors.channels import deliveries_visible_to
from suluh.channels.selectors.costs import cost_words
from suluh.channels.services.connecting import BY_HAND
from suluh.channels.services.planning import broken_rules
from suluh.channels.services.reposting import reposts_natively
from suluh.kernel.row_keys import row_key
from suluh.newsroom.measured import shorter
from suluh.newsroom.models import RepostCall, RepostShare
from suluh.organization.models import Account, Unit
from suluh.organization.selectors.visible import visible_to
from suluh.platforms.pages import account_page
from suluh.platforms.platform import Reposts, platforms
from suluh.platforms.public import readable

ROWS = 30
DAYS = 90
IN_TIME = Q(state="carried", carried_at__lte=F("call__due_at"))
COUNTED = ~Q(state="excused")


@dataclass(frozen=True, slots=True)
class Kept:
    """How a unit kept to what it was asked in ninety days."""

    unit: Unit
    asked: int
    in_time: int

    @property
    def percent(self) -> int:
        """Carried within 48 hours, of what was due."""
        return round(100 * self.in_time / self.asked)


@dataclass(frozen=True, slots=True)
class Touch:
    """One channel by which a unit carries an item on. `native` is a repost; else its words are posted with the address.

    `cost` is in words, empty where it is free. `newest` is what an earlier touch came to, None before the first;
    `moving` while that is under way.
    """

    channel: Channel
    native: bool
    cost: str
    newest: Delivery | None

    @property
    def moving(self) -> bool:
        """True while nothing more should be touched."""
        return self.newest is not None and self.newest.state in (*Delivery.OPEN, *Delivery.ASKS)


@dataclass(frozen=True, slots=True)
class Spread:
    """How far a story was carried on, in numbers alone."""

    asked: int
    carried: int
    in_time: int


def spread_of(story: Any) -> Spread:
    """What became of asking units to carry a story on, for whoever sees the story; excused units are left out."""
    rows = RepostShare.objects.filter(COUNTED, call__delivery__source__startswith=f"story:{story.pk}:").order_by()
    found = rows.aggregate(
        asked=Count("pk"), carried=Count("pk", filter=Q(state="carried")), in_time=Count("pk", filter=IN_TIME)
    )
    return Spread(**found)


def shares_visible_to(person: Any) -> QuerySet[RepostShare]:
    """Parts of the units that the person sees."""
    return visible_to(person, RepostShare.objects.select_related("call", "call__unit", "unit", "by"))


def calls_visible_to(person: Any) -> QuerySet[RepostCall]:
    """Calls in which units of the person have a part."""
    return RepostCall.objects.filter(pk__in=shares_visible_to(person).order_by().values("call")).select_related("unit")


def calls_page(person: Any, *, after: str = "") -> tuple[list[Any], str]:
    """Calls in which units of the person have a part, newest first, with the counts of those parts."""
    seen = shares_visible_to(person).order_by()
    shown = Q(shares__in=seen)
    rows = (
        calls_visible_to(person)
        .annotate(
            asked=Count("shares", filter=shown & ~Q(shares__state="excused")),
            carried=Count("shares", filter=shown & Q(shares__state="carried")),
            in_time=Count("shares", filter=shown & Q(shares__state="carried", shares__carried_at__lte=F("due_at"))),
        )
        .order_by("-id")
    )
    if (last_seen := row_key(after)) is not None:
        rows = rows.filter(pk__lt=last_seen)
    found = list(rows[: ROWS + 1])
    return found[:ROWS], str(found[ROWS - 1].pk) if len(found) > ROWS else ""


def kept_by_unit(person: Any) -> list[Kept]:
    """Units by how they kept to calls that were due in the last ninety days, those behind first."""
    due = timezone.now()
    rows = shares_visible_to(person).filter(COUNTED, call__due_at__range=(due - timedelta(days=DAYS), due)).order_by()
    counted = rows.values("unit").annotate(asked=Count("pk"), good=Count("pk", filter=IN_TIME))
    found = {row["unit"]: (row["asked"], row["good"]) for row in counted}
    units = Unit.objects.filter(pk__in=found).order_by("sort_key", "id")
    return sorted((Kept(unit, *found[unit.pk]) for unit in units), key=lambda one: one.percent)


def live_deliveries(story: Any, person: Any) -> list[Delivery]:
    """Where a story is live at a known address."""
    rows = deliveries_visible_to(person).filter(source__startswith=f"story:{story.pk}:", state=Delivery.State.LIVE)
    return list(rows.exclude(url="").order_by("pk"))


def watched(unit: Unit) -> tuple[list[Account], list[tuple[Account, str]]]:
    """The unit's accounts that are read by themselves; with their pages those that only a person can look at."""
    rows = Account.objects.filter(unit=unit, active=True).select_related("channel").order_by("platform", "pk")
    seen: list[Account] = []
    unseen: list[tuple[Account, str]] = []
    for account in rows:
        channel: Channel | None = getattr(account, "channel", None)
        connected = channel is not None and channel.state == Channel.State.CONNECTED
        if readable(platforms().get(account.platform), connected=connected):
            seen.append(account)
        elif page := account.url or account_page(account.platform, account.handle):
            unseen.append((account, page))
    return seen, unseen


def touch_source(share: RepostShare) -> str:
    """How the sources of a share's own deliveries begin."""
    return f"repost:{share.pk}:"


def touches_of(share: RepostShare) -> list[Touch]:
    """The unit's connected channels that can carry the item on, those with a repost of their own first."""
    call = share.call
    rows = Channel.objects.filter(unit=share.unit_id, state=Channel.State.CONNECTED).select_related("account", "site")
    made = Delivery.objects.filter(source__startswith=touch_source(share)).select_related("channel").order_by("id")
    newest = {delivery.channel_id: delivery for delivery in made}
    found = []
    for channel in rows.exclude(platform=BY_HAND).exclude(pk=call.delivery.channel_id):
        platform, native = platforms()[channel.platform], reposts_natively(channel, call.delivery)
        if native and isinstance(platform, Reposts):
            cost = platform.repost_cost.words if platform.repost_cost else ""
        else:
            content = carried_as(call, channel)
            if broken_rules(channel, content):
                continue
            cost = cost_words(channel, content)
        found.append(Touch(channel, native, cost, newest.get(channel.pk)))
    return sorted(found, key=lambda touch: (not touch.native, touch.channel.platform, touch.channel.pk))


def carried_as(call: RepostCall, channel: Channel) -> Content:
    """What a channel without a repost of its own posts: the words, cut where they are too long, and the address."""
    whole = Content(text=call.caption.strip() or call.title, title=call.title, link=call.url)
    return replace(whole, text=shorter(whole, channel.platform))


def whatsapp_text(call: RepostCall) -> str:
    """Words to forward: the title in bold, the first paragraph, the address."""
    first = call.caption.strip().split("\n\n", 1)[0]
    return f"*{call.title}*\n\n{first}\n\n{call.url}" if first != call.title else f"*{call.title}*\n\n{call.url}"

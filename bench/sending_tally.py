"""What became of each delivery, counted at what the public of the simulated platforms sees."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, fields
from datetime import datetime

from suluh.demo.platforms.shown import Shown

STUCK = 120.0
"""Seconds past its time after which an unsettled delivery counts as stuck."""


@dataclass
class Tally:
    """One platform."""

    sent: int = 0
    live: int = 0
    failed: int = 0
    unclear: int = 0
    double: int = 0
    """Their words stand more than once on the account."""
    lost: int = 0
    """Neither live, failed nor unclear at the end; or called live and nowhere; or called failed and there."""
    stuck: int = 0
    ambiguous: int = 0
    """A try whose answer left open whether the post was there, or a worker that died over it."""
    settled: int = 0
    """Of those, settled without a person."""
    plain_double: int = 0
    plain_lost: int = 0
    """What the plain publisher made of as many posts."""

    @property
    def share(self) -> float:
        """Share of ambiguous ones that were settled by looking."""
        return self.settled / self.ambiguous if self.ambiguous else 1.0


def total(tallies: dict[str, Tally]) -> Tally:
    """All platforms together."""
    summed = Tally()
    for tally in tallies.values():
        for one in fields(Tally):
            setattr(summed, one.name, getattr(summed, one.name) + getattr(tally, one.name))
    return summed


def tallied(shown: Shown, now: datetime) -> dict[str, Tally]:
    """Compare every delivery with what stands on its account."""
    from django.db.models import Count, Q

    from suluh.channels.models import Delivery

    seen = counted(shown)
    tallies: dict[str, Tally] = {}
    doubted = Count("attempts", filter=Q(attempts__outcome="unsure", attempts__kind="send") | Q(attempts__kind="look"))
    for delivery in Delivery.objects.select_related("channel").annotate(doubted=doubted):
        _count(tallies.setdefault(delivery.channel.platform, Tally()), delivery, seen, now)
    return tallies


def counted(shown: Shown) -> Counter[tuple[str, str]]:
    """How often each number stands on each platform."""
    return Counter((post.platform, number_in(post.text, str(post.more.get("title", "")))) for post in shown.posts)


def number_in(*texts: str) -> str:
    """The number that tells a post of the run from every other."""
    found = next((hit for text in texts if (hit := re.search(r"nomor (\d+) ini", text))), None)
    return found[1] if found else ""


def _count(tally: Tally, delivery, seen: Counter[tuple[str, str]], now: datetime) -> None:  # type: ignore[no-untyped-def]
    state, states = delivery.state, type(delivery).State
    times = seen[delivery.channel.platform, number_in(delivery.content["text"])]
    tally.sent += 1
    tally.double += times > 1
    untrue = (state == states.LIVE and not times) or (state == states.FAILED and times > 0)
    tally.lost += untrue or state not in (states.LIVE, states.FAILED, states.UNCLEAR)
    tally.live += state == states.LIVE
    tally.failed += state == states.FAILED
    tally.unclear += state == states.UNCLEAR
    tally.stuck += ((delivery.settled_at or now) - delivery.due_at).total_seconds() > STUCK
    if delivery.doubted:
        tally.ambiguous += 1
        tally.settled += state in (states.LIVE, states.FAILED)

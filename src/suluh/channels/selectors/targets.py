"""What became of a thing on each channel: one row a channel, whatever was corrected or withdrawn there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from suluh.channels.models import Channel, Delivery

Deed, State = Delivery.Deed, Delivery.State


@dataclass(frozen=True, slots=True)
class Target:
    """A thing on one channel. `post` published it; `newest` is that or its last correction or withdrawal."""

    channel: Channel
    post: Delivery
    newest: Delivery

    @property
    def live(self) -> bool:
        """True while citizens can read it there, whichever words they read."""
        return self.post.state == State.LIVE

    @property
    def settled(self) -> bool:
        """True when neither Suluh nor a person has anything to do."""
        return self.newest.state not in (*Delivery.OPEN, *Delivery.ASKS)

    @property
    def current(self) -> bool:
        """True when the channel shows the newest words, or nothing where they were withdrawn."""
        return self.newest.state == (State.GONE if self.newest.deed == Deed.WITHDRAW else State.LIVE)

    @property
    def url(self) -> str:
        """Where people read it, or read it."""
        return self.newest.url or self.post.url


def targets_of(about: str) -> list[Target]:
    """Every channel that was to show a thing ("kind:id"), in two queries; called-off channels are left out."""
    rows = Delivery.objects.filter(source__startswith=f"{about}:").exclude(state=State.DROPPED)
    found: dict[int, Target] = {}
    for row in rows.select_related("channel__account", "channel__unit").order_by("id"):
        if row.makes:
            found[row.channel_id] = Target(row.channel, row, row)
        elif row.channel_id in found:
            found[row.channel_id] = Target(row.channel, found[row.channel_id].post, row)
    return list(found.values())


def first_live(targets: Iterable[Target]) -> datetime | None:
    """When the first channel showed it; None while none has."""
    times = [target.post.settled_at for target in targets if target.post.remote or target.post.url]
    return min((time for time in times if time is not None), default=None)

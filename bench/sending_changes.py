"""The second half of the fault run: what is live is corrected or withdrawn under the same faults and kills."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime

from bench.sending_tally import STUCK, number_in
from suluh.demo.platforms.shown import Shown

EVERY = 20
"""One in so many posts is withdrawn, and the one after it corrected."""
CORRECTED = "Sudah diperbaiki."


@dataclass
class Changes:
    """What became of the changes."""

    asked: int = 0
    done: int = 0
    by_hand: int = 0
    unclear: int = 0
    untrue: int = 0
    """Told as done while the public sees otherwise, or shown twice."""
    stuck: int = 0

    def __str__(self) -> str:
        return " ".join(f"{name.replace('_', '-')}={value}" for name, value in vars(self).items())


def changes_plan() -> None:
    """Ask for the changes, due now."""
    from suluh.channels.frozen import Content
    from suluh.channels.models import Delivery
    from suluh.channels.services.amending import deliveries_correct, deliveries_withdraw
    from suluh.organization.rights import OPERATOR

    rows = Delivery.objects.filter(state=Delivery.State.LIVE).select_related("channel", "unit")
    for delivery in rows.order_by("id"):
        about = delivery.source.rsplit(":", 1)[0]
        number = int(about.split(":")[1])
        if number % EVERY == 0:
            deliveries_withdraw(about=about, reason="Uji", urgent=False, by=OPERATOR)
        elif number % EVERY == 1:
            content = Content.from_json(delivery.content)
            contents = {delivery.channel: replace(content, text=f"{content.text} {CORRECTED}")}
            deliveries_correct(about=about, source=f"{about}:2", unit=delivery.unit, contents=contents, by=OPERATOR)


def changes_counted(shown: Shown, now: datetime) -> Changes:
    """Compare every change with what stands on its account."""
    from suluh.channels.models import Delivery

    seen = Counter[tuple[str, str, bool]]()
    for post in shown.posts:
        title = str(post.more.get("title", ""))
        seen[post.platform, number_in(post.text, title), CORRECTED in post.text] += 1
    found = Changes()
    for change in Delivery.objects.exclude(amends=None).select_related("channel"):
        name, number = change.channel.platform, number_in(change.content["text"])
        old, new = seen[name, number, False], seen[name, number, True]
        found.asked += 1
        found.done += change.state in (Delivery.State.LIVE, Delivery.State.GONE)
        found.by_hand += change.state == Delivery.State.BY_HAND
        found.unclear += change.state == Delivery.State.UNCLEAR
        if change.state == Delivery.State.LIVE:
            found.untrue += (old, new) != (0, 1)
        if change.state == Delivery.State.GONE:
            found.untrue += (old, new) != (0, 0)
        found.stuck += ((change.settled_at or now) - change.due_at).total_seconds() > STUCK
    return found

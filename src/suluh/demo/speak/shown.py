"""What earlier days brought to the channels: deliveries that ended long ago, without a server that remembers them."""

from __future__ import annotations

from django.utils import timezone

from suluh.channels.models import Delivery
from suluh.channels.services.amending import amended
from suluh.channels.services.settled import close
from suluh.newsroom.models import Story
from suluh.platforms.values import Gone, Live

State = Delivery.State


def went_live(about: Story | str, origin: str, *, refused: dict[str, str] | None = None) -> int:
    """Every delivery of a thing that waits ends now as it was meant; the number of them.

    `refused` names platforms that turned theirs down, each with the reason. `origin` is the simulated platforms'
    address, below which `channels.posts_show_again` shows the posts to readers.
    """
    name = f"story:{about.pk}" if isinstance(about, Story) else about
    rows = Delivery.objects.filter(source__startswith=f"{name}:", state=State.WAITING, due_at__lte=timezone.now())
    found = list(rows.select_related("channel__account", "unit", "amends").order_by("pk"))
    for delivery in found:
        _end(delivery, origin, (refused or {}).get(delivery.channel.platform, ""))
    return len(found)


def _end(delivery: Delivery, origin: str, refusal: str) -> None:
    delivery.begun_at = delivery.sent_at = timezone.now()
    delivery.tries = 1
    if refusal:
        close(delivery, State.FAILED, event="delivery.failed", reason=refusal)
    elif delivery.deed == Delivery.Deed.WITHDRAW:
        amended(delivery, Gone())
    elif delivery.deed == Delivery.Deed.CORRECT:
        amended(delivery, Live(delivery.published.remote, delivery.published.url))
    else:
        channel = delivery.channel
        room = channel.account.platform if channel.account else channel.platform
        name = channel.handle.removeprefix("@") or delivery.unit.slug
        url = f"{origin}/{room}/{name}/{delivery.pk}"
        close(delivery, State.LIVE, event="delivery.live", remote=str(delivery.pk), url=url, reason="")

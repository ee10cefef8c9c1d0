"""A government's desk that publishes on real servers as a worker does."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.utils import timezone
from PIL import Image

from suluh.channels.frozen import Content, StoredMedium
from suluh.channels.models import Channel, Delivery
from suluh.channels.services.amending import deliveries_correct, deliveries_withdraw
from suluh.channels.services.connecting import channel_connect
from suluh.channels.services.pace import Pace
from suluh.channels.services.planning import deliveries_plan
from suluh.channels.services.pump import channel_run
from suluh.kernel.http.client import Client, Limits
from suluh.organization.media_store import keep
from suluh.organization.models import Account
from suluh.organization.rights import OPERATOR
from tests.world import World

PACE = Pace(lease=60.0, errand=30.0, looks=(0.1, 0.2, 0.4, 0.8), settles=0.0)
ABOUT = "story:1"
TITLE = "Imunisasi “campak” & rubela: jadwal puskesmas ≤ 2 km 🙂"
TEXT = (
    "Balita 9–59 bulan, Senin 6 April 2026 pukul 08.00 WIB.\n\n"
    "Rincian: https://dinkes.arunika.example/campak #imunisasi"
)


def poster(width: int = 640, height: int = 480) -> bytes:
    """A picture with some detail."""
    out = io.BytesIO()
    Image.effect_noise((width, height), 40).convert("RGB").save(out, "JPEG", quality=80)
    return out.getvalue()


@dataclass
class Desk:
    """One unit, one channel a platform, one thing to say."""

    world: World
    channels: dict[str, Channel] = field(default_factory=dict)

    def connect(self, platform: str, address: str, handle: str = "", **secrets: str) -> Channel:
        """A channel of the unit."""
        holder: Any = self.world.site
        if platform != "wordpress":
            holder = Account.objects.create(unit=self.world.health, platform=platform, handle=handle)
        channel = channel_connect(holder=holder, address=address, secrets=secrets, by=OPERATOR)
        self.channels[platform] = channel
        return channel

    def content(self, *, text: str = TEXT, title: str = TITLE, picture: bytes | None = None) -> Content:
        """What is said, with a picture where one is given."""
        if picture is None:
            return Content(text=text, title=title)
        name, digest = keep(picture)
        return Content(
            text=text, title=title, media=(StoredMedium(name, "image/jpeg", digest, "Poster jadwal & tempat"),)
        )

    def publish(self, platform: str, content: Content | None = None, revision: int = 1) -> Delivery:
        """Approve and let a worker do what is due."""
        (made,) = deliveries_plan(
            source=f"{ABOUT}:{revision}",
            unit=self.world.health,
            contents={self.channels[platform]: content or self.content()},
            due_at=timezone.now() - timedelta(seconds=1),
            by=OPERATOR,
        )
        self.work(platform)
        return again(made)

    def plan_past_the_rules(self, platform: str, content: Content) -> Delivery:
        """A delivery of what our own rules would have refused."""
        channel = self.channels[platform]
        return Delivery.objects.create(
            channel=channel,
            unit=channel.unit,
            source=f"{ABOUT}:99",
            content=content.as_json(),
            digest=content.digest,
            due_at=timezone.now(),
            next_at=timezone.now(),
        )

    def correct(self, platform: str, content: Content) -> Delivery:
        """Let the post show other words."""
        (made,) = deliveries_correct(
            about=ABOUT,
            source=f"{ABOUT}:2",
            unit=self.world.health,
            contents={self.channels[platform]: content},
            by=OPERATOR,
        )
        self.work(platform)
        return again(made)

    def withdraw(self, platform: str) -> Delivery:
        """Take the post down."""
        (made,) = deliveries_withdraw(about=ABOUT, reason="Jadwalnya batal.", by=OPERATOR)
        self.work(platform)
        return again(made)

    def forget_the_answer(self, delivery: Delivery) -> None:
        """As if the worker had died after the platform took the post and before it heard so."""
        Delivery.objects.filter(pk=delivery.pk).update(
            state=Delivery.State.SENDING, remote="", url="", notes={}, settled_at=None, next_at=timezone.now()
        )

    def work(self, platform: str) -> None:
        """What is due now and what falls due by it, pauses cut short."""
        client = Client(allow_private=True, limits=Limits(total=20.0))
        for _ in range(12):
            Delivery.objects.filter(state__in=Delivery.OPEN).update(next_at=timezone.now())
            Channel.objects.update(resting_until=None)
            if not channel_run(channel_id=self.channels[platform].pk, client=client, pace=PACE):
                return


def again(delivery: Delivery) -> Delivery:
    """The row as it is now."""
    return Delivery.objects.get(pk=delivery.pk)

"""A regency that speaks: one channel a platform, contents to deliver, and time that a test moves."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from suluh.channels.frozen import Content
from suluh.channels.models import Channel, Delivery
from suluh.channels.services.connecting import channel_connect
from suluh.channels.services.pace import Pace
from suluh.channels.services.planning import deliveries_plan
from suluh.channels.services.pump import channel_run
from suluh.demo.platforms.server import SimulatedPlatforms
from suluh.kernel.http.client import Client, Limits
from suluh.organization.models import Account
from suluh.organization.rights import OPERATOR
from suluh.platforms.values import Access
from tests.world import World

QUICK = Pace(lease=30.0, errand=10.0, looks=(0.0, 0.0, 0.0), settles=0.0)
SECRETS = {"user": "redaksi", "password": "abcd efgh", "token": "rahasia-sekali"}
TEXT = "Imunisasi campak untuk balita, Senin 6 April 2026 di semua puskesmas."


@dataclass
class Speaking:
    """The world, its servers and its channels by platform."""

    world: World
    servers: SimulatedPlatforms
    channels: dict[str, Channel] = field(default_factory=dict)
    numbers: int = 0

    def channel(self, platform: str, **secrets: str) -> Channel:
        """The channel of a platform, connected when it is first asked for."""
        if platform not in self.channels:
            holder = self.world.site if platform == "wordpress" else self._account(platform)
            simulated = platform in self.servers.platforms
            access = self.servers.access(platform, "dinkes") if simulated else Access("")
            given = {**access.secrets, **SECRETS, **secrets}
            self.channels[platform] = channel_connect(holder=holder, address=access.address, secrets=given, by=OPERATOR)
        return self.channels[platform]

    def _account(self, platform: str) -> Account:
        return Account.objects.create(unit=self.world.health, platform=platform, handle="@dinkes")

    def plan(self, *platforms: str, source: str = "", urgent: bool = False, text: str = TEXT) -> list[Delivery]:
        """Deliveries of one content, due now."""
        self.numbers += 1
        content = Content(text=f"{text} ({self.numbers})", title="Imunisasi campak")
        return deliveries_plan(
            source=source or f"story:{self.numbers}",
            unit=self.world.health,
            contents={self.channel(name): content for name in platforms},
            due_at=timezone.now() - timedelta(seconds=1),
            urgent=urgent,
            by=OPERATOR,
        )

    def run(self, platform: str, steps: int = 12) -> None:
        """Work through the channel as a worker does, as long as there is something to do."""
        for _ in range(steps):
            client = Client(allow_private=True, limits=Limits(total=15.0))
            if not channel_run(channel_id=self.channel(platform).pk, client=client, pace=QUICK):
                return

    @property
    def texts(self) -> list[str]:
        """What the public sees, oldest first."""
        return [post.text for post in self.servers.shown.posts]

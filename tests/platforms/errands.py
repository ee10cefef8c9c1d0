"""One errand to a simulated platform, as the channels would send it."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from suluh.demo.platforms.server import SimulatedPlatforms
from suluh.kernel.http.calls import Calls
from suluh.kernel.http.client import Client, Limits
from suluh.platforms.platform import platforms
from suluh.platforms.values import Access, Errand, Medium, Outcome, Post, Sighting

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
POST = Post(text="Imunisasi campak untuk balita.\n\nSenin, 6 April 2026 di puskesmas.", title="Imunisasi campak")
WITH_PICTURE = replace(POST, media=(Medium("poster.png", "image/png", PIXEL, "Poster jadwal imunisasi"),))
SECRETS = {"user": "redaksi", "password": "sandi-aplikasi", "token": "akun"}


def client() -> Client:
    return Client(allow_private=True, limits=Limits(total=1.0))


class Traveller:
    """Sends and looks for one post of one account; what it notes outlives it, as rows do."""

    def __init__(self, servers: SimulatedPlatforms, platform: str, post: Post = POST, **secrets: str) -> None:
        self.platform = platforms()[platform]
        address = servers.address(platform, "dinkes")
        self.access = Access(address, "akun" if platform == "mastodon" else "@dinkes", SECRETS | secrets)
        self.post, self.key, self.begun = post, uuid4().hex, datetime.now(UTC)
        self.kept: dict[str, str] = {}

    def send(self) -> Outcome:
        return asyncio.run(self._go("send"))

    def look(self) -> Sighting:
        return asyncio.run(self._go("look"))

    async def _go(self, deed: str):
        async with self._errand() as errand:
            return await getattr(self.platform, deed)(errand)

    @asynccontextmanager
    async def _errand(self):
        async def keep(name: str, value: str) -> None:
            self.kept[name] = value

        async with Calls(client()) as calls:
            yield Errand(self.post, self.access, self.key, self.begun, calls, dict(self.kept), keep)

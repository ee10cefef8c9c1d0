"""One errand to a simulated platform, as the channels would send it."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from suluh.demo.platforms.footage import picture
from suluh.demo.platforms.pages import HOSTED
from suluh.demo.platforms.server import SimulatedPlatforms
from suluh.kernel.http.calls import Calls
from suluh.kernel.http.client import Client, Limits
from suluh.platforms.platform import platforms
from suluh.platforms.values import Access, Change, Errand, Medium, Outcome, Post, Sighting

POST = Post(text="Imunisasi campak untuk balita.\n\nSenin, 6 April 2026 di puskesmas.", title="Imunisasi campak")
PHOTO = Medium(
    "poster.jpg", "image/jpeg", picture("image/jpeg", 1080, 1080), "Poster jadwal imunisasi", width=1080, height=1080
)
WITH_PICTURE = replace(POST, media=(PHOTO,))
SECRETS = {"user": "redaksi", "password": "sandi-aplikasi", "token": "akun"}


def client() -> Client:
    return Client(allow_private=True, limits=Limits(total=1.0))


def hosted(servers: SimulatedPlatforms, post: Post) -> Post:
    """The post with its media under addresses where platforms can fetch them."""
    media = []
    for medium in post.media:
        token = uuid4().hex
        servers.shown.files[token] = (medium.mime, medium.content)
        media.append(replace(medium, url=f"{servers.origin}{HOSTED}{token}/{medium.name}"))
    return replace(post, media=tuple(media))


class Traveller:
    """Sends and looks for one post of one account; what it notes outlives it, as rows do."""

    def __init__(self, servers: SimulatedPlatforms, platform: str, post: Post = POST, **secrets: str) -> None:
        self.platform = platforms()[platform]
        address = servers.address(platform, "dinkes")
        self.access = Access(address, "akun" if platform == "mastodon" else "@dinkes", SECRETS | secrets)
        if platform == "instagram" and post == POST:
            post = WITH_PICTURE  # there is no post without a picture there
        self.post = hosted(servers, post) if self.platform.rules.fetches else post
        self.key, self.begun = uuid4().hex, datetime.now(UTC)
        self.kept: dict[str, str] = {}
        self.remote = ""

    def send(self) -> Outcome:
        return asyncio.run(self._go("send"))

    def look(self) -> Sighting:
        return asyncio.run(self._go("look"))

    def remove(self) -> Change:
        return asyncio.run(self._go("remove"))

    async def _go(self, deed: str):
        async with self._errand() as errand:
            return await getattr(self.platform, deed)(errand)

    @asynccontextmanager
    async def _errand(self):
        async def keep(name: str, value: str) -> None:
            self.kept[name] = value

        async with Calls(client()) as calls:
            yield Errand(self.post, self.access, self.key, self.begun, calls, dict(self.kept), keep, self.remote)

"""One errand to a simulated platform, as the channels would send it."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from uuid import uuid4

from suluh.demo.platforms.faults import Fault
from suluh.demo.platforms.footage import Footage, clip, picture
from suluh.demo.platforms.pages import HOSTED
from suluh.demo.platforms.server import SimulatedPlatforms
from suluh.kernel.http.calls import Calls
from suluh.kernel.http.client import Client, Limits
from suluh.platforms.access import Renewed, Renews
from suluh.platforms.platform import platforms
from suluh.platforms.values import Access, Change, Errand, Medium, Outcome, Post, Sighting

POST = Post(text="Imunisasi campak untuk balita.\n\nSenin, 6 April 2026 di puskesmas.", title="Imunisasi campak")
PHOTO = Medium(
    "poster.jpg", "image/jpeg", picture("image/jpeg", 1080, 1080), "Poster jadwal imunisasi", width=1080, height=1080
)
WITH_PICTURE = replace(POST, media=(PHOTO,))
FILM = Footage(1080, 1920, 20.0, "h264", "aac")
VIDEO = Medium("liputan.mp4", "video/mp4", clip(FILM, 6_000_000), "Anak diimunisasi", **asdict(FILM))
WITH_VIDEO = replace(POST, media=(VIDEO,))
SECRETS = {"user": "redaksi", "password": "sandi-aplikasi", "token": "akun"}


def client(servers: SimulatedPlatforms | None = None) -> Client:
    """Gives up soon where the next answer is to stay out; else it waits, as a busy machine may need."""
    silence = servers is not None and Fault.SILENT_AFTER in servers.script.plan
    return Client(allow_private=True, limits=Limits(total=1.0 if silence else 15.0))


def hosted(servers: SimulatedPlatforms, post: Post) -> Post:
    """The post with its media under addresses where platforms can fetch them."""
    media = []
    for medium in post.media:
        token = uuid4().hex
        servers.shown.files[token] = (medium.mime, medium.content)
        media.append(replace(medium, url=f"{servers.origin}{HOSTED}{token}/{medium.name}"))
    return replace(post, media=tuple(media))


def fresh(servers: SimulatedPlatforms, platform: str, account: str, secrets: dict[str, str]) -> Access:
    """Access with a token that has just been renewed, or with the one among `secrets`."""
    access = servers.access(platform, account)
    access = replace(access, secrets={**access.secrets, "refresh": f"segar-{account}-{uuid4().hex[:8]}"})
    if "token" in secrets:
        return replace(access, secrets={**access.secrets, **secrets})

    async def renewed() -> Renewed:
        async with Calls(client()) as calls:
            return await platforms()[platform].renew(access, calls)

    return replace(access, secrets={**access.secrets, **asyncio.run(renewed()).secrets})


class Traveller:
    """Sends and looks for one post of one account; what it notes outlives it, as rows do."""

    def __init__(
        self, servers: SimulatedPlatforms, platform: str, post: Post = POST, *, account: str = "dinkes", **secrets: str
    ) -> None:
        self.servers, self.platform = servers, platforms()[platform]
        if isinstance(self.platform, Renews):
            self.access = fresh(servers, platform, account, secrets)
        else:
            address = servers.address(platform, account)
            self.access = Access(address, "akun" if platform == "mastodon" else "@dinkes", SECRETS | secrets)
        if platform == "instagram" and post == POST:
            post = WITH_PICTURE  # there is no post without a picture there
        if platform in ("youtube", "tiktok") and post in (POST, WITH_PICTURE):
            post = WITH_VIDEO  # nor one without a video
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

        async with Calls(client(self.servers)) as calls:
            yield Errand(self.post, self.access, self.key, self.begun, calls, dict(self.kept), keep, self.remote)

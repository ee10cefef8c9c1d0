"""Posting to a professional Instagram account with a token of the Instagram interface."""

from __future__ import annotations

from datetime import datetime

from suluh.kernel.http.calls import Calls
from suluh.platforms import containers, graph_feed
from suluh.platforms.access import Renewed, Sound
from suluh.platforms.consent import Admitted, Consent, Place
from suluh.platforms.graph import Columns, checked, prolonged
from suluh.platforms.graph_consent import owner_admitted
from suluh.platforms.platform import Need, Steps
from suluh.platforms.public import Profile, Recent
from suluh.platforms.texts import with_link
from suluh.platforms.values import Access, Errand, Means, Outcome, Refused, Sighting, Unsure

from .rules import RULES

EDGES = containers.Edges(
    make="media",
    publish="media_publish",
    listed="media",
    quota="content_publishing_limit",
    status="status_code",
    text="caption",
    still="",
    who="Pengelola akun Instagram ini",
)
SHOWN = Columns(EDGES.text, "timestamp", "permalink")


class Instagram:
    """A professional account."""

    name = "instagram"
    label = "Instagram"
    home = "https://graph.instagram.com/v26.0"
    means = Means.PREPARED
    settles = 20.0
    pace = 0.0
    rules = RULES
    own_eyes = True
    by_hand = Steps(
        correct="Instagram tidak menerima perubahan lewat program. Buka kirimannya di aplikasi, tekan ⋯, pilih Edit, "
        "lalu ganti keterangannya. Gambar tidak dapat diganti: untuk itu hapus dan terbitkan lagi.",
        withdraw="Instagram tidak menerima penghapusan lewat program. Buka kirimannya di aplikasi, tekan ⋯ lalu Hapus.",
    )
    consent = Consent(
        authorize=Place("/oauth/authorize", "https://www.instagram.com/oauth/authorize"),
        token=Place("/oauth/access_token", "https://api.instagram.com/oauth/access_token"),
        scopes=("instagram_business_basic", "instagram_business_content_publish"),
        between=",",
    )
    needs = (
        Need("token", "Token akses", "Aplikasi Meta pemda › Instagram › token berjangka panjang akun profesional ini."),
    )

    async def send(self, errand: Errand) -> Outcome:
        """A container with caption and media, then its publishing; a single video is a reel."""
        media = errand.post.media
        reel = len(media) == 1 and media[0].mime.startswith("video/")
        container = {"caption": with_link(errand.post), **({"media_type": "REELS"} if reel else {})}
        return await containers.send(errand, EDGES, container)

    async def look(self, errand: Errand) -> Sighting:
        """Ask the container, or the account's own media."""
        return await containers.look(errand, EDGES)

    async def recent(self, profile: Profile, calls: Calls, since: datetime) -> Recent:
        """The account's own posts, told to the account alone."""
        return await graph_feed.recent(profile, calls, since, EDGES.listed, SHOWN)

    async def check(self, access: Access, calls: Calls) -> Sound | Refused | Unsure:
        """Ask whose token it is."""
        return await checked(access, calls, EDGES.who)

    async def admitted(self, access: Access, calls: Calls) -> Admitted | Refused | Unsure:
        """The account that said yes, for sixty days."""
        return await owner_admitted(access, calls, "ig_exchange_token")

    async def prolong(self, access: Access, calls: Calls) -> Renewed | Refused | Unsure:
        """Sixty days more."""
        return await prolonged(access, calls, "ig_refresh_token", EDGES.who)

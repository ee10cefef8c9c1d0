"""Posting to a Threads account with a token of the Threads interface."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from suluh.kernel.http.calls import CallBroken, Calls
from suluh.platforms import containers, graph_feed
from suluh.platforms.access import Renewed, Sound
from suluh.platforms.answers import ORIGINAL_GONE, broken
from suluh.platforms.consent import Admitted, Consent, Place
from suluh.platforms.graph import Columns, ask, checked, is_gone, judged, prolonged
from suluh.platforms.graph_consent import owner_admitted
from suluh.platforms.pages import page_of
from suluh.platforms.platform import Need, Steps
from suluh.platforms.public import Profile, Recent
from suluh.platforms.texts import with_link
from suluh.platforms.values import Absent, Access, Change, Errand, Live, Means, Outcome, Refused, Sighting, Unsure

from .rules import RULES

EDGES = containers.Edges(
    make="threads",
    publish="threads_publish",
    listed="threads",
    quota="threads_publishing_limit",
    status="status",
    text="text",
    still="IMAGE",
    who="Pengelola akun Threads ini",
)
SHOWN = Columns(EDGES.text, "timestamp", "permalink")
CARRIED = "reposted_post,link_attachment_url"


class Threads:
    """An account."""

    name = "threads"
    label = "Threads"
    home = "https://graph.threads.com/v1.0"
    means = Means.PREPARED
    settles = 20.0
    pace = 0.0
    rules = RULES
    own_eyes = True
    by_hand = Steps(
        correct="Threads tidak menerima perubahan lewat program, dan di aplikasi hanya pada menit-menit pertama. "
        "Hapus kirimannya lalu terbitkan yang benar, atau balas kirimannya dengan ralat.",
    )
    repost_cost = None
    consent = Consent(
        authorize=Place("/oauth/authorize", "https://threads.com/oauth/authorize"),
        token=Place("/oauth/access_token", "https://graph.threads.com/oauth/access_token"),
        scopes=("threads_basic", "threads_content_publish", "threads_delete"),
        between=",",
    )
    needs = (Need("token", "Token akses", "Aplikasi Meta pemda › Threads › token berjangka panjang akun ini."),)

    async def send(self, errand: Errand) -> Outcome:
        """A container with text and media, then its publishing."""
        media = errand.post.media
        kind = "TEXT" if not media else "VIDEO" if media[0].mime.startswith("video/") else "IMAGE"
        return await containers.send(errand, EDGES, {"media_type": kind, "text": with_link(errand.post)})

    async def look(self, errand: Errand) -> Sighting:
        """Ask the container, or the account's own posts."""
        return await containers.look(errand, EDGES)

    async def recent(self, profile: Profile, calls: Calls, since: datetime) -> Recent:
        """The account's own posts and reposts, told to the account alone."""
        return await graph_feed.recent(profile, calls, since, EDGES.listed, SHOWN, CARRIED)

    async def check(self, access: Access, calls: Calls) -> Sound | Refused | Unsure:
        """Ask whose token it is."""
        return await checked(access, calls, EDGES.who)

    async def admitted(self, access: Access, calls: Calls) -> Admitted | Refused | Unsure:
        """The account that said yes, for sixty days."""
        return await owner_admitted(access, calls, "th_exchange_token")

    async def prolong(self, access: Access, calls: Calls) -> Renewed | Refused | Unsure:
        """Sixty days more."""
        return await prolonged(access, calls, "th_refresh_token", EDGES.who)

    async def repost(self, errand: Errand) -> Outcome:
        """Carry the post on; Threads does so each time that it is asked."""
        try:
            reply = await ask(errand, "POST", f"{errand.original.remote}/repost")
        except CallBroken as fault:
            return broken(fault)
        if reply.ok and reply.field("id"):
            return _carried(errand, reply.field("id"))
        return Refused(ORIGINAL_GONE) if is_gone(reply) else judged(reply, EDGES.who)

    async def reposted(self, errand: Errand) -> Sighting:
        """Find it among what the account carries on."""
        params = {"fields": "id,media_type,reposted_post", "limit": "50"}
        try:
            reply = await ask(errand, "GET", "me/threads", params=params)
        except CallBroken as fault:
            return Unsure(str(fault))
        said = reply.json()
        rows = said.get("data") if isinstance(said, dict) else None
        if not reply.ok or not isinstance(rows, list):
            return Unsure(judged(reply, EDGES.who).reason)
        made = next((str(row["id"]) for row in rows if _carries(row, errand.original.remote)), "")
        return _carried(errand, made) if made else Absent()

    async def remove(self, errand: Errand) -> Change:
        """Delete the post; Threads changes none."""
        return await containers.remove(errand, EDGES)


def _carries(row: Any, number: str) -> bool:
    """True for a repost of the post of this number."""
    original = row.get("reposted_post") if isinstance(row, dict) else None
    return isinstance(original, dict) and str(original.get("id")) == number and bool(row.get("id"))


def _carried(errand: Errand, made: str) -> Live:
    """Reposts stand on the account's page."""
    return Live(made, page_of(errand.access, "https://www.threads.com", f"/@{errand.access.handle.removeprefix('@')}"))

"""What a channel of YouTube showed of late: its feed of the newest fifteen videos, which asks for no key."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from suluh.kernel.http.calls import Calls, Reply
from suluh.platforms.oauth import TOKEN, bearer
from suluh.platforms.public import Profile, PublicPost, Recent, moment, rows, told, word
from suluh.platforms.values import Unsure

SITE = "https://www.youtube.com"
CHANNEL = re.compile(r"(?:/channel/|channel_id=|\"externalId\":\")(UC[\w-]{3,40})")
LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]")


async def recent(profile: Profile, calls: Calls, since: datetime) -> Recent:
    """Titles and descriptions; a video is its own, so what it carries on are the addresses in its description."""
    channel = await _channel(profile, calls)
    if isinstance(channel, Unsure):
        return channel
    headers = {"Accept": "application/atom+xml, application/xml"}
    site = profile.service(SITE)
    reply = await told(calls.call("GET", f"{site}/feeds/videos.xml", params={"channel_id": channel}, headers=headers))
    if not isinstance(reply, Reply):
        return reply
    import feedparser  # slow to import: only for who looks for carriers

    found = [_post(entry) for entry in feedparser.parse(reply.body).entries]
    return tuple(one for one in found if one is not None and one.at >= since)


async def _channel(profile: Profile, calls: Calls) -> str | Unsure:
    """The channel's id: in its address, told to the account itself, or written on the channel's page."""
    known = CHANNEL.search(profile.page)
    if known:
        return known[1]
    if profile.access is not None and profile.access.secrets.get(TOKEN):
        address = f"{profile.access.address.rstrip('/')}/youtube/v3/channels"
        params = {"part": "id", "mine": "true"}
        mine = await told(calls.call("GET", address, params=params, headers=bearer(profile.access)))
        if isinstance(mine, Reply):
            return next((word(row, "id") for row in rows(mine.json(), "items")), "") or Unsure("Tidak ada kanal.")
    page = profile.page or f"{profile.service(SITE)}/@{profile.name}"
    reply = await told(calls.call("GET", page, headers={"Accept": "text/html"}))
    if not isinstance(reply, Reply):
        return reply
    written = CHANNEL.search(reply.body.decode(errors="replace"))
    return written[1] if written else Unsure("Kanalnya tidak ditemukan: isi alamat kanal di register.")


def _post(entry: Any) -> PublicPost | None:
    at, url = moment(entry.get("published", "")), str(entry.get("link", ""))
    if at is None or not url:
        return None
    text = f"{entry.get('title', '')}\n\n{entry.get('summary', '')}"
    return PublicPost(url, text, at, tuple(LINK.findall(text)))

"""What a Mastodon account showed of late, from its own instance, which tells it to anybody."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from suluh.kernel.http.calls import Calls, Reply
from suluh.platforms.public import Profile, PublicPost, Recent, links, moment, plain, rows, told, word
from suluh.platforms.values import Unsure


async def recent(profile: Profile, calls: Calls, since: datetime) -> Recent:
    """Statuses and boosts. The instance is that of the account's access, its page, or its full name."""
    instance = _instance(profile)
    if not instance:
        return Unsure("Instansi akun ini tidak diketahui: isi alamat halamannya di register.")
    name = profile.name.split("@")[0]
    who = await told(calls.call("GET", f"{instance}/api/v1/accounts/lookup", params={"acct": name}))
    if not isinstance(who, Reply):
        return who
    number = who.field("id")
    if not number:
        return Unsure("Server menjawab tanpa akun.")
    params = {"limit": "40", "exclude_replies": "true"}
    reply = await told(calls.call("GET", f"{instance}/api/v1/accounts/{number}/statuses", params=params))
    if not isinstance(reply, Reply):
        return reply
    page = f"{instance}/@{name}"
    found = [_post(row, page) for row in rows({"statuses": reply.json()}, "statuses")]
    return tuple(one for one in found if one is not None and one.at >= since)


def _instance(profile: Profile) -> str:
    if profile.access is not None:
        return profile.access.address.rstrip("/")
    page = urlsplit(profile.page)
    if page.hostname:
        return f"{page.scheme}://{page.netloc}{page.path.partition('/@')[0]}".rstrip("/")
    host = profile.name.partition("@")[2]
    return f"https://{host}" if host else ""


def _post(row: dict[str, Any], page: str) -> PublicPost | None:
    at, boosted = moment(word(row, "created_at")), row.get("reblog")
    if at is None:
        return None
    if isinstance(boosted, dict):
        original = tuple(one for one in (word(boosted, "url"), word(boosted, "uri")) if one)
        return PublicPost(page, plain(word(boosted, "content")), at, original)
    markup = word(row, "content")
    card = word(row, "card", "url")
    return PublicPost(word(row, "url") or page, plain(markup), at, (*links(markup), *([card] if card else [])))

"""What a Bluesky account showed of late, from the public interface, which asks for no login."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from suluh.kernel.http.calls import Calls, Reply
from suluh.platforms.pages import LOCAL
from suluh.platforms.public import MOST, Profile, PublicPost, Recent, moment, rows, told, word

PUBLIC = "https://public.api.bsky.app"
SITE = "https://bsky.app"


async def recent(profile: Profile, calls: Calls, since: datetime) -> Recent:
    """Posts and reposts; links stand in facets and cards, quotes in the embedded record."""
    service = profile.service(PUBLIC)
    params = {"actor": profile.name, "limit": str(MOST), "filter": "posts_no_replies"}
    reply = await told(calls.call("GET", f"{service}/xrpc/app.bsky.feed.getAuthorFeed", params=params))
    if not isinstance(reply, Reply):
        return reply
    site = service if service.partition("://")[2].partition(":")[0] in LOCAL else SITE
    found = [_post(row, site, profile.name) for row in rows(reply.json(), "feed")]
    return tuple(one for one in found if one is not None and one.at >= since)


def _post(row: dict[str, Any], site: str, name: str) -> PublicPost | None:
    post, uri = row.get("post"), word(row, "post", "uri")
    reason = row.get("reason")
    carried = isinstance(reason, dict) and word(reason, "$type").endswith("#reasonRepost")
    at = moment(word(row, "reason", "indexedAt") if carried else word(post, "record", "createdAt"))
    if at is None or not uri:
        return None
    if carried:
        return PublicPost(f"{site}/profile/{name}", word(post, "record", "text"), at, (uri,))
    url = f"{site}/profile/{name}/post/{uri.rsplit('/', 1)[-1]}"
    return PublicPost(url, word(post, "record", "text"), at, _carried(row["post"].get("record")))


def _carried(record: Any) -> tuple[str, ...]:
    features = [one for facet in rows(record, "facets") for one in rows(facet, "features")]
    embed = record.get("embed") if isinstance(record, dict) else None
    found = [word(one, "uri") for one in features]
    found += [word(embed, "external", "uri"), word(embed, "record", "uri"), word(embed, "record", "record", "uri")]
    return tuple(one for one in found if one)

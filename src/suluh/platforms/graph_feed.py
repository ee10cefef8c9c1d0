"""What an account of Meta's services showed of late, told to the account itself; to nobody else without a review."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from suluh.kernel.http.calls import Calls, Reply
from suluh.platforms.graph import Columns
from suluh.platforms.oauth import bearer
from suluh.platforms.public import Profile, PublicPost, Recent, moment, rows, told, word
from suluh.platforms.values import Unsure


async def recent(
    profile: Profile, calls: Calls, since: datetime, edge: str, columns: Columns, more: str = ""
) -> Recent:
    """The account's own newest posts of an edge; `more` are fields that say what a post carries on."""
    if profile.access is None:
        return Unsure("Layanan ini hanya bercerita kepada akun yang tersambung.")
    fields = ",".join(one for one in ("id", columns.text, columns.time, columns.address, more) if one)
    address = f"{profile.access.address.rstrip('/')}/me/{edge}"
    params = {"fields": fields, "limit": "25"}
    reply = await told(calls.call("GET", address, params=params, headers=bearer(profile.access)))
    if not isinstance(reply, Reply):
        return reply
    found = [_post(row, columns) for row in rows(reply.json(), "data")]
    return tuple(one for one in found if one is not None and one.at >= since)


def _post(row: dict[str, Any], columns: Columns) -> PublicPost | None:
    at = moment(word(row, columns.time))
    if at is None:
        return None
    attached = [word(one, "unshimmed_url") for one in rows(row, "attachments", "data")]
    carried = (word(row, "reposted_post", "id"), word(row, "link_attachment_url"), *attached)
    return PublicPost(word(row, columns.address), word(row, columns.text), at, tuple(one for one in carried if one))

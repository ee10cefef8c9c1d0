"""A live video of YouTube: its words changed, itself taken down (videos.update and videos.delete of the Data API)."""

from __future__ import annotations

from typing import Any

from suluh.kernel.http.calls import CallBroken, Reply
from suluh.platforms.answers import broken, understood
from suluh.platforms.oauth import bearer
from suluh.platforms.texts import with_link
from suluh.platforms.values import ByHand, Change, Errand, Gone, Unsure

SNIPPET = ("title", "description", "tags", "categoryId", "defaultLanguage", "defaultAudioLanguage")
"""What an update writes anew; what it leaves out, YouTube empties."""
NO_RIGHT = (
    "Token kanal ini hanya boleh mengunggah. Hubungkan ulang dengan cakupan youtube.force-ssl, "
    "atau ubah dan hapus videonya di studio.youtube.com › Konten."
)


async def reworded(errand: Errand) -> Reply | Change:
    """Give the video its new title and description, and leave everything else that was said of it."""
    found = await _called(errand, "GET", params={"part": "snippet", "id": errand.remote})
    if not isinstance(found, Reply):
        return found
    said = found.json()
    items = said.get("items") if isinstance(said, dict) else None
    if not isinstance(items, list):
        return understood(found)
    if not items:
        return Gone()
    snippet: dict[str, Any] = items[0].get("snippet") or {}
    kept = {name: snippet[name] for name in SNIPPET if name in snippet}
    words = {"title": errand.post.title.strip(), "description": with_link(errand.post)}
    body = {"id": errand.remote, "snippet": {**kept, **words}}
    answer = await _called(errand, "PUT", params={"part": "snippet"}, json=body)
    if isinstance(answer, Reply) and answer.field("id") != errand.remote:
        return Unsure("YouTube menjawab tanpa videonya.")
    return answer


async def deleted(errand: Errand) -> Change:
    """Take the video down for good."""
    answer = await _called(errand, "DELETE", params={"id": errand.remote})
    if not isinstance(answer, Reply):
        return answer
    return Gone() if answer.status == 204 else Unsure("YouTube tidak menyatakan videonya terhapus.")


async def _called(errand: Errand, method: str, **carried: Any) -> Reply | Change:
    """The answer of one call about the video where it succeeded, else what it means."""
    address = f"{errand.access.address.rstrip('/')}/youtube/v3/videos"
    try:
        reply = await errand.calls.call(method, address, headers=bearer(errand.access), **carried)
    except CallBroken as fault:
        return broken(fault)
    if reply.ok:
        return reply
    reason = refusal_reason(reply)
    if reply.status == 404 or reason == "videoNotFound":
        return Gone()
    if reason in ("insufficientPermissions", "forbidden"):
        return ByHand(NO_RIGHT)
    return understood(reply, reply.field("error", "message"))


def refusal_reason(reply: Reply) -> str:
    """YouTube's own word for why it refuses; "" when it gives none."""
    said = reply.json()
    error = said.get("error") if isinstance(said, dict) else None
    errors = error.get("errors") if isinstance(error, dict) else None
    first = errors[0] if isinstance(errors, list) and errors else None
    return str(first.get("reason", "")) if isinstance(first, dict) else ""

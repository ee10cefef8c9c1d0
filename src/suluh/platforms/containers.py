"""Publishing in two steps, as Instagram and Threads do: a container is made, and shown at most once.

A container is worked on for a while, can be asked how it is, and expires after a day. The platform fetches media
itself, from a public address.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from suluh.kernel.http.calls import CallBroken, Reply
from suluh.platforms.answers import FIRST_WAIT, LONGEST_WAIT, broken
from suluh.platforms.graph import (
    NOWHERE,
    SOON,
    Columns,
    NotPublished,
    ask,
    before,
    changed_by,
    found_among,
    is_gone,
    made,
    require_no_complaints,
    weighed,
)
from suluh.platforms.values import Absent, Change, Errand, Gone, Later, Live, Medium, Outcome, Refused, Sighting, Unsure


@dataclass(frozen=True, slots=True)
class Edges:
    """How one platform calls its edges and fields below an account."""

    make: str
    publish: str
    listed: str
    quota: str
    status: str
    text: str
    still: str
    """What it calls a picture among several media, a video being "VIDEO" everywhere; "" where nothing is said."""
    who: str
    """Who can connect the account again, at the beginning of a sentence."""


async def send(errand: Errand, edges: Edges, container: Mapping[str, str]) -> Outcome:
    """Make the container, or take up the one that an earlier try left, and publish it."""
    try:
        ready = await _ready(errand, edges, container)
    except CallBroken as fault:
        return Later(FIRST_WAIT, f"Layanan belum dapat dihubungi ({fault}).")
    except NotPublished as fault:
        return fault.outcome
    if isinstance(ready, Live):
        return ready
    try:
        reply = await ask(errand, "POST", f"me/{edges.publish}", form={"creation_id": ready})
    except CallBroken as fault:
        return broken(fault)
    number = reply.field("id")
    if reply.ok and number:
        return Live(number, await _permalink(errand, number))
    return await weighed(errand, reply, edges.who)


async def look(errand: Errand, edges: Edges) -> Sighting:
    """Ask the container how it is, and the account's own posts where none was noted."""
    noted = errand.notes.get("container", "")
    try:
        found = await (_state(errand, edges, noted) if noted else _listed(errand, edges))
    except CallBroken as fault:
        return Unsure(str(fault))
    except NotPublished as fault:
        return Unsure(fault.outcome.reason)
    return found if isinstance(found, Live) else Absent()


async def remove(errand: Errand, edges: Edges) -> Change:
    """Delete the post; one that is known by its container only is found among the account's own first."""
    answer = await changed_by(errand, "DELETE", errand.remote, edges.who)
    if isinstance(answer, Gone):
        try:
            found = await _listed(errand, edges)
        except CallBroken as fault:
            return Unsure(str(fault))
        except NotPublished as fault:
            return Unsure(fault.outcome.reason)
        if found is None or found.remote == errand.remote:
            return answer
        answer = await changed_by(errand, "DELETE", found.remote, edges.who)
    return Gone() if isinstance(answer, Reply) else answer


async def _ready(errand: Errand, edges: Edges, container: Mapping[str, str]) -> str | Live:
    """The container to publish; Live when it was published meanwhile."""
    require_no_complaints(errand)
    noted = errand.notes.get("container", "")
    if noted:
        state = await _state(errand, edges, noted)
        if state not in ("EXPIRED", "ERROR"):
            return noted if isinstance(state, str) else state
    await _require_quota(errand, edges)
    return await errand.note("container", await _contained(errand, edges, container))


async def _state(errand: Errand, edges: Edges, container: str) -> Live | str:
    """Live when the container was published, else its state; "ERROR" also for one that is gone.

    Raises:
        NotPublished: the platform works on it still, or does not say.
    """
    reply = await ask(errand, "GET", container, params={"fields": edges.status})
    state = reply.field(edges.status)
    if state == "PUBLISHED":
        return await _listed(errand, edges) or Live(container)
    if state == "IN_PROGRESS":
        raise NotPublished(Later(SOON, "Layanan masih mengolah medianya."))
    if not state and not is_gone(reply):
        raise NotPublished(before(reply, edges.who))
    return state or await _listed(errand, edges) or "ERROR"


async def _listed(errand: Errand, edges: Edges) -> Live | None:
    """The post among the account's own recent ones, by its words and time.

    Raises:
        NotPublished: the platform does not say what it shows.
    """
    params = {"fields": f"id,{edges.text},permalink,timestamp", "limit": "25"}
    reply = await ask(errand, "GET", f"me/{edges.listed}", params=params)
    return found_among(reply, errand, Columns(edges.text, "timestamp", "permalink"), edges.who)


async def _contained(errand: Errand, edges: Edges, container: Mapping[str, str]) -> str:
    """A container with everything in it; several media have one each first."""
    media = errand.post.media
    if any(not medium.url for medium in media):
        raise NotPublished(Refused(NOWHERE))
    if len(media) < 2:
        form = {**container, **(_fetched(media[0]) if media else {})}
        return await made(errand, f"me/{edges.make}", edges.who, form=form)
    children = []
    for number, medium in enumerate(media):
        noted = errand.notes.get(f"child-{number}", "")
        if not noted:
            film = medium.mime.startswith("video/")
            kind = {"media_type": "VIDEO" if film else edges.still} if film or edges.still else {}
            form = {**_fetched(medium), **kind, "is_carousel_item": "true"}
            child = await made(errand, f"me/{edges.make}", edges.who, form=form)
            noted = await errand.note(f"child-{number}", child)
        children.append(noted)
    form = {**container, "media_type": "CAROUSEL", "children": ",".join(children)}
    return await made(errand, f"me/{edges.make}", edges.who, form=form)


def _fetched(medium: Medium) -> dict[str, str]:
    """Where the platform finds a medium, and what a picture shows."""
    if medium.mime.startswith("video/"):
        return {"video_url": medium.url}
    return {"image_url": medium.url, **({"alt_text": medium.alt} if medium.alt else {})}


async def _require_quota(errand: Errand, edges: Edges) -> None:
    """Nothing is begun that the account's quota, as the platform tells it now, would refuse; a silent one is not asked.

    Raises:
        NotPublished: the quota is used up.
    """
    try:
        reply = await ask(errand, "GET", f"me/{edges.quota}", params={"fields": "quota_usage,config"})
    except CallBroken:
        return
    quota = _quota(reply)
    if quota is not None and quota[0] >= quota[1]:
        told = f"Jatah kiriman akun ini habis: {quota[0]} dari {quota[1]}. Suluh mencoba lagi nanti."
        raise NotPublished(Later(LONGEST_WAIT, told))


def _quota(reply: Reply) -> tuple[int, int] | None:
    """Posts made and allowed; None when the answer does not say."""
    try:
        row = reply.json()["data"][0]
        return int(row["quota_usage"]), int(row["config"]["quota_total"])
    except (TypeError, KeyError, IndexError, ValueError):
        return None


async def _permalink(errand: Errand, number: str) -> str:
    """Where readers find it; "" when the platform does not say now. It is live either way."""
    try:
        return (await ask(errand, "GET", number, params={"fields": "permalink"})).field("permalink")
    except CallBroken:
        return ""

"""Posting to a Bluesky account with an app password."""

from __future__ import annotations

from typing import Any

from suluh.kernel.http.calls import CallBroken, Reply
from suluh.platforms.answers import FIRST_WAIT, broken, understood, unpublished
from suluh.platforms.pages import page_of
from suluh.platforms.platform import Need
from suluh.platforms.texts import with_link
from suluh.platforms.values import Absent, Errand, Later, Live, Means, Medium, Outcome, Sighting, Unsure

from .records import post_record, record_key
from .rules import RULES

COLLECTION = "app.bsky.feed.post"


class Bluesky:
    """An account on a server of the AT Protocol."""

    name = "bluesky"
    label = "Bluesky"
    means = Means.KEYED
    settles = 5.0
    pace = 0.0
    rules = RULES
    needs = (Need("password", "Sandi aplikasi", "Bluesky › Settings › Privacy and security › App passwords."),)

    async def send(self, errand: Errand) -> Outcome:
        """Write the record under its own key; a repeat writes the same record again."""
        try:
            signed = await _sign_in(errand)
            if not isinstance(signed, tuple):
                return signed
            did, bearer = signed
            images = []
            for medium in errand.post.media:
                blob = await _uploaded(errand, bearer, medium)
                if not isinstance(blob, dict):
                    return blob
                images.append({"alt": medium.alt, "image": blob})
            key = record_key(errand.begun, errand.key)
            record = post_record(with_link(errand.post), errand.begun, images)
            body = {"repo": did, "collection": COLLECTION, "rkey": key, "record": record}
            reply = await _ask(errand, "POST", "com.atproto.repo.putRecord", json=body, headers=bearer)
        except CallBroken as fault:
            return broken(fault)
        if reply.ok and reply.field("uri"):
            return _live(errand, reply.field("uri"))
        if reply.status == 400 and reply.field("error") == "InvalidRequest":
            return Unsure(f"Bluesky menolak bentuk kiriman: {reply.field('message')[:160]}")
        return understood(reply, reply.field("message"))

    async def look(self, errand: Errand) -> Sighting:
        """Ask for the record by its key; no login is needed to read."""
        repo = errand.notes.get("did") or errand.access.handle
        params = {"repo": repo, "collection": COLLECTION, "rkey": record_key(errand.begun, errand.key)}
        try:
            reply = await _ask(errand, "GET", "com.atproto.repo.getRecord", params=params)
        except CallBroken as fault:
            return Unsure(str(fault))
        if reply.ok and reply.field("uri"):
            return _live(errand, reply.field("uri"))
        if reply.field("error") == "RecordNotFound":
            return Absent()
        return Unsure(f"Bluesky menjawab {reply.status}.")


async def _ask(errand: Errand, method: str, name: str, **carried: Any) -> Reply:
    return await errand.calls.call(method, f"{errand.access.address.rstrip('/')}/xrpc/{name}", **carried)


async def _sign_in(errand: Errand) -> tuple[str, dict[str, str]] | Outcome:
    """The account's id and the header of a session. Nothing is public before it, so a failure is certain."""
    body = {"identifier": errand.access.handle, "password": errand.access.secrets.get("password", "")}
    reply = await _before(errand, "com.atproto.server.createSession", json=body)
    if not isinstance(reply, Reply):
        return reply
    did, token = reply.field("did"), reply.field("accessJwt")
    if not did or not token:
        return Later(FIRST_WAIT, "Bluesky menjawab tanpa sesi. Periksa alamat layanan akun ini bila berulang.")
    await errand.note("did", did)
    return did, {"Authorization": f"Bearer {token}"}


async def _uploaded(errand: Errand, bearer: dict[str, str], medium: Medium) -> dict[str, Any] | Outcome:
    headers = {**bearer, "Content-Type": medium.mime}
    reply = await _before(errand, "com.atproto.repo.uploadBlob", body=medium.content, headers=headers)
    if not isinstance(reply, Reply):
        return reply
    blob = (reply.json() or {}).get("blob")
    return blob if isinstance(blob, dict) else Later(FIRST_WAIT, "Bluesky belum menerima gambarnya.")


async def _before(errand: Errand, name: str, **carried: Any) -> Reply | Outcome:
    """A call that publishes nothing: what it leaves unclear is certain not to be public."""
    return await unpublished(_ask(errand, "POST", name, **carried))


def _live(errand: Errand, uri: str) -> Live:
    key = uri.rsplit("/", 1)[-1]
    path = f"/profile/{errand.access.handle}/post/{key}"
    return Live(uri, page_of(errand.access, "https://bsky.app", path))

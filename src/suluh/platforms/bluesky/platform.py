"""Posting to a Bluesky account with an app password."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from suluh.kernel.http.calls import CallBroken, Calls, Reply
from suluh.platforms.access import Sound, asked
from suluh.platforms.answers import (
    FIRST_WAIT,
    ORIGINAL_GONE,
    before_publishing,
    broken,
    changed,
    clean,
    rest_of,
    understood,
    unpublished,
)
from suluh.platforms.pages import page_of
from suluh.platforms.platform import Need
from suluh.platforms.public import Profile, Recent
from suluh.platforms.texts import with_link
from suluh.platforms.values import (
    Absent,
    Access,
    Change,
    Errand,
    Gone,
    Later,
    Live,
    Means,
    Medium,
    Outcome,
    Refused,
    Sighting,
    Unsure,
)

from .feed import recent
from .records import post_record, record_key, repost_record
from .rules import RULES

COLLECTION = "app.bsky.feed.post"
REPOSTS = "app.bsky.feed.repost"
INVALID = f"Invalid {COLLECTION} record"
"""What a server says of a record before it writes it."""


class Bluesky:
    """An account on a server of the AT Protocol."""

    name = "bluesky"
    label = "Bluesky"
    home = "https://bsky.social"
    means = Means.KEYED
    settles = 5.0
    pace = 0.0
    rules = RULES
    edits_media = True
    repost_cost = None
    needs = (Need("password", "Sandi aplikasi", "Bluesky › Settings › Privacy and security › App passwords."),)

    async def send(self, errand: Errand) -> Outcome:
        """Write the record under its own key; a repeat writes the same record again."""
        try:
            ready = await _prepared(errand)
            if not isinstance(ready, tuple):
                return ready
            did, bearer, record = ready
            body = {"repo": did, "collection": COLLECTION, "rkey": _key(errand), "record": record}
            reply = await _ask(errand, "POST", "com.atproto.repo.putRecord", json=body, headers=bearer)
        except CallBroken as fault:
            return broken(fault)
        if reply.ok and reply.field("uri"):
            return replace(_live(errand, reply.field("uri")), rest=rest_of(reply))
        if reply.status == 400 and INVALID in reply.field("message"):
            return Refused(f"Bluesky menolak bentuk kiriman: {clean(reply.field('message'))}")
        return understood(reply, reply.field("message"))

    async def look(self, errand: Errand) -> Sighting:
        """Ask for the record by its key; no login is needed to read."""
        found = await _found(errand, COLLECTION)
        return _live(errand, found) if isinstance(found, str) else found

    async def repost(self, errand: Errand) -> Outcome:
        """Write the repost under its own key, so that a repeat writes the same one again."""
        subject = await _subject(errand)
        if not isinstance(subject, dict):
            return subject
        signed = await _sign_in(errand)
        if not isinstance(signed, tuple):
            return signed
        did, bearer = signed
        record = repost_record(subject, errand.begun)
        body = {"repo": did, "collection": REPOSTS, "rkey": _key(errand), "record": record}
        try:
            reply = await _ask(errand, "POST", "com.atproto.repo.putRecord", json=body, headers=bearer)
        except CallBroken as fault:
            return broken(fault)
        made = reply.field("uri")
        return _carried(errand, made) if reply.ok and made else understood(reply, reply.field("message"))

    async def reposted(self, errand: Errand) -> Sighting:
        """Ask for the repost by its key."""
        found = await _found(errand, REPOSTS)
        return _carried(errand, found) if isinstance(found, str) else found

    async def edit(self, errand: Errand) -> Change:
        """Write the record anew, unless it was taken down meanwhile: then nothing is put in its place."""
        where = _place(errand.remote)
        found = await _standing(errand)
        if not isinstance(found, Reply):
            return found
        ready = await _prepared(errand)
        if not isinstance(ready, tuple):
            return ready
        _, bearer, record = ready
        record["createdAt"] = found.field("value", "createdAt") or record["createdAt"]
        body = {**where, "record": record, "swapRecord": found.field("cid")}
        answer = await changed(_ask(errand, "POST", "com.atproto.repo.putRecord", json=body, headers=bearer))
        if not isinstance(answer, Reply):
            return answer
        return _live(errand, errand.remote) if answer.field("uri") else Unsure("Bluesky menjawab tanpa kirimannya.")

    async def remove(self, errand: Errand) -> Change:
        """Delete the record, and look: the answer to a deletion says nothing that another server could not say."""
        signed = await _sign_in(errand)
        if not isinstance(signed, tuple):
            return signed
        call = _ask(errand, "POST", "com.atproto.repo.deleteRecord", json=_place(errand.remote), headers=signed[1])
        answer = await changed(call)
        if not isinstance(answer, Reply):
            return answer
        found = await _standing(errand)
        return Unsure("Bluesky masih menampilkan kirimannya.") if isinstance(found, Reply) else found

    async def recent(self, profile: Profile, calls: Calls, since: datetime) -> Recent:
        """Posts and reposts, as the public sees them."""
        return await recent(profile, calls, since)

    async def check(self, access: Access, calls: Calls) -> Sound | Refused | Unsure:
        """Sign in with the app password."""
        body = {"identifier": _name(access), "password": access.secrets.get("password", "")}
        address = f"{access.address.rstrip('/')}/xrpc/com.atproto.server.createSession"
        answer = await asked(calls.call("POST", address, json=body))
        if not isinstance(answer, Reply):
            return answer
        return Sound() if answer.field("accessJwt") else Unsure("Layanan menjawab tanpa sesi.")


async def _ask(errand: Errand, method: str, name: str, **carried: Any) -> Reply:
    return await errand.calls.call(method, f"{errand.access.address.rstrip('/')}/xrpc/{name}", **carried)


def _name(access: Access) -> str:
    """The account's name; the service knows none with the sign that people put before it."""
    return access.handle.removeprefix("@")


def _key(errand: Errand) -> str:
    return record_key(errand.begun, errand.key)


async def _found(errand: Errand, collection: str) -> str | Absent | Unsure:
    """The address of the errand's own record in a collection."""
    repo = errand.notes.get("did") or _name(errand.access)
    params = {"repo": repo, "collection": collection, "rkey": _key(errand)}
    try:
        reply = await _ask(errand, "GET", "com.atproto.repo.getRecord", params=params)
    except CallBroken as fault:
        return Unsure(str(fault))
    if reply.ok and reply.field("uri"):
        return reply.field("uri")
    if reply.field("error") == "RecordNotFound":
        return Absent()
    return Unsure(f"Bluesky menjawab {reply.status}.")


async def _subject(errand: Errand) -> dict[str, str] | Refused | Later:
    """What a repost points to: the original's address and the digest of its record, asked where the original lies."""
    original = errand.original
    address = f"{original.address.rstrip('/')}/xrpc/com.atproto.repo.getRecord"
    try:
        found = await errand.calls.call("GET", address, params=_place(original.remote))
    except CallBroken as fault:
        return Later(FIRST_WAIT, f"Layanan belum dapat dihubungi ({fault}).")
    if found.field("error") == "RecordNotFound":
        return Refused(ORIGINAL_GONE)
    if not found.ok or not found.field("cid"):
        return before_publishing(found)
    return {"uri": original.remote, "cid": found.field("cid")}


def _carried(errand: Errand, made: str) -> Live:
    """A repost has no page of its own: readers find it on the account's."""
    return Live(made, page_of(errand.access, "https://bsky.app", f"/profile/{_name(errand.access)}"))


def _place(remote: str) -> dict[str, str]:
    """Where a record lies, from its address "at://account/collection/key"."""
    repo, collection, key = remote.removeprefix("at://").split("/")
    return {"repo": repo, "collection": collection, "rkey": key}


async def _standing(errand: Errand) -> Reply | Change:
    """The live record as it stands; `Gone` when there is none."""
    try:
        found = await _ask(errand, "GET", "com.atproto.repo.getRecord", params=_place(errand.remote))
    except CallBroken as fault:
        return broken(fault)
    if found.field("error") == "RecordNotFound":
        return Gone()
    return found if found.ok and found.field("cid") else understood(found, found.field("message"))


async def _prepared(errand: Errand) -> tuple[str, dict[str, str], dict[str, Any]] | Outcome:
    """The account's id, the header of a session, and the record with its pictures uploaded; nothing is public yet."""
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
    return did, bearer, post_record(with_link(errand.post), errand.begun, images)


async def _sign_in(errand: Errand) -> tuple[str, dict[str, str]] | Outcome:
    """The account's id and the header of a session. Nothing is public before it, so a failure is certain."""
    body = {"identifier": _name(errand.access), "password": errand.access.secrets.get("password", "")}
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
    said = reply.json()
    blob = said.get("blob") if isinstance(said, dict) else None
    return blob if isinstance(blob, dict) else Later(FIRST_WAIT, "Bluesky belum menerima gambarnya.")


async def _before(errand: Errand, name: str, **carried: Any) -> Reply | Outcome:
    """A call that publishes nothing: what it leaves unclear is certain not to be public."""
    return await unpublished(_ask(errand, "POST", name, **carried))


def _live(errand: Errand, uri: str) -> Live:
    key = uri.rsplit("/", 1)[-1]
    path = f"/profile/{_name(errand.access)}/post/{key}"
    return Live(uri, page_of(errand.access, "https://bsky.app", path))

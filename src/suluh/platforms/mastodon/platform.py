"""Posting to a Mastodon account with an access token."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from suluh.kernel.http.calls import CallBroken, Calls, Part, Reply
from suluh.platforms.access import Sound, asked
from suluh.platforms.answers import (
    FIRST_WAIT,
    ORIGINAL_GONE,
    broken,
    changed,
    refusal,
    rest_of,
    understood,
    unpublished,
)
from suluh.platforms.consent import Admitted, App, Consent, Place
from suluh.platforms.platform import Need
from suluh.platforms.public import Profile, Recent
from suluh.platforms.texts import same_words, with_link
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
from .rules import RULES


class Mastodon:
    """An account on an instance."""

    name = "mastodon"
    label = "Mastodon"
    home = ""
    means = Means.KEYED
    settles = 10.0
    pace = 0.0
    rules = RULES
    edits_media = True
    repost_cost = None
    consent = Consent(
        authorize=Place("/oauth/authorize"),
        token=Place("/oauth/token"),
        revoke=Place("/oauth/revoke"),
        scopes=("read", "write:statuses", "write:media"),
        pkce=True,
    )
    needs = (
        Need("token", "Token akses", "Pengaturan › Pengembangan › Aplikasi baru, hak read write:statuses write:media."),
    )

    async def send(self, errand: Errand) -> Outcome:
        """Post under the delivery's key, which the server keeps for an hour and shows one status for."""
        body = await _status(errand)
        if not isinstance(body, dict):
            return body
        body["visibility"] = "public"
        try:
            reply = await _ask(errand, "POST", "/api/v1/statuses", json=body, headers={"Idempotency-Key": errand.key})
        except CallBroken as fault:
            return broken(fault)
        if reply.ok and reply.field("id"):
            return Live(reply.field("id"), reply.field("url"), rest_of(reply))
        return understood(reply, reply.field("error"))

    async def look(self, errand: Errand) -> Sighting:
        """Find the status among the account's own recent ones by its words."""
        try:
            me = await _ask(errand, "GET", "/api/v1/accounts/verify_credentials")
            if not me.field("id"):
                return Unsure(f"Server menjawab {me.status}.")
            params = {"limit": "40", "exclude_reblogs": "true"}
            reply = await _ask(errand, "GET", f"/api/v1/accounts/{me.field('id')}/statuses", params=params)
        except CallBroken as fault:
            return Unsure(str(fault))
        rows = reply.json()
        if not reply.ok or not isinstance(rows, list):
            return Unsure(f"Server menjawab {reply.status}.")
        found = next((row for row in rows if isinstance(row, dict) and _is_it(row, errand)), None)
        return Live(str(found["id"]), str(found.get("url") or "")) if found else Absent()

    async def edit(self, errand: Errand) -> Change:
        """Give the status new words and pictures; the instance tells those who shared it."""
        body = await _status(errand)
        if not isinstance(body, dict):
            return body
        answer = await changed(_ask(errand, "PUT", f"/api/v1/statuses/{errand.remote}", json=body))
        if not isinstance(answer, Reply):
            return answer
        if answer.field("id") != errand.remote:
            return Unsure("Server menjawab tanpa kirimannya.")
        return Live(errand.remote, answer.field("url"))

    async def remove(self, errand: Errand) -> Change:
        """Delete the status."""
        answer = await changed(_ask(errand, "DELETE", f"/api/v1/statuses/{errand.remote}"))
        if not isinstance(answer, Reply):
            return answer
        return Gone() if answer.field("id") == errand.remote else Unsure("Server tidak menyatakan kirimannya terhapus.")

    async def repost(self, errand: Errand) -> Outcome:
        """Boost the status; the instance keeps one boost an account, however often it is asked for."""
        number = await _known_here(errand)
        if not isinstance(number, str):
            return number
        try:
            reply = await _ask(errand, "POST", f"/api/v1/statuses/{number}/reblog")
        except CallBroken as fault:
            return broken(fault)
        if reply.status == 404:
            return Refused(ORIGINAL_GONE)
        if not reply.ok or not reply.field("reblog", "id"):
            return understood(reply, reply.field("error"))
        return Live(reply.field("id"), _profile(errand))

    async def reposted(self, errand: Errand) -> Sighting:
        """Ask for the status as the account sees it."""
        try:
            number = await _known_here(errand)
            if not isinstance(number, str):
                return Unsure(number.reason)
            reply = await _ask(errand, "GET", f"/api/v1/statuses/{number}")
        except CallBroken as fault:
            return Unsure(str(fault))
        said = reply.json()
        if not reply.ok or not isinstance(said, dict) or "reblogged" not in said:
            return Unsure(f"Server menjawab {reply.status}.")
        return Live(number, _profile(errand)) if said["reblogged"] is True else Absent()

    async def recent(self, profile: Profile, calls: Calls, since: datetime) -> Recent:
        """Statuses and boosts, as the public sees them."""
        return await recent(profile, calls, since)

    async def check(self, access: Access, calls: Calls) -> Sound | Refused | Unsure:
        """Ask whose token it is."""
        answer = await asked(_call(access, calls, "GET", "/api/v1/accounts/verify_credentials"))
        if not isinstance(answer, Reply):
            return answer
        return Sound() if answer.field("id") else Unsure("Server tidak menjawab seperti Mastodon.")

    async def register(self, address: str, back: str, calls: Calls) -> App | Refused | Unsure:
        """Every instance gives an app to whoever asks; it may do nothing until an account says yes."""
        asked = {"client_name": "Suluh", "redirect_uris": back, "scopes": " ".join(self.consent.scopes)}
        try:
            reply = await calls.call("POST", address.rstrip("/") + "/api/v1/apps", form=asked)
        except CallBroken as fault:
            return Unsure(f"Server itu tidak menjawab ({fault}). Periksa alamatnya.")
        client, secret = reply.field("client_id"), reply.field("client_secret")
        if not reply.ok or not client or not secret:
            return Unsure(f"{refusal(reply)}. Periksa apakah alamat itu server Mastodon.")
        return App(client, secret)

    async def admitted(self, access: Access, calls: Calls) -> Admitted | Refused | Unsure:
        """Whose token it is: the name on the instance, also with the instance behind it."""
        answer = await asked(_call(access, calls, "GET", "/api/v1/accounts/verify_credentials"))
        if not isinstance(answer, Reply):
            return answer
        name = answer.field("username")
        if not name:
            return Unsure("Server tidak menjawab seperti Mastodon.")
        return Admitted(frozenset({name, f"{name}@{urlsplit(access.address).hostname}"}), access.secrets)


async def _ask(errand: Errand, method: str, path: str, **carried: Any) -> Reply:
    return await _call(errand.access, errand.calls, method, path, **carried)


async def _call(access: Access, calls: Calls, method: str, path: str, **carried: Any) -> Reply:
    headers = {"Authorization": f"Bearer {access.secrets.get('token', '')}", **carried.pop("headers", {})}
    return await calls.call(method, access.address.rstrip("/") + path, headers=headers, **carried)


async def _known_here(errand: Errand) -> str | Refused | Later:
    """The number of the original on the account's own instance, which fetches it where it stands on another."""
    original = errand.original
    if original.address.rstrip("/") == errand.access.address.rstrip("/"):
        return original.remote
    known = errand.notes.get("here", "")
    if known:
        return known
    params = {"q": original.url, "resolve": "true", "type": "statuses", "limit": "1"}
    reply = await unpublished(_ask(errand, "GET", "/api/v2/search", params=params))
    if not isinstance(reply, Reply):
        return reply
    said = reply.json()
    rows = said.get("statuses") if isinstance(said, dict) else None
    if not isinstance(rows, list):
        return Later(FIRST_WAIT, "Server menjawab tanpa hasil pencarian.")
    if not rows or not isinstance(rows[0], dict) or not rows[0].get("id"):
        return Refused("Server akun ini tidak dapat menampilkan kiriman aslinya. Bagikan dengan tangan.")
    return await errand.note("here", str(rows[0]["id"]))


def _profile(errand: Errand) -> str:
    """The account's page, where readers find what it boosted."""
    return f"{errand.access.address.rstrip('/')}/@{errand.access.handle.removeprefix('@').split('@')[0]}"


async def _status(errand: Errand) -> dict[str, Any] | Outcome:
    """Words, and pictures uploaded before; nothing is public yet."""
    media = []
    for medium in errand.post.media:
        made = await _uploaded(errand, medium)
        if not isinstance(made, str):
            return made
        media.append(made)
    body: dict[str, Any] = {"status": with_link(errand.post), "language": "id"}
    if media:
        body["media_ids"] = media
    return body


async def _uploaded(errand: Errand, medium: Medium) -> str | Outcome:
    part = Part("file", medium.content, medium.mime, medium.name)
    reply = await unpublished(_ask(errand, "POST", "/api/v2/media", form={"description": medium.alt}, parts=(part,)))
    if not isinstance(reply, Reply):
        return reply
    return reply.field("id") or Later(FIRST_WAIT, "Server belum menerima gambarnya.")


def _is_it(row: dict[str, Any], errand: Errand) -> bool:
    """The words are ours, and the status is not older than our first try (five minutes for clocks that differ)."""
    plain = unescape(re.sub(r"<[^>]+>", "", re.sub(r"<br\s*/?>|</p>", "\n", str(row.get("content", "")))))
    try:
        made = datetime.fromisoformat(str(row.get("created_at", "")).replace("Z", "+00:00"))
    except ValueError:
        return False
    return made >= errand.begun - timedelta(minutes=5) and same_words(plain, with_link(errand.post))

"""Posting to an account of X."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from suluh.kernel.http.calls import CallBroken, Calls, Reply
from suluh.platforms.access import Renewed, Sound, asked
from suluh.platforms.answers import (
    LONGEST_WAIT,
    ORIGINAL_GONE,
    broken,
    changed,
    own_words,
    rest_of,
    understood,
    unpublished,
    wait_of,
)
from suluh.platforms.consent import Admitted, Consent, Place
from suluh.platforms.cost import Cost
from suluh.platforms.oauth import REFRESH, bearer, renewed
from suluh.platforms.pages import page_of
from suluh.platforms.platform import Need, Steps
from suluh.platforms.text_rules import ADDRESS
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
    Outcome,
    Post,
    Refused,
    Sighting,
    Unsure,
)

from .media import NotUploaded, uploaded
from .rules import RULES
from .timeline import is_it, reposts

PLAIN, WITH_LINK = Decimal("0.015"), Decimal("0.200")
"""US dollars a post, without and with an address in it (docs.x.com, pricing; 2026-08-28)."""
REPOST = Decimal("0.015")
"""US dollars a repost, which X counts as an interaction (docs.x.com, pricing; 2026-11-22)."""


class X:
    """An account whose office pays for the API."""

    name = "x"
    label = "X"
    home = "https://api.x.com"
    means = Means.LISTED
    settles = 15.0
    pace = 0.0
    rules = RULES
    by_hand = Steps(
        correct="X tidak menerima perubahan lewat program. Hapus kirimannya lalu terbitkan yang benar, "
        "atau balas kirimannya dengan ralat.",
    )
    repost_cost = Cost(REPOST)
    consent = Consent(
        authorize=Place("/i/oauth2/authorize", "https://x.com/i/oauth2/authorize"),
        token=Place("/2/oauth2/token"),
        revoke=Place("/2/oauth2/revoke"),
        revokes=REFRESH,
        scopes=("tweet.read", "tweet.write", "users.read", "media.write", "offline.access"),
        pkce=True,
        basic=True,
    )
    needs = (
        Need("client", "Client ID", "developer.x.com › Projects & Apps › Keys and tokens › OAuth 2.0.", secret=False),
        Need("client_secret", "Client Secret", "Di halaman yang sama dengan Client ID."),
        Need(REFRESH, "Refresh token", "Dari persetujuan akun dengan cakupan tweet.write media.write offline.access."),
    )

    def cost(self, post: Post) -> Cost:
        """An address in the text makes a post thirteen times as dear."""
        if ADDRESS.search(with_link(post)):
            return Cost(WITH_LINK, f"tautan = {WITH_LINK / PLAIN:.0f}× biaya")
        return Cost(PLAIN)

    async def send(self, errand: Errand) -> Outcome:
        """Upload the media, which nobody sees, then post."""
        try:
            media = [await uploaded(errand, number, one) for number, one in enumerate(errand.post.media)]
        except NotUploaded as fault:
            return fault.outcome
        body: dict[str, Any] = {"text": with_link(errand.post)}
        if media:
            body["media"] = {"media_ids": media}
        try:
            reply = await _ask(errand, "POST", "/2/tweets", json=body)
        except CallBroken as fault:
            return broken(fault)
        number = reply.field("data", "id")
        return replace(_live(errand, number), rest=rest_of(reply)) if reply.ok and number else _refusal(reply)

    async def look(self, errand: Errand) -> Sighting:
        """Find the post on the account's own timeline by its words."""
        rows = await self._timeline(errand, "created_at,entities")
        if not isinstance(rows, list):
            return rows
        found = next((row for row in rows if is_it(row, with_link(errand.post))), None)
        return _live(errand, str(found["id"])) if found else Absent()

    async def remove(self, errand: Errand) -> Change:
        """Delete the post; X changes none for programs."""
        answer = await changed(_ask(errand, "DELETE", f"/2/tweets/{errand.remote}"))
        if not isinstance(answer, Reply):
            return answer
        return Gone() if _true(answer, "deleted") else Unsure("X tidak menyatakan kirimannya terhapus.")

    async def repost(self, errand: Errand) -> Outcome:
        """Repost it; X keeps one repost an account and says so when asked again."""
        if not errand.notes.get("me"):
            asked_who = await unpublished(_ask(errand, "GET", "/2/users/me"))
            if not isinstance(asked_who, Reply):
                return asked_who
            await errand.note("me", asked_who.field("data", "id"))
        path = f"/2/users/{errand.notes['me']}/retweets"
        try:
            reply = await _ask(errand, "POST", path, json={"tweet_id": errand.original.remote})
        except CallBroken as fault:
            return broken(fault)
        if (reply.ok and _true(reply, "retweeted")) or "already retweeted" in own_words(reply):
            return _carried(errand)
        return Refused(ORIGINAL_GONE) if reply.status == 404 else _refusal(reply)

    async def reposted(self, errand: Errand) -> Sighting:
        """Find the original among what the account's own timeline refers to."""
        rows = await self._timeline(errand, "created_at,referenced_tweets")
        if not isinstance(rows, list):
            return rows
        return _carried(errand) if any(reposts(row, errand.original.remote) for row in rows) else Absent()

    async def check(self, access: Access, calls: Calls) -> Sound | Refused | Unsure:
        """Ask whose token it is."""
        answer = await asked(calls.call("GET", access.address.rstrip("/") + "/2/users/me", headers=bearer(access)))
        if not isinstance(answer, Reply):
            return answer
        return Sound() if answer.field("data", "id") else Unsure("Layanan tidak menjawab seperti X.")

    async def admitted(self, access: Access, calls: Calls) -> Admitted | Refused | Unsure:
        """Whose token it is."""
        answer = await asked(calls.call("GET", access.address.rstrip("/") + "/2/users/me", headers=bearer(access)))
        if not isinstance(answer, Reply):
            return answer
        return Admitted(frozenset({answer.field("data", "username")} - {""}), access.secrets)

    async def renew(self, access: Access, calls: Calls) -> Renewed | Refused | Unsure:
        """A token for two hours. The longer one is used up by this, and a new one comes with the answer."""
        secrets = access.secrets
        pair = f"{secrets.get('client', '')}:{secrets.get('client_secret', '')}".encode()
        form = {"grant_type": "refresh_token", "refresh_token": secrets.get(REFRESH, "")}
        headers = {"Authorization": f"Basic {base64.b64encode(pair).decode()}"}
        return await renewed(calls, access.address.rstrip("/") + "/2/oauth2/token", form, headers)

    async def _timeline(self, errand: Errand, fields: str) -> list[dict[str, Any]] | Unsure:
        """The account's own posts since the errand began, five minutes more for clocks that differ."""
        try:
            me = errand.notes.get("me") or await self._me(errand)
            if not me:
                return Unsure("X tidak menjawab akun siapa ini.")
            start = (errand.begun - timedelta(minutes=5)).strftime("%Y-%m-%dT%H:%M:%SZ")
            params = {"max_results": "100", "start_time": start, "tweet.fields": fields}
            reply = await _ask(errand, "GET", f"/2/users/{me}/tweets", params=params)
        except CallBroken as fault:
            return Unsure(str(fault))
        said = reply.json()
        rows = said.get("data", []) if isinstance(said, dict) and "meta" in said else None
        if not reply.ok or not isinstance(rows, list):
            return Unsure(f"X menjawab {reply.status}.")
        return [row for row in rows if isinstance(row, dict)]

    async def _me(self, errand: Errand) -> str:
        reply = await _ask(errand, "GET", "/2/users/me")
        number = reply.field("data", "id")
        return await errand.note("me", number) if number else ""


async def _ask(errand: Errand, method: str, path: str, **carried: Any) -> Reply:
    address = errand.access.address.rstrip("/") + path
    return await errand.calls.call(method, address, headers=bearer(errand.access), **carried)


def _live(errand: Errand, number: str) -> Live:
    name = errand.access.handle.removeprefix("@")
    return Live(number, page_of(errand.access, "https://x.com", f"/{name}/status/{number}"))


def _carried(errand: Errand) -> Live:
    """A repost has no page of its own: readers find it on the account's."""
    name = errand.access.handle.removeprefix("@")
    return Live(errand.original.remote, page_of(errand.access, "https://x.com", f"/{name}"))


def _true(reply: Reply, name: str) -> bool:
    """True where X says so below "data"."""
    said = reply.json()
    data = said.get("data") if isinstance(said, dict) else None
    return isinstance(data, dict) and data.get(name) is True


def _refusal(reply: Reply) -> Outcome:
    said = own_words(reply)
    if reply.status == 429:
        return Later(wait_of(reply), "X meminta jeda sebelum kiriman berikutnya.")
    if reply.status == 402:
        return Later(LONGEST_WAIT, "Saldo API X habis. Isi saldo di developer.x.com; kiriman ini menunggu.")
    if reply.status == 403 and "duplicate" in said.lower():
        return Unsure("X menyatakan isi ini sudah pernah dikirim; Suluh memeriksanya.")
    return understood(reply, said)

"""Posting to an account of X."""

from __future__ import annotations

import base64
from datetime import timedelta
from decimal import Decimal
from typing import Any

from suluh.kernel.http.calls import CallBroken, Calls, Reply
from suluh.platforms.access import Renewed, Sound, asked
from suluh.platforms.answers import LONGEST_WAIT, broken, understood
from suluh.platforms.cost import Cost
from suluh.platforms.oauth import REFRESH, bearer, renewed
from suluh.platforms.pages import page_of
from suluh.platforms.platform import Need
from suluh.platforms.text_rules import ADDRESS
from suluh.platforms.texts import with_link
from suluh.platforms.values import (
    Absent,
    Access,
    Errand,
    Later,
    Live,
    Means,
    Outcome,
    Post,
    Refused,
    Sighting,
    Unsure,
)

from .media import NotUploaded, pause_of, uploaded
from .rules import RULES
from .timeline import is_it

PLAIN, WITH_LINK = Decimal("0.015"), Decimal("0.200")
"""US dollars a post, without and with an address in it (docs.x.com, pricing; 2026-08-28)."""


class X:
    """An account whose office pays for the API."""

    name = "x"
    label = "X"
    home = "https://api.x.com"
    means = Means.LISTED
    settles = 15.0
    pace = 0.0
    rules = RULES
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
        return _live(errand, number) if reply.ok and number else _refusal(reply)

    async def look(self, errand: Errand) -> Sighting:
        """Find the post on the account's own timeline by its words."""
        try:
            me = errand.notes.get("me") or await self._me(errand)
            if not me:
                return Unsure("X tidak menjawab akun siapa ini.")
            start = (errand.begun - timedelta(minutes=5)).strftime("%Y-%m-%dT%H:%M:%SZ")
            params = {"max_results": "100", "start_time": start, "tweet.fields": "created_at,entities"}
            reply = await _ask(errand, "GET", f"/2/users/{me}/tweets", params=params)
        except CallBroken as fault:
            return Unsure(str(fault))
        said = reply.json()
        rows = said.get("data", []) if isinstance(said, dict) and "meta" in said else None
        if not reply.ok or not isinstance(rows, list):
            return Unsure(f"X menjawab {reply.status}.")
        found = next((row for row in rows if isinstance(row, dict) and is_it(row, with_link(errand.post))), None)
        return _live(errand, str(found["id"])) if found else Absent()

    async def check(self, access: Access, calls: Calls) -> Sound | Refused | Unsure:
        """Ask whose token it is."""
        answer = await asked(calls.call("GET", access.address.rstrip("/") + "/2/users/me", headers=bearer(access)))
        if not isinstance(answer, Reply):
            return answer
        return Sound() if answer.field("data", "id") else Unsure("Layanan tidak menjawab seperti X.")

    async def renew(self, access: Access, calls: Calls) -> Renewed | Refused | Unsure:
        """A token for two hours. The longer one is used up by this, and a new one comes with the answer."""
        secrets = access.secrets
        pair = f"{secrets.get('client', '')}:{secrets.get('client_secret', '')}".encode()
        form = {"grant_type": "refresh_token", "refresh_token": secrets.get(REFRESH, "")}
        headers = {"Authorization": f"Basic {base64.b64encode(pair).decode()}"}
        return await renewed(calls, access.address.rstrip("/") + "/2/oauth2/token", form, headers)

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


def _refusal(reply: Reply) -> Outcome:
    said = reply.field("detail") or reply.field("title")
    if reply.status == 429:
        return Later(pause_of(reply), "X meminta jeda sebelum kiriman berikutnya.")
    if reply.status == 402:
        return Later(LONGEST_WAIT, "Saldo API X habis. Isi saldo di developer.x.com; kiriman ini menunggu.")
    if reply.status == 403 and "duplicate" in said.lower():
        return Unsure("X menyatakan isi ini sudah pernah dikirim; Suluh memeriksanya.")
    return understood(reply, said)

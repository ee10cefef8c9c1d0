"""What a yes at Meta buys: a token of minutes, which is given for one of weeks or for those of the owner's pages."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from suluh.kernel.http.calls import CallBroken, Calls, Reply
from suluh.platforms.access import plausible
from suluh.platforms.answers import clean, own_words, refusal
from suluh.platforms.consent import CLIENT, CLIENT_SECRET, Admitted
from suluh.platforms.graph import LEAST_LIFE, MOST_LIFE
from suluh.platforms.oauth import TOKEN
from suluh.platforms.pages import LOCAL
from suluh.platforms.public import rows, word
from suluh.platforms.values import Access, Refused, Unsure

PAGES = "100"
"""Pages of one owner that are asked for."""
UNUSABLE = "Layanan menjawab tanpa token yang dapat dipakai. Mulai lagi dari Suluh."


async def owner_admitted(access: Access, calls: Calls, grant: str) -> Admitted | Refused | Unsure:
    """The account that said yes, with its token for sixty days (Instagram and Threads)."""
    base = urlsplit(access.address)
    path = base.path.rstrip("/") if base.hostname in LOCAL else ""
    secrets = access.secrets
    params = {"grant_type": grant, CLIENT_SECRET: secrets[CLIENT_SECRET], "access_token": secrets[TOKEN]}
    longer = await _told(calls, "GET", f"{base.scheme}://{base.netloc}{path}/access_token", params=params)
    if not isinstance(longer, Reply):
        return longer
    token, life = longer.field("access_token"), longer.field("expires_in")
    if not plausible(token, secrets[CLIENT_SECRET]) or not life.isdigit() or int(life) < LEAST_LIFE:
        return Unsure(UNUSABLE)
    me = await _told(calls, "GET", f"{access.address.rstrip('/')}/me", token, params={"fields": "id,username"})
    if not isinstance(me, Reply):
        return me
    ends = datetime.now(UTC) + timedelta(seconds=min(int(life), MOST_LIFE))
    return Admitted(frozenset({me.field("username")} - {""}), {TOKEN: token}, ends)


async def page_admitted(access: Access, calls: Calls) -> Admitted | Refused | Unsure:
    """The page of the register among those of the owner who said yes; a page's token does not end by itself."""
    base, secrets = access.address.rstrip("/"), access.secrets
    form = {
        "grant_type": "fb_exchange_token",
        "client_id": secrets[CLIENT],
        CLIENT_SECRET: secrets[CLIENT_SECRET],
        "fb_exchange_token": secrets[TOKEN],
    }
    longer = await _told(calls, "POST", f"{base}/oauth/access_token", form=form)
    if not isinstance(longer, Reply):
        return longer
    token = longer.field("access_token")
    if not plausible(token, secrets[CLIENT_SECRET]):
        return Unsure(UNUSABLE)
    params = {"fields": "id,name,username,access_token", "limit": PAGES}
    owned = await _told(calls, "GET", f"{base}/me/accounts", token, params=params)
    if not isinstance(owned, Reply):
        return owned
    pages = {_names(row): word(row, "access_token") for row in rows(owned.json(), "data")}
    wanted = access.handle.strip().removeprefix("@").casefold()
    for names, own in pages.items():
        if wanted in {name.casefold() for name in names}:
            return Admitted(names, {TOKEN: own}) if plausible(own, token) else Unsure(UNUSABLE)
    return Admitted(frozenset().union(*pages), {})


def _names(row: dict[str, object]) -> frozenset[str]:
    return frozenset({word(row, "username"), word(row, "name"), word(row, "id")} - {""})


async def _told(
    calls: Calls,
    method: str,
    address: str,
    token: str = "",
    *,
    params: dict[str, str] | None = None,
    form: dict[str, str] | None = None,
) -> Reply | Refused | Unsure:
    """An answer that is a success, or why there is none."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        reply = await calls.call(method, address, headers=headers, params=params, form=form)
    except CallBroken as fault:
        return Unsure(f"Layanan tidak menjawab ({fault}). Mulai lagi dari Suluh.")
    return reply if reply.ok else Refused(f"{refusal(reply)}. {clean(own_words(reply))}".strip())

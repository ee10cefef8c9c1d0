"""Connecting by consent: the account's owner says yes at the platform, and a code comes back that buys tokens.

OAuth 2.0, RFC 6749 section 4.1, with PKCE (RFC 7636) where the platform takes it. What differs between platforms is
data: a folder that offers `consent` and `admitted` can be connected so; the others take a pasted token.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol, runtime_checkable
from urllib.parse import urlencode

from suluh.kernel.http.calls import CallBroken, Calls, Reply
from suluh.platforms.access import plausible
from suluh.platforms.answers import clean, own_words, refusal
from suluh.platforms.oauth import REFRESH, TOKEN
from suluh.platforms.values import Access, Refused, Unsure

CLIENT, CLIENT_SECRET = "client", "client_secret"
"""Names under which the app is kept beside the tokens, where renewing them needs it."""
GIVEN = frozenset({CLIENT, CLIENT_SECRET, TOKEN, REFRESH})
"""Particulars that nobody has to type when the platform is asked for consent."""
USED = "Izin ini sudah dipakai atau lewat waktunya. Mulai lagi dari Suluh."
STRANGER = "Layanan tidak mengenali aplikasi pemda. Minta pengelola server memeriksa kunci aplikasinya."


@dataclass(frozen=True, slots=True)
class App:
    """The office's app at a platform, or the one that an instance gave us."""

    client: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a step is answered: `path` below the account's service, or `official` where the one service has another."""

    path: str
    official: str = ""

    def at(self, address: str, home: str) -> str:
        """The address, for a service at `address` of a platform whose one service is at `home`."""
        base = address.rstrip("/")
        return self.official if self.official and base == home else base + self.path


@dataclass(frozen=True, slots=True)
class Consent:
    """How a platform is asked.

    `client` is its word for the app's name, `between` stands between scopes, `basic` tells that the app signs in by
    header, `more` are parameters of its own. `revokes` names the token that is taken back at `revoke`.
    """

    authorize: Place
    token: Place
    scopes: tuple[str, ...]
    revoke: Place | None = None
    revokes: str = TOKEN
    client: str = "client_id"
    between: str = " "
    pkce: bool = False
    basic: bool = False
    more: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fresh:
    """What a code bought: particulars by name, and until when they are good where the service says so."""

    secrets: Mapping[str, str] = field(repr=False)
    fresh_until: datetime | None = None
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Admitted:
    """Whose tokens they are, by every name the platform has for the account, and what is kept of them."""

    names: frozenset[str]
    secrets: Mapping[str, str] = field(repr=False)
    ends_at: datetime | None = None


@runtime_checkable
class Consents(Protocol):
    """A platform whose accounts are connected by their owner's consent."""

    consent: Consent

    async def admitted(self, access: Access, calls: Calls) -> Admitted | Refused | Unsure:
        """Whose the new token in `access` is; `access.handle` is whose it should be. Never raises, as `check`."""


@runtime_checkable
class Registers(Protocol):
    """A platform of many services, each of which gives an app to whoever asks."""

    async def register(self, address: str, back: str, calls: Calls) -> App | Refused | Unsure:
        """An app at the service that sends people back to `back`."""


def asking(consent: Consent, at: str, app: App, *, back: str, state: str, verifier: str) -> str:
    """The address at which the owner is asked; `at` is where that is answered."""
    asked = {
        "response_type": "code",
        consent.client: app.client,
        "redirect_uri": back,
        "scope": consent.between.join(consent.scopes),
        "state": state,
        **consent.more,
    }
    if consent.pkce:
        asked |= {"code_challenge": challenge(verifier), "code_challenge_method": "S256"}
    return f"{at}?{urlencode(asked)}"


def challenge(verifier: str) -> str:
    """What is told of the verifier before (RFC 7636 section 4.2)."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


async def bought(
    consent: Consent, at: str, app: App, *, code: str, back: str, verifier: str, calls: Calls
) -> Fresh | Refused | Unsure:
    """Give the code for tokens. Never raises for what a server or network does."""
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": back}
    if consent.pkce:
        form["code_verifier"] = verifier
    try:
        reply = await calls.call("POST", at, form=_signed(consent, app, form), headers=_header(consent, app))
    except CallBroken as fault:
        return Unsure(f"Layanan tidak menjawab ({fault}). Mulai lagi dari Suluh.")
    error = reply.field("error")
    if error in ("invalid_client", "unauthorized_client"):
        return Refused(STRANGER)
    if error or not reply.ok:
        words = clean(own_words(reply))
        return Refused(f"{USED} {words}".strip() if error == "invalid_grant" else f"{refusal(reply)}. {words}".strip())
    return _fresh(reply, app)


async def taken_back(consent: Consent, at: str, app: App, secrets: Mapping[str, str], calls: Calls) -> bool:
    """True when the service says that the token is no longer good."""
    form = {"token": secrets.get(consent.revokes, "") or secrets.get(TOKEN, "")}
    try:
        reply = await calls.call("POST", at, form=_signed(consent, app, form), headers=_header(consent, app))
    except CallBroken:
        return False
    return reply.ok and not reply.field("error")


def _fresh(reply: Reply, app: App) -> Fresh | Unsure:
    said = reply.json()
    rows = said.get("data") if isinstance(said, dict) else None
    # Instagram puts the one answer into a list
    inner = rows[0] if isinstance(rows, list) and rows and isinstance(rows[0], dict) else {}
    token, long = reply.field("access_token") or str(inner.get("access_token", "")), reply.field("refresh_token")
    if not plausible(token, app.client, app.secret) or (long and not plausible(long, app.client, app.secret)):
        return Unsure("Layanan menjawab tanpa token yang dapat dipakai. Mulai lagi dari Suluh.")
    secrets = {CLIENT: app.client, CLIENT_SECRET: app.secret, TOKEN: token} | ({REFRESH: long} if long else {})
    now = datetime.now(UTC)
    fresh = _later(now, reply.field("expires_in")) if long else None
    ends = _later(now, reply.field("refresh_expires_in") or reply.field("refresh_token_expires_in"))
    return Fresh(secrets, fresh, ends)


def _later(now: datetime, life: str) -> datetime | None:
    return now + timedelta(seconds=int(life)) if life.isdigit() and len(life) < 10 and int(life) else None


def _signed(consent: Consent, app: App, form: Mapping[str, str]) -> dict[str, str]:
    return {**form, consent.client: app.client, **({} if consent.basic else {CLIENT_SECRET: app.secret})}


def _header(consent: Consent, app: App) -> dict[str, str]:
    if not consent.basic:
        return {}
    return {"Authorization": f"Basic {base64.b64encode(f'{app.client}:{app.secret}'.encode()).decode()}"}

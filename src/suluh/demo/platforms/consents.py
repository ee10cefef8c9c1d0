"""The owner's consent on simulated platforms: a page that asks, codes that work once, tokens that can be taken back."""

from __future__ import annotations

import base64
import hashlib
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import urlencode

from aiohttp import web

from .shown import REVOKED

APP, APP_SECRET = "suluh", "rahasia-aplikasi"
"""The office's app that every simulated platform knows, and sends people back to wherever it says."""
MINUTES = 600.0
"""Seconds that a code works."""
PAGE = """<!doctype html><html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{platform}</title><h1>{platform}</h1><p>Aplikasi <b>{client}</b> meminta izin: {scope}</p>
<form method="post"><p><label>Masuk sebagai <input name="account" value="{account}" required></label></p>
<button name="answer" value="yes">Izinkan</button> <button name="answer" value="no">Tolak</button></form></html>"""


@dataclass(frozen=True)
class Code:
    """What a person said yes to."""

    account: str
    client: str
    back: str
    challenge: str
    until: float


@dataclass
class ConsentDesk:
    """Asks people and sells tokens for one platform.

    `issue` makes the answer that holds the tokens of an account, `forget` ends a token. `client` is the platform's
    word for the app's name; `pkce` tells that a code without a challenge is not given.
    """

    platform: str
    issue: Callable[[str], dict[str, object]]
    forget: Callable[[str], None]
    client: str = "client_id"
    pkce: bool = False
    apps: dict[str, tuple[str, str]] = field(default_factory=lambda: {APP: (APP_SECRET, "")})
    """Secret, and the one address to send people back to ("" for any), by the app's name."""
    codes: dict[str, Code] = field(default_factory=dict)
    nonsense: str | None = None
    """What is given in the place of a token, when a platform has gone wrong."""

    def routes(self, asks: str, *, sells: str = "", ends: str = "") -> list[web.RouteDef]:
        """The steps at the platform's own paths; without `sells` another call hands codes to `sell`."""
        found = [web.get(asks, self.ask), web.post(asks, self.answer)]
        found += [web.post(sells, self.sell)] if sells else []
        return [*found, web.post(ends, self.revoke)] if ends else found

    async def ask(self, request: web.Request) -> web.Response:
        """The page with the two buttons; an app or an address that nobody registered is not sent anywhere."""
        self._registered(request.query)
        scope = escape(request.query.get("scope", ""))
        client = escape(request.query.get(self.client, ""))
        page = PAGE.format(platform=self.platform.title(), client=client, scope=scope, account="")
        return web.Response(text=page, content_type="text/html")

    async def answer(self, request: web.Request) -> web.Response:
        """Back to the app, with a code or with the word that it was refused."""
        asked, form = request.query, await request.post()
        self._registered(asked)
        told = {"error": "access_denied"} if form.get("answer") != "yes" else {"code": self._code(asked, form)}
        raise web.HTTPFound(f"{asked['redirect_uri']}?{urlencode(told | {'state': asked.get('state', '')})}")

    async def sell(self, request: web.Request) -> web.Response:
        """Tokens for a code, once, to the app that asked, for the same address and the verifier that was promised."""
        form = await request.post()
        if not self._signed(request, form):
            return _refused("invalid_client", 401)
        code = self.codes.pop(str(form.get("code", "")), None)
        verifier = str(form.get("code_verifier", ""))
        if (
            form.get("grant_type") != "authorization_code"
            or code is None
            or code.until < time.monotonic()
            or code.client != self._client(request, form)
            or code.back != form.get("redirect_uri")
            or (code.challenge and code.challenge != _challenge(verifier))
        ):
            return _refused("invalid_grant", 400)
        answer = self.issue(code.account)
        return web.json_response(answer if self.nonsense is None else answer | {"access_token": self.nonsense})

    async def revoke(self, request: web.Request) -> web.Response:
        """The token ends."""
        form = await request.post()
        if not self._signed(request, form):
            return _refused("invalid_client", 401)
        self.forget(str(form.get("token", "")))
        return web.json_response({})

    def register(self, back: str) -> tuple[str, str]:
        """A new app that sends people back there: its name and its secret."""
        client, secret = f"app-{secrets.token_hex(4)}", secrets.token_hex(16)
        self.apps[client] = (secret, back)
        return client, secret

    def _code(self, asked: Mapping[str, str], form: Mapping[str, object]) -> str:
        challenge = asked.get("code_challenge", "")
        if self.pkce and (not challenge or asked.get("code_challenge_method") != "S256"):
            raise web.HTTPBadRequest(text='{"error": "invalid_request"}', content_type="application/json")
        code = secrets.token_urlsafe(24)
        account = str(form.get("account", "")).strip()
        until = time.monotonic() + MINUTES
        self.codes[code] = Code(account, asked[self.client], asked["redirect_uri"], challenge, until)
        return code

    def _registered(self, asked: Mapping[str, str]) -> None:
        known = self.apps.get(asked.get(self.client, ""))
        back = asked.get("redirect_uri", "")
        if known is None or not back or known[1] not in ("", back) or asked.get("response_type") != "code":
            raise web.HTTPBadRequest(text='{"error": "invalid_request"}', content_type="application/json")

    def _client(self, request: web.Request, form: Mapping[str, object]) -> str:
        return _basic(request)[0] or str(form.get(self.client, ""))

    def _signed(self, request: web.Request, form: Mapping[str, object]) -> bool:
        name, secret = _basic(request)
        if not name:
            name, secret = str(form.get(self.client, "")), str(form.get("client_secret", ""))
        return self.apps.get(name, (REVOKED, ""))[0] == secret and secret != REVOKED


def _basic(request: web.Request) -> tuple[str, str]:
    """The app's name and secret from the header."""
    kind, _, given = request.headers.get("Authorization", "").partition(" ")
    if kind != "Basic":
        return "", ""
    name, _, secret = base64.b64decode(given).decode().partition(":")
    return name, secret


def _challenge(verifier: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def _refused(error: str, status: int) -> web.Response:
    return web.json_response({"error": error, "error_description": "The grant is invalid."}, status=status)

"""What the simulated interfaces of Meta have in common: tokens, complaints, pauses, and fetching media themselves."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime

import aiohttp
from aiohttp import web

from .consents import ConsentDesk
from .shown import REVOKED, Shown
from .simulator import Simulator


class GraphServer(Simulator):
    """A token names its account; a revoked one is complained about as Meta does, with status 400."""

    def __init__(self, shown: Shown) -> None:
        super().__init__(shown)
        self.longer: dict[str, str] = {}
        """Accounts by the tokens that were given for older ones."""
        self.nonsense: str | None = None
        """What is given in the place of a prolonged token, when the platform has gone wrong."""
        self.owners: dict[str, str] = {}
        """Accounts by the tokens of minutes that their owners' yes bought."""
        self.consents = ConsentDesk(self.platform, self.bought, self._no_end)

    def token_routes(self) -> list[web.RouteDef]:
        """Whose token it is, and a longer one for it; read before routes that take any id."""
        return [
            web.get(f"/{self.platform}/me", self.me),
            web.get(f"/{self.platform}/refresh_access_token", self.prolong),
            web.get(f"/{self.platform}/access_token", self.lengthen),
            *self.consents.routes(f"/{self.platform}/oauth/authorize", sells=f"/{self.platform}/oauth/access_token"),
        ]

    def bought(self, account: str) -> dict[str, object]:
        """What a code buys."""
        token = f"menit-{secrets.token_hex(12)}"
        self.owners[token] = account
        return {"access_token": token, "token_type": "bearer", "user_id": account}

    def _no_end(self, token: str) -> None:
        """Meta has no call by which an app ends one token."""

    async def lengthen(self, request: web.Request) -> web.Response:
        """A token for sixty days in the place of one of minutes, for the app that has its secret."""
        asked = request.query
        known = {secret for secret, _ in self.consents.apps.values()}
        if asked.get("grant_type") not in ("ig_exchange_token", "th_exchange_token"):
            raise Complained(100, "Invalid grant_type")
        if asked.get("client_secret") not in known or asked.get("access_token") not in self.owners:
            raise Complained(101, "Error validating application")
        return self._long(self.owners[asked["access_token"]])

    async def me(self, request: web.Request) -> web.Response:
        """The account of a token."""
        account = self.account(request)
        return web.json_response({"id": account, "username": account})

    async def prolong(self, request: web.Request) -> web.Response:
        """A token for sixty days; one that was taken back is refused."""
        if request.query.get("grant_type") not in ("ig_refresh_token", "th_refresh_token"):
            raise Complained(100, "Invalid grant_type")
        return self._long(self._named(request.query.get("access_token", "")))

    def _long(self, account: str) -> web.Response:
        token = f"panjang-{account}-{secrets.token_hex(6)}"
        self.longer[token] = account
        given = token if self.nonsense is None else self.nonsense
        return web.json_response({"access_token": given, "token_type": "bearer", "expires_in": 5_184_000})

    def secrets(self, account: str) -> Mapping[str, str]:
        """A token that names its account."""
        return {"token": account}

    def busy(self, request: web.Request) -> web.Response:  # noqa: ARG002 - the same for every call
        """Too many calls. Meta counts the pause in minutes; here it is a second, so that a run does not stand still."""
        answer = complain(4, "Application request limit reached")
        answer.headers["X-Business-Use-Case-Usage"] = '{"1":[{"type":"pages","estimated_time_to_regain_access":0}]}'
        answer.headers["Retry-After"] = "1"
        return answer

    def expired(self, request: web.Request) -> web.Response:  # noqa: ARG002 - the same for every call
        """The token ran out."""
        return complain(190, "Error validating access token: Session has expired", 463)

    def account(self, request: web.Request) -> str:
        """Whose token it is.

        Raises:
            Complained: nobody's.
        """
        return self._named(request.headers.get("Authorization", "").removeprefix("Bearer "))

    def _named(self, token: str) -> str:
        if token in ("", REVOKED):
            raise Complained(190, "Error validating access token: The session was invalidated", 460)
        return self.longer.get(token, token)


class Complained(web.HTTPBadRequest):
    """A complaint, raised where it arises."""

    def __init__(self, code: int, message: str, subcode: int = 0) -> None:
        super().__init__(text=complain(code, message, subcode).text, content_type="application/json")


def complain(code: int, message: str, subcode: int = 0) -> web.Response:
    """An error as Meta writes it."""
    error = {"message": message, "type": "OAuthException", "code": code, "error_subcode": subcode, "fbtrace_id": "A1b2"}
    return web.json_response({"error": error}, status=400)


async def fetched(url: str) -> tuple[str, bytes]:
    """A medium from the address that was given.

    Raises:
        Complained: nothing can be fetched there.
    """
    fault = Complained(9004, "The media could not be fetched from this URI.", 2207052)
    if not url.startswith(("http://", "https://")):
        raise fault
    try:
        async with aiohttp.ClientSession() as session, session.get(url, timeout=aiohttp.ClientTimeout(5)) as answer:
            if answer.status != 200:
                raise fault
            return answer.content_type, await answer.read()
    except (aiohttp.ClientError, TimeoutError):
        raise fault from None


def stamp(at: float) -> str:
    """A time as Meta writes it."""
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")

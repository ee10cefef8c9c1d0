"""Calls to the API of another service: guarded like every request, never repeated, and honest about what arrived.

A page that did not come may be asked for again. A call that writes may not: whether the other side did the work
decides everything, so a call that brought no whole answer says whether it can have arrived.
"""

from __future__ import annotations

import asyncio
import json as jsonlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from suluh.kernel.http.aio import aiohttp
from suluh.kernel.http.body import read_capped
from suluh.kernel.http.client import Agent, Client
from suluh.kernel.http.connector import GuardedConnector
from suluh.kernel.http.urls import BadUrl, normalise

MOST_BYTES = 2_000_000
"""Bytes of an answer that are read; an API that says more says nothing we understand."""


class CallBroken(Exception):
    """No whole answer came. `arrived` is False only when certainly not one byte reached the other side."""

    def __init__(self, reason: str, *, arrived: bool) -> None:
        super().__init__(reason)
        self.arrived = arrived


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with its status, headers (names in lower case) and body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def ok(self) -> bool:
        """True for 2xx."""
        return 200 <= self.status < 300

    def json(self) -> Any:
        """The body as JSON; None when it is none, so that nonsense reads like an empty answer."""
        try:
            return jsonlib.loads(self.body)
        except (ValueError, RecursionError):
            return None

    def field(self, *path: str) -> str:
        """The text or number at a path of names; "" when there is none."""
        found = self.json()
        for name in path:
            found = found.get(name) if isinstance(found, dict) else None
        return str(found) if isinstance(found, str | int) and not isinstance(found, bool) else ""


@dataclass(frozen=True, slots=True)
class Part:
    """A file of a form that is sent in parts."""

    name: str
    content: bytes
    mime: str
    file_name: str


class Calls:
    """The calls of one errand; opened with `async with`. Redirects are not followed: an API that moves says so."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._http: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._http = aiohttp.ClientSession(
            connector=GuardedConnector(self._client),
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            auto_decompress=False,
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=self._client.limits.connect),
        )
        # a cut GET, PUT or DELETE would be sent again unseen: a piece of an upload twice, an answer to another question
        self._http._retry_connection = False
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._http is not None:
            await self._http.close()

    @property
    def patience(self) -> float:
        """Seconds that a call may take unless it says otherwise."""
        return self._client.limits.total

    async def call(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        params: Mapping[str, str] | None = None,
        json: Any = None,
        form: Mapping[str, str] | None = None,
        parts: tuple[Part, ...] = (),
        body: bytes | None = None,
        seconds: float | None = None,
    ) -> Reply:
        """One call. `json`, `form` with `parts`, or `body` is what it carries.

        Raises:
            CallBroken: no whole answer came within `seconds`.
        """
        if self._http is None:
            raise RuntimeError("calls are made inside `async with`")
        data: Any = body if json is None else jsonlib.dumps(json).encode()
        sent = {"User-Agent": self._client.user_agent(Agent.SULUH), "Accept": "application/json", **(headers or {})}
        if json is not None:
            sent.setdefault("Content-Type", "application/json")
        if form is not None or parts:
            data = _form(form or {}, parts)
        try:
            target = normalise(url)
            async with asyncio.timeout(seconds or self._client.limits.total):
                return await self._answer(method, str(target.update_query(params or {})), sent, data)
        except BadUrl as fault:
            raise CallBroken(str(fault), arrived=False) from None
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL) as fault:
            raise CallBroken(f"tidak tersambung: {type(fault).__name__}", arrived=False) from None
        except TimeoutError:
            raise CallBroken("tidak menjawab pada waktunya", arrived=True) from None
        except (aiohttp.ClientError, OSError, ValueError) as fault:
            raise CallBroken(f"sambungan terputus: {type(fault).__name__}", arrived=True) from None

    async def _answer(self, method: str, url: str, headers: dict[str, str], data: Any) -> Reply:
        assert self._http is not None
        context = self._client.strict if url.startswith("https:") else True
        asked = self._http.request(method, url, headers=headers, data=data, allow_redirects=False, ssl=context)
        async with asked as response:
            encoding = response.headers.get("Content-Encoding", "")
            read = await read_capped(response.content.iter_any(), encoding, MOST_BYTES)
            named = {name.lower(): value for name, value in response.headers.items()}
            return Reply(response.status, named, read.content)


def _form(fields: Mapping[str, str], parts: tuple[Part, ...]) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in fields.items():
        form.add_field(name, value)
    for part in parts:
        form.add_field(part.name, part.content, content_type=part.mime, filename=part.file_name)
    return form

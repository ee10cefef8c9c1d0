"""The requests of one visit: each redirect vetted anew, every end of a request told by a `Reason`."""

from __future__ import annotations

import asyncio
import ssl
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from yarl import URL

from suluh.kernel.http import tls
from suluh.kernel.http.aio import aiohttp
from suluh.kernel.http.answer import Answer, Certificate, Reason, TlsState
from suluh.kernel.http.body import Body, read_capped
from suluh.kernel.http.client import Agent, Client
from suluh.kernel.http.connector import AddressRefused, GuardedConnector, Peer, refused
from suluh.kernel.http.names import LocalNameRefused
from suluh.kernel.http.politeness import Request
from suluh.kernel.http.urls import BadUrl, normalise

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BLOCKED = frozenset({401, 403, 429})


class Session:
    """The requests of one visit to one site. `fetch` never raises for what a server or network does."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self._http: aiohttp.ClientSession | None = None
        self._connector: GuardedConnector | None = None
        self._running = 0
        self._seats: set[str] = set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
        while self._seats:
            self.client.politeness.leave_seat(self._seats.pop())

    async def close(self) -> None:
        """Close every connection of this session."""
        if self._http is not None:
            await self._http.close()
            self._http = self._connector = None

    async def fetch(
        self,
        url: str,
        *,
        method: str = "GET",
        agent: str = Agent.SULUH,
        referrer: str | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
        delay: float = 0.0,
        cap: int | None = None,
        seconds: float | None = None,
    ) -> Answer:
        """One request with its redirects. `delay` is the Crawl-delay in force, in seconds.

        `etag` and `last_modified` make it conditional; `cap` and `seconds` lower the client's limits of bytes and time.
        Time waiting for one's turn does not count against them.
        """
        headers = {
            "User-Agent": self.client.user_agent(agent),
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Language": "id,en;q=0.5",
            "Accept-Encoding": "gzip, deflate",
        }
        optional = {"Referer": referrer, "If-None-Match": etag, "If-Modified-Since": last_modified}
        headers |= {name: value for name, value in optional.items() if value}
        self._running += 1
        try:
            limits = self.client.limits
            return await _Chain(
                self, url, method, headers, delay, cap or limits.body, min(seconds or limits.total, limits.total)
            ).run()
        finally:
            self._running -= 1

    def open(self) -> tuple[aiohttp.ClientSession, GuardedConnector]:
        """The HTTP session and its connector, made when first needed."""
        if self._http is None or self._connector is None:
            self._connector = GuardedConnector(self.client)
            self._http = aiohttp.ClientSession(
                connector=self._connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=False,
                auto_decompress=False,
                timeout=aiohttp.ClientTimeout(total=None, sock_connect=self.client.limits.connect),
            )
        return self._http, self._connector

    async def yield_address(self, address: str) -> None:
        """Close idle connections when another site at the same address waits, unless this one has a seat there."""
        if self._running == 1 and address not in self._seats and self.client.politeness.contended(address):
            await self.close()

    def is_seated(self, address: str) -> bool:
        """True when this session goes first at the address; it takes a seat there when one is free."""
        if address not in self._seats and self.client.politeness.take_seat(address):
            self._seats.add(address)
        return address in self._seats


@dataclass(slots=True)
class _Chain:
    """One request and the redirects that follow from it. `spent` counts seconds on the network, not in the queue."""

    session: Session
    requested: str
    method: str
    headers: dict[str, str]
    delay: float
    cap: int
    seconds: float
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    spent: float = 0.0
    hops: list[str] = field(default_factory=list)
    cookies: dict[str, str] = field(default_factory=dict)
    seen: set[tuple[str, str]] = field(default_factory=set)
    timings: dict[str, float] = field(default_factory=dict)

    async def run(self) -> Answer:
        """Follow the chain to its end."""
        target = self.requested
        while True:
            try:
                url = normalise(target)
            except BadUrl as fault:
                return self._end(target, Reason.PRIVATE_ADDRESS, detail=str(fault))
            mark = (str(url), repr(self.cookies))
            if mark in self.seen or len(self.hops) > self.session.client.limits.redirects:
                return self._end(str(url), Reason.REDIRECT_LOOP, detail="pengalihan berputar atau terlalu banyak")
            self.seen.add(mark)
            answer = await self._hop(url)
            location = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not location or answer.reason is Reason.TLS:
                return answer
            self.hops.append(str(url))
            target = _next_address(url, location)

    def _end(self, url: str, reason: Reason, *, detail: str | None = None, address: str | None = None) -> Answer:
        return Answer(
            requested=self.requested,
            url=url,
            reason=reason,
            at=self.at,
            address=address,
            hops=tuple(self.hops),
            timings=self._timings(),
            detail=detail,
        )

    def _timings(self) -> dict[str, float]:
        return {**self.timings, "total": round(self.spent, 4)}

    async def _hop(self, url: URL) -> Answer:
        client = self.session.client
        host, port = url.raw_host or "", url.port or 0
        begin = time.monotonic()
        try:
            async with asyncio.timeout(client.limits.connect):
                addresses = await client.names.addresses(host, port)
        except LocalNameRefused as fault:
            return self._end(str(url), Reason.PRIVATE_ADDRESS, detail=str(fault))
        except (OSError, UnicodeError) as fault:
            return self._end(str(url), Reason.DNS, detail=str(fault) or "nama tidak terjawab")
        finally:
            self.timings["dns"] = time.monotonic() - begin
            self.spent += self.timings["dns"]
        address = addresses[0][0]
        refusals = [refused(client, *where) for where in addresses]
        if all(refusals):
            return self._end(str(url), Reason.PRIVATE_ADDRESS, detail=refusals[0], address=address)
        async with client.politeness.turn(host, address, self.delay, seated=self.session.is_seated(address)):
            answer = await self._attempt(url, address)
            await self.session.yield_address(address)
        return answer

    async def _attempt(self, url: URL, address: str) -> Answer:
        try:
            return await self._ask(url, address, self.session.client.strict if url.scheme == "https" else True)
        except aiohttp.ClientConnectorSSLError as fault:
            cause = fault.os_error
        except aiohttp.ClientConnectorCertificateError as fault:
            cause = fault.certificate_error
        except (aiohttp.ClientError, OSError, ValueError) as fault:
            return self._failed(url, address, fault)
        return await self._unverified(url, address, cause)

    async def _unverified(self, url: URL, address: str, cause: Exception) -> Answer:
        """Ask once more without verification, only to tell a certificate fault from a dead server."""
        fault = cause if isinstance(cause, ssl.SSLError) else ssl.SSLError(str(cause))
        host = url.raw_host or ""
        try:
            answer = await self._ask(url, address, self.session.client.lax)
        except (aiohttp.ClientError, OSError, ValueError):
            ended = self._end(str(url), Reason.TLS, detail=str(fault), address=address)
            return replace(ended, certificate=tls.classify(None, host, fault, self.at))
        peer = self._peer(url)
        certificate = tls.classify(peer.der, host, fault, self.at)
        return replace(answer, reason=Reason.TLS, body=b"", certificate=certificate, detail=str(fault))

    def _allowed(self, url: URL, address: str) -> float:
        return min(self.seconds, self.session.client.patience.seconds(url.raw_host or "", address))

    def _failed(self, url: URL, address: str, fault: Exception) -> Answer:
        cause = getattr(fault, "os_error", fault)
        if isinstance(cause, AddressRefused | aiohttp.InvalidURL):
            return self._end(str(url), Reason.PRIVATE_ADDRESS, detail=str(cause), address=address)
        if isinstance(fault, TimeoutError) or isinstance(cause, TimeoutError):
            self._note_silence(url, address)
            return self._end(str(url), Reason.TIMEOUT, detail="tidak menjawab pada waktunya", address=address)
        return self._end(str(url), Reason.REFUSED, detail=f"{type(fault).__name__}: {fault}", address=address)

    async def _ask(self, url: URL, address: str, context: ssl.SSLContext | bool) -> Answer:
        started, begin = time.time(), time.monotonic()
        status: int | None = None
        self.timings.pop("first_byte", None)
        try:
            async with asyncio.timeout(max(0.01, self._allowed(url, address) - self.spent)):
                http, _ = self.session.open()
                asked = http.request(self.method, url, headers=self._sent(), allow_redirects=False, ssl=context)
                async with asked as response:
                    status = response.status
                    self.session.client.patience.answered(address)
                    self.timings["first_byte"] = time.monotonic() - begin
                    self.cookies |= {name: morsel.value for name, morsel in response.cookies.items()}
                    body = await self._body(response)
        finally:
            self.spent += time.monotonic() - begin
            if self.session.client.log is not None:
                line = Request(url.raw_host or "", address, started, time.time(), status, self.delay, str(url))
                self.session.client.log(line)
        return self._answer(url, response, body, address)

    def _note_silence(self, url: URL, address: str) -> None:
        if "first_byte" not in self.timings:
            self.session.client.patience.ran_out(url.raw_host or "", address)

    def _sent(self) -> dict[str, str]:
        if not self.cookies:
            return self.headers
        return self.headers | {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}

    async def _body(self, response: aiohttp.ClientResponse) -> Body:
        if self.method == "HEAD" or response.status in _REDIRECTS or response.status == 304:
            return Body(b"", False, 0)
        encoding = response.headers.get("Content-Encoding", "")
        body = await read_capped(response.content.iter_any(), encoding, self.cap)
        if body.truncated:
            response.close()
        return body

    def _peer(self, url: URL) -> Peer:
        _, connector = self.session.open()
        return connector.peers.get((url.raw_host or "", url.port or 0), Peer())

    def _answer(self, url: URL, response: aiohttp.ClientResponse, body: Body, address: str) -> Answer:
        peer = self._peer(url)
        self.timings["connect"] = peer.seconds
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Answer(
            requested=self.requested,
            url=str(url),
            reason=_reason(response.status, self.method, body.content),
            at=self.at,
            status=response.status,
            headers=headers,
            body=body.content,
            address=peer.address or address,
            certificate=self._certificate(url, peer),
            hops=tuple(self.hops),
            timings=self._timings(),
            truncated=body.truncated,
        )

    def _certificate(self, url: URL, peer: Peer) -> Certificate:
        if url.scheme != "https":
            return Certificate(TlsState.NONE)
        return tls.classify(peer.der, url.raw_host or "", None, self.at)


def _next_address(url: URL, location: str) -> str:
    """Where a redirect leads; left as written when it cannot be joined, so that vetting names the fault."""
    if "://" in location.split("?", 1)[0] or location.startswith(("//", "\\")):
        return f"{url.scheme}:{location}" if location.startswith("//") else location
    try:
        return str(url.join(URL(location)))
    except ValueError:
        return location


def _reason(status: int, method: str, body: bytes) -> Reason:
    if status in _BLOCKED:
        return Reason.BLOCKED
    if status >= 500:
        return Reason.HTTP_5XX
    if status >= 400:
        return Reason.HTTP_4XX
    if method == "GET" and status not in _REDIRECTS and status != 304 and not body.strip():
        return Reason.EMPTY
    return Reason.OK

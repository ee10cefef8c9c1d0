"""Serves the sites on loopback sockets; runs in a thread or process of its own and obeys a pipe."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import re
import socket
import ssl
import threading
from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path

from aiohttp import web

from suluh.demo.web.authority import PAPER_OF, Authority, Paper
from suluh.demo.web.places import Place, Servers
from suluh.demo.web.plan import SiteBrief
from suluh.demo.web.planning import plan_site
from suluh.demo.web.respond import Request, Response
from suluh.demo.web.site import Site

KEPT_SITES = 1000
_BACKLOG = 512


@dataclass(frozen=True, slots=True)
class Orders:
    """Everything a serving process needs. `now` is aware."""

    briefs: tuple[SiteBrief, ...]
    servers: Servers
    now: datetime
    folder: Path
    domain: str
    slow_seconds: float
    kept_pages: int


class SimulatedServers:
    """The listening side: sites by host, made when first asked for, the least used forgotten."""

    def __init__(self, orders: Orders) -> None:
        self._orders = orders
        self._briefs = {brief.host: brief for brief in orders.briefs}
        self._sites: OrderedDict[str, Site] = OrderedDict()
        self._authority = Authority(orders.folder, orders.now, [orders.domain])
        self._open: list[asyncio.Server] = []
        self._silent: list[socket.socket] = []
        self.ports = (0, 0, 0)

    async def start(self) -> None:
        """Listen on every address. The ports found are in `ports`: http, https, front."""
        loop = asyncio.get_running_loop()
        secure = self._secure_context()
        http, https = self._bind()
        handler = web.Server(self._serve, access_log=None, keepalive_timeout=20)
        for place, sock in http:
            if place is Place.HANGING:
                self._silent.append(sock)
            else:
                self._open.append(await loop.create_server(handler, sock=sock, backlog=_BACKLOG))
        for sock in https:
            self._open.append(await loop.create_server(handler, sock=sock, ssl=secure, backlog=_BACKLOG))
        front = await loop.create_server(web.Server(self._serve_front, access_log=None), "127.0.0.1", 0)
        self._open.append(front)
        first_https = https[0].getsockname()[1] if https else 0
        self.ports = (http[0][1].getsockname()[1] if http else 0, first_https, front.sockets[0].getsockname()[1])

    async def stop(self) -> None:
        """Close every listener."""
        for server in self._open:
            server.close()
        for sock in self._silent:
            sock.close()

    def change(self, briefs: list[SiteBrief]) -> None:
        """Put changed sites in the place of the old ones."""
        for brief in briefs:
            self._briefs[brief.host] = brief
            self._sites.pop(brief.host, None)

    def _bind(self) -> tuple[list[tuple[Place, socket.socket]], list[socket.socket]]:
        kinds = self._orders.servers.kinds
        listening = {address: place for address, place in kinds.items() if place is not Place.CLOSED}
        http = _same_port(list(listening))
        https = _same_port([address for address, place in listening.items() if place is not Place.PLAIN])
        hanging = {address for address, place in listening.items() if place is Place.HANGING}
        self._silent += [sock for sock in https if sock.getsockname()[0] in hanging]
        open_https = [sock for sock in https if sock.getsockname()[0] not in hanging]
        return list(zip(listening.values(), http, strict=True)), open_https

    def _secure_context(self) -> ssl.SSLContext:
        contexts = self._authority.contexts

        def choose(connection: ssl.SSLObject | ssl.SSLSocket, name: str | None, _: ssl.SSLContext) -> None:
            brief = self._briefs.get((name or "").removeprefix("www."))
            faults = brief.faults if brief else ()
            paper = next((PAPER_OF[fault] for fault in faults if fault in PAPER_OF), Paper.GOOD)
            connection.context = contexts[paper]

        main = contexts[Paper.GOOD]
        main.sni_callback = choose
        return main

    def _site(self, host: str) -> Site | None:
        name = _name(host)
        if name not in self._sites:
            brief = self._briefs.get(name)
            if brief is None:
                return None
            plan = plan_site(brief, self._orders.now)
            self._sites[name] = Site(plan, self._orders.slow_seconds, self._orders.kept_pages)
            if len(self._sites) > KEPT_SITES:
                self._sites.popitem(last=False)
        self._sites.move_to_end(name)
        return self._sites[name]

    async def _serve(self, asked: web.BaseRequest) -> web.Response:
        scheme = "https" if asked.transport and asked.transport.get_extra_info("sslcontext") else "http"
        host = _name(asked.host)
        brief = self._briefs.get(host)
        if brief is not None and brief.scheme == "https" and scheme == "http":
            return web.Response(status=301, headers={"Location": f"https://{host}{asked.rel_url}"})
        site = self._site(asked.host)
        if site is None:
            return web.Response(status=404, text="Tidak ada situs dengan nama itu.")
        found = site.answer(_request(asked, scheme))
        return await _send(asked, found, zipped=site.plan.manners.gzip)

    async def _serve_front(self, asked: web.BaseRequest) -> web.Response:
        """The browser's entry: any site by its host, its own addresses led back through this port."""
        site = self._site(asked.host)
        if site is None:
            return web.Response(status=404, text="Tidak ada situs dengan nama itu.")
        found = site.answer(_request(asked, site.plan.brief.scheme))
        pattern = rf"https?://((?:[a-z0-9-]+\.)*{re.escape(self._orders.domain)})".encode()
        body = re.sub(pattern, rf"http://\g<1>:{self.ports[2]}".encode(), found.body)
        return await _send(asked, replace(found, body=body), zipped=False)


def _name(host: str) -> str:
    """The site's own name: without port and `www.`."""
    return host.split(":")[0].lower().removeprefix("www.")


def _request(asked: web.BaseRequest, scheme: str) -> Request:
    headers = {name.lower(): value for name, value in asked.headers.items()}
    return Request(asked.rel_url.path, asked.rel_url.query_string, headers, scheme)


async def _send(asked: web.BaseRequest, found: Response, *, zipped: bool) -> web.Response:
    if found.delay:
        await asyncio.sleep(found.delay)
    headers, body = dict(found.headers), found.body
    if zipped and len(body) > 600 and "gzip" in asked.headers.get("Accept-Encoding", ""):
        body = gzip.compress(body, 1)
        headers["Content-Encoding"] = "gzip"
    return web.Response(status=found.status, body=body, headers=headers)


def _same_port(addresses: list[str], attempts: int = 40) -> list[socket.socket]:
    """One listening socket on each address, all with the same free port. Raises OSError when none is found."""
    if not addresses:
        return []
    for _ in range(attempts):
        opened: list[socket.socket] = []
        try:
            port = 0
            for address in addresses:
                opened.append(_listen(address, port))
                port = opened[0].getsockname()[1]
        except OSError:
            for sock in opened:
                sock.close()
        else:
            return opened
    raise OSError("no port is free on all simulated addresses")


def _listen(address: str, port: int) -> socket.socket:
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((address, port))
        sock.listen(_BACKLOG)
    except OSError:
        sock.close()
        raise
    sock.setblocking(False)
    return sock


def serve(orders: Orders, pipe: Connection) -> None:
    """Serve until the pipe says `None` or closes; answer `ports` when ready and `done` after each change."""
    runner = asyncio.Runner() if threading.current_thread() is not threading.main_thread() else _fast_runner()
    with runner:
        runner.run(_serve_until_told(orders, pipe))


def _fast_runner() -> asyncio.Runner:
    import uvloop

    return asyncio.Runner(loop_factory=uvloop.new_event_loop)


async def _serve_until_told(orders: Orders, pipe: Connection) -> None:
    servers = SimulatedServers(orders)
    await servers.start()
    told: asyncio.Queue[list[SiteBrief] | None] = asyncio.Queue()

    def listen() -> None:
        try:
            told.put_nowait(pipe.recv())
        except (EOFError, OSError):
            told.put_nowait(None)

    loop = asyncio.get_running_loop()
    loop.add_reader(pipe.fileno(), listen)
    pipe.send(servers.ports)
    try:
        while (changed := await told.get()) is not None:
            servers.change(changed)
            pipe.send("done")
    finally:
        loop.remove_reader(pipe.fileno())
        await servers.stop()
        with contextlib.suppress(OSError):
            pipe.close()

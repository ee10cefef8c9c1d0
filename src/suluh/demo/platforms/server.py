"""All simulated platforms behind one port on loopback, each below its own path, with one script of faults."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Self

from aiohttp import web

from suluh.platforms.values import Access

from .faults import AFTER, Fault, FaultScript
from .pages import Pages
from .shown import Shown
from .simulator import simulators

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class SimulatedPlatforms:
    """The servers in a thread of their own, for as long as the `with` lasts.

    `on_kill` is called from that thread when the script says that whoever asks dies now.
    """

    def __init__(
        self, script: FaultScript | None = None, *, port: int = 0, on_kill: Callable[[], None] | None = None
    ) -> None:
        self.script = script or FaultScript()
        self.shown = Shown()
        self.platforms = simulators(self.shown)
        self.pages = Pages(self.shown, list(self.platforms))
        self.port = port
        self.late = self.script.late
        self.answered: Counter[tuple[str, int]] = Counter()
        """How often each platform gave each status."""
        self._on_kill = on_kill
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._fault: OSError | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait(10)
        if self._fault is not None:
            raise self._fault
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    @property
    def origin(self) -> str:
        """Where all of them answer."""
        return f"http://127.0.0.1:{self.port}"

    def access(self, platform: str, account: str) -> Access:
        """What connects an account: address, name and secrets."""
        return self.platforms[platform].access(self.origin, account)

    def address(self, platform: str, account: str = "") -> str:
        """Where a platform answers; WordPress has an address for each site."""
        return self.access(platform, account).address

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        app = web.Application(middlewares=[self._counting, self._misbehaving], client_max_size=150_000_000)
        for part in self.platforms.values():
            app.router.add_routes(part.routes())
        app.router.add_routes(self.pages.routes())
        runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)
        self._loop.run_until_complete(runner.setup())
        site = web.TCPSite(runner, "127.0.0.1", self.port)
        try:
            self._loop.run_until_complete(site.start())
            self.port = runner.addresses[0][1]
        except OSError as fault:
            self._fault = fault
            self._ready.set()
            return
        self._ready.set()
        self._loop.run_forever()
        self._loop.run_until_complete(runner.cleanup())

    @web.middleware
    async def _counting(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            answer = await handler(request)
        except web.HTTPException as refusal:
            self.answered[request.path.split("/", 2)[1], refusal.status] += 1
            raise
        self.answered[request.path.split("/", 2)[1], answer.status] += 1
        return answer

    @web.middleware
    async def _misbehaving(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        page = self.pages.asked(request)
        if page is not None:
            return page
        part = self.platforms.get(request.path.split("/", 2)[1])
        fault = self.script.next(request.path, writes=request.method != "GET") if part else Fault.NONE
        if part is None or fault is Fault.NONE:
            return await handler(request)
        if fault in (Fault.KILL_BEFORE, Fault.KILL_AFTER):
            return await self._killing(fault, request, handler)
        if fault in AFTER:
            return await self._after(fault, request, handler)
        if fault is Fault.BUSY:
            return part.busy(request)
        if fault is Fault.EXPIRED:
            return part.expired(request)
        if fault is Fault.ERROR_BEFORE:
            return web.json_response({"error": "temporarily unavailable"}, status=503)
        return _cut(request)

    async def _after(self, fault: Fault, request: web.Request, handler: Handler) -> web.StreamResponse:
        """The work is done, and the answer tells something else."""
        self.shown.delay = self.late if fault is Fault.LATE else 0.0
        try:
            answer = await handler(request)
        finally:
            self.shown.delay = 0.0
        if answer.status >= 400:
            return answer
        if fault is Fault.SILENT_AFTER:
            await asyncio.sleep(30)
        if fault is Fault.ERROR_AFTER:
            return web.json_response({"error": "internal"}, status=500)
        if fault is Fault.REFUSED_AFTER:
            return web.json_response({"error": "bad request", "ok": False}, status=400)
        if fault is Fault.NONSENSE_AFTER:
            return web.Response(text="<html><title>Gateway</title></html>", content_type="text/html")
        return _cut(request)

    async def _killing(self, fault: Fault, request: web.Request, handler: Handler) -> web.StreamResponse:
        if fault is Fault.KILL_AFTER:
            await handler(request)
        if self._on_kill is not None:
            self._on_kill()
        return _cut(request)


def _cut(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)

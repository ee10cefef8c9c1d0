"""Many visits at once in one event loop, with bounded memory and one writer.

    engine = Engine(frontier, client, EngineSettings(concurrency=100))
    engine.run()                       # until the frontier has no more; blocking, own event loop
    engine.stop()                      # from a signal handler or another thread

The frontier is only ever called from one writer thread.
"""

from __future__ import annotations

import asyncio
import ctypes
import faulthandler
import gc
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache

import uvloop

from suluh.kernel.http.client import Client
from suluh.monitoring.engine.frontier import Frontier, Leased, Visited
from suluh.monitoring.engine.values import VisitResult
from suluh.monitoring.engine.visit import failed_visit, visit
from suluh.monitoring.probes.protocol import Probe, all_probes

_PARTS = 16
"""The frontier is asked when at least this part of the places is free, not for every single one."""
_COLLECT_AFTER = 20_000
"""New objects until the collector looks for cycles: a visit makes many and frees nearly all of them by itself."""

_TRIM_EVERY = 2.0
"""Seconds between two returns of freed memory."""


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """How much an engine does at once. Seconds; counts of sites.

    `stuck_seconds`: after so long without a turn of the loop the process ends; 0 leaves it running.
    """

    concurrency: int = 100
    lease_batch: int = 50
    save_batch: int = 20
    save_every: float = 1.0
    lease_seconds: float = 120.0
    visit_seconds: float = 300.0
    resolver_threads: int = 32
    stuck_seconds: float = 0.0


@dataclass(slots=True)
class Engine:
    """Visits what a frontier hands out. One `run` each; `progress` is told the number saved after each batch."""

    frontier: Frontier
    client: Client
    settings: EngineSettings = field(default_factory=EngineSettings)
    probes: Sequence[Probe] | None = None
    clock: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    progress: Callable[[int], None] | None = None
    visited: int = 0
    _flying: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    _done: list[Visited] = field(default_factory=list)
    _stopping: bool = False
    _trimmed_at: float = field(default_factory=time.monotonic)

    def run(self) -> int:
        """Visit until the frontier has nothing more or `stop` was called. Returns the number of visits saved."""
        usual = gc.get_threshold()
        gc.set_threshold(_COLLECT_AFTER, *usual[1:])
        try:
            with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
                return runner.run(self.run_async())
        finally:
            gc.set_threshold(*usual)

    def stop(self) -> None:
        """Take no new sites; visits in flight are given up and their leases left to run out."""
        self._stopping = True

    async def run_async(self) -> int:
        """The same inside an event loop that already runs."""
        loop = asyncio.get_running_loop()
        with (
            ThreadPoolExecutor(self.settings.resolver_threads, "names") as resolvers,
            ThreadPoolExecutor(1, "frontier") as writer,
        ):
            loop.set_default_executor(resolvers)
            keeper = asyncio.create_task(self._keep_leases(writer))
            sign = asyncio.create_task(self._show_life())
            try:
                await self._feed(writer)
            finally:
                await self._give_up()
                for helper in (keeper, sign):
                    helper.cancel()
                await asyncio.gather(keeper, sign, return_exceptions=True)
                await self._save(writer)
        return self.visited

    async def _feed(self, writer: ThreadPoolExecutor) -> None:
        loop = asyncio.get_running_loop()
        saved_at = time.monotonic()
        exhausted = False
        while not self._stopping:
            room = self.settings.concurrency - len(self._flying)
            asking = room >= self.settings.concurrency / _PARTS or not self._flying
            taken: Sequence[Leased] = ()
            if asking and not exhausted:
                taken = await loop.run_in_executor(writer, self.frontier.lease, min(room, self.settings.lease_batch))
                for leased in taken:
                    self._flying[leased.key] = asyncio.create_task(self._visit(leased))
            late = time.monotonic() - saved_at > self.settings.save_every
            idle = self._done and not self._flying  # nothing to wait for: waiting would only spin
            if late or idle or len(self._done) >= self.settings.save_batch:
                await self._save(writer)
                saved_at = time.monotonic()
                await self._give_back(writer)
                self.client.politeness.sweep_out()
            if not taken:
                pause = await loop.run_in_executor(writer, self.frontier.next_wakeup) if asking else None
                exhausted = asking and pause is None
                if exhausted and not self._flying and not self._done:
                    return
                await self._rest(pause)

    async def _rest(self, pause: float | None) -> None:
        """Wait for a visit to end, at most until the frontier wants to be asked again."""
        limit = min(self.settings.save_every, max(pause or self.settings.save_every, 0.02))
        if self._flying:
            await asyncio.wait(self._flying.values(), timeout=limit, return_when=asyncio.FIRST_COMPLETED)
        else:
            await asyncio.sleep(0 if self._done else limit)

    async def _visit(self, leased: Leased) -> None:
        probes = all_probes() if self.probes is None else self.probes
        now = self.clock()
        try:
            async with asyncio.timeout(self.settings.visit_seconds):
                result = await visit(leased.task, leased.memory, self.client, now, probes)
        except Exception as fault:  # noqa: BLE001 - one site's surprise must not end the sweep
            result = failed_visit(leased.task, leased.memory, now, fault)
        self._done.append(Visited(leased.key, result))
        self._flying.pop(leased.key, None)

    async def _save(self, writer: ThreadPoolExecutor) -> None:
        batch, self._done = self._done, []
        if batch:
            await asyncio.get_running_loop().run_in_executor(writer, self.frontier.save, batch)
            self.visited += len(batch)
            if self.progress is not None:
                self.progress(self.visited)

    async def _give_back(self, writer: ThreadPoolExecutor) -> None:
        """Return freed memory to the system: parsers leave gaps that the C library would keep as long as we run."""
        trim = _trimming()
        if trim is not None and time.monotonic() - self._trimmed_at > _TRIM_EVERY:
            await asyncio.get_running_loop().run_in_executor(writer, trim, 0)
            self._trimmed_at = time.monotonic()

    async def _keep_leases(self, writer: ThreadPoolExecutor) -> None:
        while True:
            await asyncio.sleep(self.settings.lease_seconds / 3)
            keys = [*self._flying, *(visited.key for visited in self._done)]
            await asyncio.get_running_loop().run_in_executor(writer, self.frontier.renew, keys)

    async def _show_life(self) -> None:
        """Put off the end of this process again and again, until a page holds up the loop for good.

        A search or a parser that does not come back keeps the interpreter to itself: no signal, thread or time limit of
        Python's is heard then. This timer needs none of it; what was leased comes back to other engines by itself.
        """
        limit = self.settings.stuck_seconds
        try:
            while limit:
                faulthandler.dump_traceback_later(limit, exit=True, file=sys.__stderr__ or sys.stderr)
                await asyncio.sleep(limit / 10)
        finally:
            if limit:
                faulthandler.cancel_dump_traceback_later()

    async def _give_up(self) -> None:
        tasks = list(self._flying.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@cache
def _trimming() -> Callable[[int], int] | None:
    """`malloc_trim` of the GNU C library; None elsewhere."""
    return getattr(ctypes.CDLL(None), "malloc_trim", None)


__all__ = ["Engine", "EngineSettings", "VisitResult"]

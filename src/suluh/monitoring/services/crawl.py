"""Running an engine against the database: the frontier's adapter."""

from __future__ import annotations

import asyncio
import os
import socket
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from django.conf import settings
from django.db import DataError, IntegrityError, close_old_connections

from suluh.kernel.http.client import Client
from suluh.kernel.http.names import Names
from suluh.monitoring.engine import frontier as socket_of_engine
from suluh.monitoring.engine.frontier import Visited
from suluh.monitoring.engine.loop import Engine, EngineSettings
from suluh.monitoring.engine.visit import failed_visit
from suluh.organization.outgoing import client_from_settings

from .frontier import leases_renew, seconds_to_next, tokens_release, visits_lease, visits_resolve
from .results import Finished, results_store

RESOLVE_SECONDS = 5.0
STUCK_SECONDS = 90.0
"""The largest honest page takes a second or two of the loop, on a slow machine a few times that."""


class DatabaseFrontier:
    """One sweep's frontier as the engine sees it. With `patient` it waits for second tries instead of ending."""

    def __init__(
        self, sweep_id: int, client: Client, *, patient: bool, progress: Callable[[int], None] | None = None
    ) -> None:
        self.sweep_id = sweep_id
        self.holder = f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex[:8]}"
        self.patient = patient
        self._progress = progress
        self._client = client
        self._crowding = socket_of_engine.Crowding()
        self._resolved = False

    def lease(self, count: int) -> Sequence[socket_of_engine.Leased]:
        """Up to `count` due sites; the first call also finds out on which servers the sites stand."""
        close_old_connections()
        if not self._resolved:
            while visits_resolve(sweep_id=self.sweep_id, resolve=self._addresses):
                pass
            self._resolved = True
        rows = visits_lease(sweep_id=self.sweep_id, holder=self.holder, limit=count, crowding=self._crowding)
        found = [socket_of_engine.Leased(str(row.visit_id), row.task, row.memory, row.server) for row in rows]
        for leased in found:
            self._crowding.enter(leased)
        return found

    def renew(self, keys: Sequence[str]) -> None:
        """Keep what is in flight."""
        if keys:
            leases_renew(sweep_id=self.sweep_id, holder=self.holder)

    def save(self, batch: Sequence[Visited]) -> None:
        """Store finished visits and give back servers that are done."""
        count = _store([Finished(int(item.key), self.holder, item.result) for item in batch])
        if self._progress is not None:
            self._progress(count)
        for item in batch:
            self._crowding.leave(item.key)
        tokens_release(sweep_id=self.sweep_id, holder=self.holder)

    def next_wakeup(self) -> float | None:
        """Seconds until something may be due. An impatient frontier ends rather than waits for a second try."""
        pause = seconds_to_next(sweep_id=self.sweep_id)
        return None if pause is not None and pause > 1 and not self.patient else pause

    def _addresses(self, hosts: Iterable[str]) -> Mapping[str, str | None]:
        names = Names(self._client.allow_private, self._client.local, self._client.lookup)
        return asyncio.run(_resolve_all(names, list(hosts)))


def _store(finished: Sequence[Finished]) -> int:
    """Store a batch; when the database refuses it, each visit by itself, and of the refused one that it failed."""
    try:
        return results_store(finished=finished)
    except (DataError, IntegrityError, ValueError, TypeError) as fault:
        if len(finished) > 1:
            return sum(_store([item]) for item in finished)
        item, result = finished[0], finished[0].result
        if result.error is not None:
            raise
        failed = failed_visit(result.task, result.memory, result.started_at, fault)
        return results_store(finished=[replace(item, result=failed)])


async def _resolve_all(names: Names, hosts: Sequence[str]) -> Mapping[str, str | None]:
    async def one(host: str) -> str | None:
        try:
            async with asyncio.timeout(RESOLVE_SECONDS):
                found = await names.addresses(host, 80)
        except (OSError, TimeoutError):
            return None
        return found[0][0] if found else None

    return dict(zip(hosts, await asyncio.gather(*map(one, hosts)), strict=True))


def sweep_run(*, sweep_id: int, patient: bool = False, progress: Callable[[int], None] | None = None) -> int:
    """Visit what is due in a sweep, in this process; return the number of visits made here.

    `progress` is told how many sites each batch brought to their end; it runs in the thread that writes.
    """
    client = client_from_settings()
    frontier = DatabaseFrontier(sweep_id, client, patient=patient, progress=progress)
    limits = EngineSettings(lease_seconds=0.75 * settings.CONFIG.lease_seconds, stuck_seconds=STUCK_SECONDS)
    return Engine(frontier, client, limits).run()

"""Visits of simulated sites over real loopback sockets, each beside the truth about it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from suluh.demo.units import REGENCY_HOSTS
from suluh.demo.web.plan import SiteBrief
from suluh.demo.web.simulated import SimulatedWeb
from suluh.demo.web.truth import SiteTruth
from suluh.kernel.http.client import Client
from suluh.kernel.http.politeness import Manners
from suluh.law.kinds import UnitKind
from suluh.monitoring.engine.values import SiteMemory, SiteTask, VisitResult
from suluh.monitoring.engine.visit import visit
from suluh.monitoring.probes.protocol import all_probes

AT_ONCE = 24
SLOW_SECONDS = 4.0
"""A slow site of the bench answers after this time; the demo's takes longer."""


@dataclass(frozen=True)
class Visited:
    """One visit and what a perfect watcher would have said."""

    truth: SiteTruth
    result: VisitResult


@dataclass(frozen=True)
class Tour:
    """Visits to many sites; `cpu` is the CPU time of this process, the servers run in another."""

    visits: tuple[Visited, ...]
    cpu: float


def tour(briefs: Sequence[SiteBrief], max_requests: int = 40) -> Tour:
    """Serve the sites from a process of their own and visit each once."""
    now = datetime.now(UTC)
    with (
        TemporaryDirectory() as folder,
        SimulatedWeb(briefs, now, Path(folder), apart=True, slow_seconds=SLOW_SECONDS) as web,
    ):
        truths = [web.truth(host) for host in web.briefs]
        begin = time.process_time()
        results = asyncio.run(_visit_all(web, truths, now, max_requests))
        cpu = time.process_time() - begin
    return Tour(tuple(map(Visited, truths, results)), cpu)


async def _visit_all(
    web: SimulatedWeb, truths: Sequence[SiteTruth], now: datetime, max_requests: int
) -> list[VisitResult]:
    client = Client(
        allow_private=True, local=web.local_names(), extra_ca=str(web.ca_file), manners=Manners(per_address=64, gap=0.0)
    )
    places = asyncio.Semaphore(AT_ONCE)

    async def one(truth: SiteTruth) -> VisitResult:
        task = SiteTask(
            url=truth.url,
            kind=UnitKind(truth.kind),
            registered=True,
            pair=True,
            regency_hosts=() if truth.kind == UnitKind.MAIN else REGENCY_HOSTS,
            max_requests=max_requests,
        )
        async with places:
            return await visit(task, SiteMemory(), client, now, all_probes())

    return list(await asyncio.gather(*(one(truth) for truth in truths)))

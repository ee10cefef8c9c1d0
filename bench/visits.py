"""Visits of simulated sites over real loopback sockets, each beside the truth about it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from suluh.demo.units import REGENCY_HOSTS
from suluh.demo.web.faults import Fault
from suluh.demo.web.plan import SiteBrief
from suluh.demo.web.simulated import SimulatedWeb
from suluh.demo.web.truth import SiteTruth
from suluh.kernel.http.client import Client
from suluh.kernel.http.politeness import Manners
from suluh.law.kinds import UnitKind
from suluh.monitoring.engine.values import SiteMemory, SiteTask, VisitResult
from suluh.monitoring.engine.visit import visit
from suluh.monitoring.probes.protocol import all_probes

AT_ONCE = 40
KEPT_PAGES = 20
SLOW_SECONDS = 4.0
"""A slow site of the bench answers after this time; the demo's takes longer."""


@dataclass(frozen=True)
class Visited:
    """One visit and what a perfect watcher would have said."""

    truth: SiteTruth
    result: VisitResult


def visits_of(briefs: Sequence[SiteBrief], max_requests: int = 40) -> Iterator[Visited]:
    """Serve the sites from a process of their own and visit each once; a visit is handed over as it ends."""
    now = datetime.now(UTC)
    with (
        TemporaryDirectory() as folder,
        SimulatedWeb(briefs, now, Path(folder), apart=True, slow_seconds=SLOW_SECONDS, kept_pages=KEPT_PAGES) as web,
        asyncio.Runner() as runner,
    ):
        visits = _visits(web, now, max_requests)
        while (one := runner.run(anext(visits, None))) is not None:
            yield one


async def _visits(web: SimulatedWeb, now: datetime, max_requests: int) -> AsyncGenerator[Visited]:
    client = Client(
        allow_private=True, local=web.local_names(), extra_ca=str(web.ca_file), manners=Manners(per_address=64, gap=0.0)
    )
    places = asyncio.Semaphore(AT_ONCE)

    async def one(host: str) -> Visited:
        truth = web.truth(host)
        task = SiteTask(
            url=truth.url,
            kind=UnitKind(truth.kind),
            registered=True,
            pair=True,
            regency_hosts=() if truth.kind == UnitKind.MAIN else REGENCY_HOSTS,
            max_requests=max_requests,
        )
        async with places:
            return Visited(truth, await visit(task, SiteMemory(), client, now, all_probes()))

    slow_first = sorted(web.briefs, key=lambda host: Fault.SLOW not in web.briefs[host].faults)
    for done in asyncio.as_completed([asyncio.create_task(one(host)) for host in slow_first]):
        yield await done

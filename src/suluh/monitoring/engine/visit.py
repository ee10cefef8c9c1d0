"""One visit to one site: fetch politely, find what was published, ask the probes, say what was seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from suluh.kernel.http.answer import Reason
from suluh.kernel.http.client import Client
from suluh.kernel.http.session import Session
from suluh.monitoring.engine.values import Document, SiteMemory, SiteTask, Snapshot, VisitResult
from suluh.monitoring.probes.protocol import Probe


async def visit(
    task: SiteTask, memory: SiteMemory, client: Client, now: datetime, probes: Sequence[Probe]
) -> VisitResult:
    """Look at one site once. Never raises for what the site or the network does.

    `memory` is what `VisitResult.memory` of the last visit was (an empty one at first); it is not changed. `now` is
    aware, UTC. A site that did not answer is told by `alive` and `reason`; trying again later before calling it dead
    is the sweep's business.
    """
    async with Session(client) as session:
        answer = await session.fetch(task.url)
    seen = Snapshot(task=task, now=now, memory=memory, home_answer=answer, requests=1)
    if answer.ok:
        seen.home = Document(answer, "home")
    return VisitResult(
        task=task,
        started_at=now,
        finished_at=datetime.now(UTC),
        alive=seen.alive,
        reason=answer.reason,
        http_status=answer.status,
        final_url=answer.url,
        address=answer.address,
        requests=seen.requests,
        memory=memory,
    )


def failed_visit(task: SiteTask, memory: SiteMemory, now: datetime, fault: Exception) -> VisitResult:
    """The result of a visit that our own fault or the visit's time limit ended; says nothing about the site."""
    reason = Reason.TIMEOUT if isinstance(fault, TimeoutError) else Reason.OK
    return VisitResult(
        task=task,
        started_at=now,
        finished_at=datetime.now(UTC),
        alive=False,
        reason=reason,
        memory=memory,
        error=f"{type(fault).__name__}: {fault}",
    )

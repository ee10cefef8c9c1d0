"""A site of a few pages held in a dictionary, visited the way the engine visits: wants in rounds, then judgement."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from suluh.kernel.http.answer import Answer, Reason
from suluh.law.kinds import UnitKind
from suluh.monitoring.engine.values import Document, FindingSeen, ItemSeen, SiteMemory, SiteTask, Snapshot, Want
from suluh.monitoring.probes.protocol import Probe

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
HOME = "http://dinkes.arunika.localhost/"


def answer(url: str, html: str | None, status: int = 200, seconds: float = 0.1) -> Answer:
    """The answer of a server that has a page, or has none."""
    if html is None:
        body = b"<html><head><title>404</title></head><body>Not Found</body></html>"
        return Answer(url, url, Reason.HTTP_4XX, NOW, 404, {"content-type": "text/html"}, body)
    headers = {"content-type": "text/html; charset=utf-8"}
    return Answer(url, url, Reason.OK, NOW, status, headers, html.encode(), timings={"total": seconds})


def snapshot(pages: Mapping[str, str], home: str = HOME, kind: UnitKind = UnitKind.OPD, **task: Any) -> Snapshot:
    """What is known after the home page was read."""
    seen = Snapshot(SiteTask(home, kind, **task), NOW, SiteMemory(), requests=1)
    seen.home_answer = answer(home, pages.get(home))
    seen.home = Document(seen.home_answer, "home") if seen.home_answer.ok else None
    return seen


def look(seen: Snapshot, pages: Mapping[str, str], probes: Sequence[Probe], soft: str | None = None) -> list[Any]:
    """Visit in rounds within the budget; what the probes say. `soft` is a page given for any unknown address."""
    while seen.requests < seen.task.max_requests:
        asked = {want.url: want for probe in probes for want in probe.wants(seen) if want.url not in seen.answers}
        fresh = sorted(asked.values(), key=lambda want: want.priority)[: seen.task.max_requests - seen.requests]
        if not fresh:
            break
        for want in fresh:
            _fetch(seen, want, pages, soft)
    return [statement for probe in probes for statement in probe.judge(seen)]


def _fetch(seen: Snapshot, want: Want, pages: Mapping[str, str], soft: str | None) -> None:
    seen.requests += 1
    given = seen.answers[want.url] = answer(want.url, pages.get(want.url, soft))
    if given.ok and want.method == "GET":
        seen.pages[want.url] = Document(given, want.purpose)


@dataclass(slots=True)
class Visited:
    """What a visit left, and what the probes said."""

    seen: Snapshot
    said: list[Any] = field(default_factory=list)

    @property
    def items(self) -> dict[str, ItemSeen]:
        """Items by code."""
        return {one.code: one for one in self.said if isinstance(one, ItemSeen)}

    @property
    def findings(self) -> dict[str, FindingSeen]:
        """Findings by code."""
        return {one.code: one for one in self.said if isinstance(one, FindingSeen)}


@pytest.fixture
def visit() -> Callable[..., Visited]:
    """Visit a site given as pages by address: `visit(pages, probe, kind=…, soft=…, change=…)`."""

    def run(
        pages: Mapping[str, str],
        *probes: Probe,
        soft: str | None = None,
        change: Callable[[Snapshot], None] | None = None,
        **task: Any,
    ) -> Visited:
        seen = snapshot(pages, **task)
        if change is not None:
            change(seen)
        return Visited(seen, look(seen, pages, probes, soft))

    return run

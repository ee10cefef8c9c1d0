"""Where the engine takes its sites from and leaves its results: the one thing it needs of a database.

The monitoring room implements `Frontier` on PostgreSQL; `MemoryFrontier` serves `suluh check`, tests and benches.
Every call is made from the engine's writer thread, never from the event loop, and never two at a time, so an
implementation may block and may use one ordinary database connection.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from suluh.monitoring.engine.values import SiteMemory, SiteTask, VisitResult


@dataclass(frozen=True, slots=True)
class Leased:
    """One site handed to an engine until its lease runs out. `key` identifies it in `renew` and `Visited`.

    `server` is the numeric address or host the site shares with others; the frontier may use it to keep two workers
    off one server. It is not read by the engine.
    """

    key: str
    task: SiteTask
    memory: SiteMemory = field(default_factory=SiteMemory)
    server: str = ""


@dataclass(frozen=True, slots=True)
class Visited:
    """The outcome of one leased site."""

    key: str
    result: VisitResult


class Frontier(Protocol):
    """Sites that are due. Results must be stored at most once for each key, whoever delivers them."""

    def lease(self, count: int) -> Sequence[Leased]:
        """Up to `count` due sites, reserved for this engine. Empty when nothing is due now."""

    def renew(self, keys: Sequence[str]) -> None:
        """Keep these leases alive; called every `lease_seconds / 3` for everything still in flight."""

    def save(self, batch: Sequence[Visited]) -> None:
        """Store results and end their leases. A key whose lease was lost meanwhile is ignored."""

    def next_wakeup(self) -> float | None:
        """Seconds until a site may become due; None when there is nothing more to do and the engine may stop."""


class MemoryFrontier:
    """A frontier of one process: every site once, in the order given.

    With `keep` the results are held in `results`; without, they are only counted.
    """

    def __init__(self, sites: Iterable[Leased], *, keep: bool = True) -> None:
        self._waiting = deque(sites)
        self._flying: set[str] = set()
        self._keep = keep
        self.results: dict[str, VisitResult] = {}
        self.saved = 0

    def lease(self, count: int) -> Sequence[Leased]:
        """The next `count` sites."""
        taken = [self._waiting.popleft() for _ in range(min(count, len(self._waiting)))]
        self._flying.update(leased.key for leased in taken)
        return taken

    def renew(self, keys: Sequence[str]) -> None:
        """Nothing to renew: nobody else takes these sites."""

    def save(self, batch: Sequence[Visited]) -> None:
        """Count the results and keep them when asked to."""
        for visited in batch:
            if visited.key in self._flying:
                self._flying.discard(visited.key)
                self.saved += 1
                if self._keep:
                    self.results[visited.key] = visited.result

    def next_wakeup(self) -> float | None:
        """None as soon as every site was handed out."""
        return 0.0 if self._waiting else None

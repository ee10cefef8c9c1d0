"""Where the engine takes its sites from and leaves its results: the one thing it needs of a database.

The monitoring room implements `Frontier` on PostgreSQL; `MemoryFrontier` serves `suluh check`, tests and benches.
Every call is made from the engine's writer thread, never from the event loop, and never two at a time, so an
implementation may block and may use one ordinary database connection.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from suluh.monitoring.engine.values import SiteMemory, SiteTask, VisitResult

SITES_OF_A_SERVER = 8
"""Sites of one server in flight while other servers have sites to visit. A server serves four requests at a time."""


@dataclass(frozen=True, slots=True)
class Leased:
    """One site handed to an engine until its lease runs out. `key` identifies it in `renew` and `Visited`.

    `server` is the numeric address or host the site shares with others, "" where unknown. It is not read by the engine;
    frontiers use it to keep two workers off one server and one server from taking all places.
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


class Crowding:
    """How many sites of each server are in flight, so that one server, perhaps a silent one, never takes all places."""

    def __init__(self) -> None:
        self._server: dict[str, str] = {}
        self._flying: Counter[str] = Counter()

    @property
    def idle(self) -> bool:
        """True when nothing is in flight."""
        return not self._flying

    def full(self) -> set[str]:
        """Servers that have their share; more of their sites are handed out only when nothing else is due."""
        return {server for server, count in self._flying.items() if count >= SITES_OF_A_SERVER}

    def places(self, server: str, wanted: int) -> int:
        """Of `wanted` sites of this server, how many may join those in flight."""
        return min(wanted, max(0, SITES_OF_A_SERVER - self._flying[server])) if server else wanted

    def enter(self, leased: Leased) -> None:
        """A site goes into flight."""
        if leased.server:
            self._server[leased.key] = leased.server
            self._flying[leased.server] += 1

    def leave(self, key: str) -> None:
        """A site has come back."""
        server = self._server.pop(key, "")
        if server:
            self._flying[server] -= 1
            if not self._flying[server]:
                del self._flying[server]


class MemoryFrontier:
    """A frontier of one process: every site once; in the order given, except that servers take turns.

    With `keep` the results are held in `results`; without, they are only counted.
    """

    def __init__(self, sites: Iterable[Leased], *, keep: bool = True) -> None:
        self._waiting: dict[str, deque[Leased]] = {}
        for leased in sites:
            self._waiting.setdefault(leased.server, deque()).append(leased)
        self._flying: set[str] = set()
        self._crowding = Crowding()
        self._keep = keep
        self.results: dict[str, VisitResult] = {}
        self.saved = 0

    def lease(self, count: int) -> Sequence[Leased]:
        """The next `count` sites."""
        taken: list[Leased] = []
        for server in list(self._waiting):
            self._take(server, self._crowding.places(server, count - len(taken)), taken)
        if not taken:
            for server in list(self._waiting):
                self._take(server, count - len(taken), taken)
        return taken

    def _take(self, server: str, count: int, taken: list[Leased]) -> None:
        waiting = self._waiting[server]
        for _ in range(min(count, len(waiting))):
            leased = waiting.popleft()
            self._flying.add(leased.key)
            self._crowding.enter(leased)
            taken.append(leased)
        if not waiting:
            del self._waiting[server]

    def renew(self, keys: Sequence[str]) -> None:
        """Nothing to renew: nobody else takes these sites."""

    def save(self, batch: Sequence[Visited]) -> None:
        """Count the results and keep them when asked to."""
        for visited in batch:
            if visited.key in self._flying:
                self._flying.discard(visited.key)
                self._crowding.leave(visited.key)
                self.saved += 1
                if self._keep:
                    self.results[visited.key] = visited.result

    def next_wakeup(self) -> float | None:
        """None as soon as every site was handed out."""
        return 0.0 if self._waiting else None

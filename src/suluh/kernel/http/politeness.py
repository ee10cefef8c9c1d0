"""How many requests a server gets from us at once and how soon after each other, and the proof of it.

The unit of politeness is the numeric address as well as the host, because dozens of subdomains share one server.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter, defaultdict, deque
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Manners:
    """Caps of one crawler. Seconds are between the starts of two requests to one host.

    `kept_open` sessions have a seat at an address: they go first and keep their connections while others wait. A new
    connection for each request costs both sides more than the request does, with TLS several times more.
    """

    per_host: int = 2
    per_address: int = 4
    kept_open: int = 8
    gap: float = 0.2
    jitter: float = 0.5  # a gap g becomes g to g × (1 + jitter)
    longest_delay: float = 30.0  # a Crawl-delay above this counts as this


class Request(NamedTuple):
    """One line of the request log. Times are seconds since the epoch, so that logs of several workers can be joined."""

    host: str
    address: str
    start: float
    end: float
    status: int | None
    delay: float = 0.0  # Crawl-delay in force
    url: str = ""


class Violation(NamedTuple):
    """A moment at which a cap was not kept. `rule` is host, address or delay."""

    rule: str
    key: str
    at: float
    seen: float
    cap: float


class _Places:
    """A semaphore with two queues: whoever has a seat goes before everybody who has none."""

    def __init__(self, count: int) -> None:
        self._free = count
        self._waiting: tuple[deque[asyncio.Future[None]], ...] = (deque(), deque())

    @property
    def full(self) -> bool:
        """True when the next one has to wait."""
        return not self._free

    async def enter(self, *, seated: bool) -> None:
        """Take a place, at once or when one is handed over."""
        if self._free:
            self._free -= 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[not seated].append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.leave()
            raise

    def leave(self) -> None:
        """Hand the place to whoever is next."""
        for queue in self._waiting:
            while queue:
                turn = queue.popleft()
                if not turn.done():
                    turn.set_result(None)
                    return
        self._free += 1


@dataclass(slots=True)
class _Gate:
    free: _Places
    start: asyncio.Lock = field(default_factory=asyncio.Lock)
    users: int = 0
    last_start: float = float("-inf")
    next_start: float = 0.0


@dataclass(slots=True)
class Politeness:
    """Turns at hosts and addresses inside one event loop; keeps only what is in use."""

    manners: Manners = field(default_factory=Manners)
    _hosts: dict[str, _Gate] = field(default_factory=dict)
    _addresses: dict[str, _Gate] = field(default_factory=dict)
    _seats: Counter[str] = field(default_factory=Counter)

    @asynccontextmanager
    async def turn(self, host: str, address: str, delay: float = 0.0, *, seated: bool = False) -> AsyncIterator[None]:
        """Wait for a place at the host and the address, and for `delay` seconds (Crawl-delay) since the last start."""
        async with self._place(self._hosts, host, self.manners.per_host, True) as gate, AsyncExitStack() as places:
            async with gate.start:
                await self._wait(gate, delay)
                place = self._place(self._addresses, address, self.manners.per_address, seated)
                await places.enter_async_context(place)
                self._set_next_start(gate, delay)
            yield

    def contended(self, address: str) -> bool:
        """True when somebody else waits for a place at this address."""
        gate = self._addresses.get(address)
        return gate is not None and gate.free.full and gate.users > self.manners.per_address

    def take_seat(self, address: str) -> bool:
        """True when one more session gets a seat at this address; it then calls `leave_seat` once."""
        if self._seats[address] >= self.manners.kept_open:
            return False
        self._seats[address] += 1
        return True

    def leave_seat(self, address: str) -> None:
        """A session has closed its connections and asks nothing more."""
        self._seats[address] -= 1
        if not self._seats[address]:
            del self._seats[address]

    async def _wait(self, gate: _Gate, delay: float) -> None:
        now = asyncio.get_running_loop().time()
        early = max(gate.next_start - now, min(delay, self.manners.longest_delay) - (now - gate.last_start))
        if early > 0:
            await asyncio.sleep(early)

    def _set_next_start(self, gate: _Gate, delay: float) -> None:
        gap = max(self.manners.gap, min(delay, self.manners.longest_delay))
        gate.last_start = asyncio.get_running_loop().time()
        gate.next_start = gate.last_start + gap * (1 + self.manners.jitter * random.random())  # noqa: S311 - no secret

    @asynccontextmanager
    async def _place(self, gates: dict[str, _Gate], key: str, cap: int, seated: bool) -> AsyncIterator[_Gate]:
        gate = gates.get(key)
        if gate is None:
            gate = gates[key] = _Gate(_Places(cap))
        gate.users += 1
        try:
            await gate.free.enter(seated=seated)
            try:
                yield gate
            finally:
                gate.free.leave()
        finally:
            gate.users -= 1
            if gate.users == 0 and gate.next_start <= asyncio.get_running_loop().time():
                gates.pop(key, None)

    def sweep_out(self) -> None:
        """Forget hosts whose last gap has passed; called now and then by long runs."""
        now = asyncio.get_running_loop().time()
        for gates in (self._hosts, self._addresses):
            for key in [key for key, gate in gates.items() if gate.users == 0 and gate.next_start <= now]:
                del gates[key]


def prove(log: Iterable[Request], caps: Manners, slack: float = 0.005) -> list[Violation]:
    """Every breach of the caps in a request log, empty when the crawl was polite.

    Logs of several workers may be joined in any order. `slack` seconds of clock error are allowed on delays.
    """
    by_host: dict[str, list[Request]] = defaultdict(list)
    by_address: dict[str, list[Request]] = defaultdict(list)
    for line in log:
        by_host[line.host].append(line)
        by_address[line.address].append(line)
    found: list[Violation] = []
    for host, lines in by_host.items():
        found += _too_many("host", host, lines, caps.per_host)
        found += _too_soon(host, lines, caps.longest_delay, slack)
    for address, lines in by_address.items():
        found += _too_many("address", address, lines, caps.per_address)
    return found


def _too_many(rule: str, key: str, lines: list[Request], cap: int) -> list[Violation]:
    marks = sorted([(line.start, 1) for line in lines] + [(line.end, -1) for line in lines])
    found: list[Violation] = []
    running = 0
    for at, step in marks:
        running += step
        if step > 0 and running > cap:
            found.append(Violation(rule, key, at, running, cap))
    return found


def _too_soon(host: str, lines: list[Request], longest: float, slack: float) -> list[Violation]:
    ordered = sorted(lines, key=lambda line: line.start)
    return [
        Violation("delay", host, after.start, after.start - before.start, due)
        for before, after in pairwise(ordered)
        if (due := min(after.delay, longest)) and after.start - before.start < due - slack
    ]


Log = Callable[[Request], None]
"""Where the client reports each finished request."""

"""How a platform misbehaves: drawn from a seed, request by request, so that a run can be repeated."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class Fault(StrEnum):
    """What happens to a request. `after`: the work was done all the same."""

    NONE = "none"
    CUT_BEFORE = "cut-before"
    CUT_AFTER = "cut-after"
    SILENT_AFTER = "silent-after"
    ERROR_BEFORE = "error-before"
    ERROR_AFTER = "error-after"
    REFUSED_AFTER = "refused-after"
    NONSENSE_AFTER = "nonsense-after"
    LATE = "late"
    """The answer is cut, and the post comes to light only a while later."""
    BUSY = "busy"
    EXPIRED = "expired"
    """The token is refused; only where a script says so, because a person has to mend it."""
    KILL_BEFORE = "kill-before"
    KILL_AFTER = "kill-after"


AFTER = frozenset(
    {Fault.CUT_AFTER, Fault.SILENT_AFTER, Fault.ERROR_AFTER, Fault.REFUSED_AFTER, Fault.NONSENSE_AFTER, Fault.LATE}
)
READS = (Fault.CUT_BEFORE, Fault.ERROR_BEFORE)
"""What may happen to a request that only reads."""

LATE = 3.0
"""Seconds after which a late post comes to light; far below what adapters wait before they believe an absence."""

MIX = {
    Fault.CUT_BEFORE: 2,
    Fault.CUT_AFTER: 4,
    Fault.SILENT_AFTER: 1,
    Fault.ERROR_BEFORE: 2,
    Fault.ERROR_AFTER: 4,
    Fault.REFUSED_AFTER: 3,
    Fault.NONSENSE_AFTER: 2,
    Fault.LATE: 2,
    Fault.BUSY: 2,
}
"""Shares of the faults among those that befall a request that writes."""


@dataclass
class Step:
    """One planned misfortune: the next `times` requests that fit, after the first `skip` of them, end in `fault`."""

    fault: Fault
    platform: str = ""
    path: str = ""
    """A part of the address; empty fits every request that writes."""
    skip: int = 0
    times: int = 1

    def takes(self, path: str, *, writes: bool) -> bool:
        """True when this request is one of them."""
        fits = path.startswith(f"/{self.platform}/") if self.platform else True
        if not fits or not self.times or (self.path not in path if self.path else not writes):
            return False
        if self.skip:
            self.skip -= 1
            return False
        self.times -= 1
        return True


@dataclass
class FaultScript:
    """Draws a fault for each request. `share` is how many of a hundred requests go wrong; 0 is a platform at rest."""

    seed: int = 0
    share: float = 0.0
    mix: dict[Fault, int] = field(default_factory=lambda: dict(MIX))
    plan: list[Fault] = field(default_factory=list)
    """Faults of the next writing requests, before any is drawn; for tests that want one fault at one place."""
    steps: list[Step] = field(default_factory=list)
    """Faults at named places, before any is drawn."""
    late: float = LATE
    drawn: Counter[Fault] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)  # noqa: S311 - a script, no secret

    def next(self, path: str = "/", *, writes: bool) -> Fault:
        """What happens to the next request."""
        fault = self._next(path, writes)
        self.drawn[fault] += 1
        return fault

    def _next(self, path: str, writes: bool) -> Fault:
        for step in self.steps:
            if step.takes(path, writes=writes):
                return step.fault
        if writes and self.plan:
            return self.plan.pop(0)
        if self._chance.random() * 100 >= self.share:
            return Fault.NONE
        if not writes:
            return self._chance.choice(READS)
        kinds, weights = zip(*self.mix.items(), strict=True)
        drawn: Fault = self._chance.choices(kinds, weights)[0]
        return drawn

"""What the judge says, and how signals add up to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

THRESHOLD = 3.0
"""Sum of weights from which a page is suspect; `score` is then 0.5."""


class Verdict(StrEnum):
    """About one page; a finding about a unit needs more (`docs`, design §4)."""

    CLEAN = "clean"
    SUSPECT = "suspect"
    INFECTED = "infected"


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing seen. Signals of one `kind` stem from one source and count as one when they are counted."""

    code: str
    kind: str
    weight: float
    evidence: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Verdict on one page; `score` runs from 0 to 1, 0.5 is the threshold."""

    verdict: Verdict
    score: float
    signals: tuple[Signal, ...] = ()

    @property
    def codes(self) -> frozenset[str]:
        """Codes of all signals."""
        return frozenset(signal.code for signal in self.signals)


@dataclass(frozen=True, slots=True)
class History:
    """What is known of the site from before: its unit, the hosts it linked to, its last good title."""

    unit_name: str = ""
    hosts: frozenset[str] = frozenset()
    title: str = ""


def weigh(signals: Iterable[Signal]) -> Judgement:
    """Add up: within a kind the heaviest counts whole and the next half."""
    kept = tuple(sorted((signal for signal in signals if signal.weight > 0), key=lambda signal: -signal.weight))
    by_kind: dict[str, list[float]] = {}
    for signal in kept:
        by_kind.setdefault(signal.kind, []).append(signal.weight)
    total = sum(weights[0] + 0.5 * sum(weights[1:2]) for weights in by_kind.values())
    verdict = Verdict.CLEAN
    if total >= THRESHOLD:
        verdict = Verdict.INFECTED if len(by_kind) > 1 else Verdict.SUSPECT
    return Judgement(verdict, round(total / (total + THRESHOLD), 3), kept)

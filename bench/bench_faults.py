"""Faults planted on site kinds that nobody has seen: recall and precision of every finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bench.harness import Row
from bench.visits import Visited, visits_of
from suluh.demo.web.faults import Fault
from suluh.demo.web.grammar.kind import unseen_kinds
from suluh.demo.web.sets import fault_briefs

PLANTED = {"small": 6, "full": 50, "big": 100}
BAR = 0.98
LEFT_OUT = frozenset({"copied", "suspect"})
"""Copies are found between stored posts and have a bench of their own; a suspicion is no statement."""
REPLACED = frozenset({Fault.DEFACED, Fault.JUDOL_TAKEOVER})
FRESH = frozenset({"stale", "silent"})


@dataclass
class _Tally:
    """What was planted, what was told and what of it was both, by code; and the sites falsely called fresh."""

    there: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    both: Counter[str] = field(default_factory=Counter)
    fresh: int = 0

    def add(self, one: Visited) -> None:
        """Count one visit."""
        true, said = _codes(one.truth.findings), _codes(finding.code for finding in one.result.findings)
        if one.truth.faults and REPLACED & set(one.truth.faults):
            said &= true  # the page is somebody else's: what else is said of it is neither right nor wrong
        said -= set(one.truth.tolerated) - true - FRESH
        self.there.update(true)
        self.told.update(said)
        self.both.update(true & said)
        self.fresh += _is_false_fresh(one)


def run(seed: int, scale: str) -> Iterable[Row]:
    """A row for each fault, and the sites called fresh that are not."""
    each = PLANTED[scale]
    faults = tuple(fault for fault in Fault if fault is not Fault.DEAD_TIMEOUT)
    briefs = fault_briefs(seed, unseen_kinds(seed), per_fault=each, clean=each, faults=faults)
    tally = _Tally()
    for one in visits_of(briefs):
        tally.add(one)
    on = f"{len(briefs)} sites of 24 unseen kinds, every fault planted {each} times or more"
    yield from _rows(tally, on)
    yield Row("faults", "sites called fresh that are not", tally.fresh, "sites", "0", not tally.fresh, on=on)


def _rows(tally: _Tally, on: str) -> Iterator[Row]:
    there, told, both = tally.there, tally.told, tally.both
    for code in sorted(there | told):
        recall, precision = both[code] / max(1, there[code]), both[code] / max(1, told[code])
        met = recall >= BAR and precision >= BAR
        more = {"planted": there[code], "told": told[code], "precision": round(precision, 4)}
        worst = min(recall, precision)
        yield Row("faults", f"{code}: the lower of recall and precision", worst, "", f"≥ {BAR}", met, on=on, more=more)


def _codes(codes: Iterable[str]) -> set[str]:
    return {code for code in codes if not code.startswith(("no-", "stub-")) and code not in LEFT_OUT}


def _is_false_fresh(one: Visited) -> bool:
    """True for a site that is stale or silent and was called neither, or that was dated later than it is."""
    if not one.truth.alive or not one.result.alive:
        return False
    true = FRESH & set(one.truth.findings)
    said = FRESH & {finding.code for finding in one.result.findings}
    last = one.result.last_post.isoformat() if one.result.last_post else ""
    return bool(true and not said) or last > (one.truth.last_post or "9999")

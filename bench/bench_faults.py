"""Faults planted on site kinds that nobody has seen: recall and precision of every finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from bench.harness import Row
from bench.visits import Visited, tour
from suluh.demo.web.faults import Fault
from suluh.demo.web.grammar.kind import unseen_kinds
from suluh.demo.web.sets import fault_briefs

PLANTED = {"small": 6, "full": 50, "big": 100}
BAR = 0.98
LEFT_OUT = frozenset({"copied", "suspect"})
"""Copies are found between stored posts and have a bench of their own; a suspicion is no statement."""
REPLACED = frozenset({Fault.DEFACED, Fault.JUDOL_TAKEOVER})
FRESH = frozenset({"stale", "silent"})


def run(seed: int, scale: str) -> Iterable[Row]:
    """A row for each fault, and the sites called fresh that are not."""
    each = PLANTED[scale]
    faults = tuple(fault for fault in Fault if fault is not Fault.DEAD_TIMEOUT)
    briefs = fault_briefs(seed, unseen_kinds(seed), per_fault=each, clean=each, faults=faults)
    visits = tour(briefs).visits
    on = f"{len(briefs)} sites of 24 unseen kinds, every fault planted {each} times or more"
    yield from _rows(visits, on)
    false = sum(_is_false_fresh(one) for one in visits)
    yield Row("faults", "sites called fresh that are not", false, "sites", "0", not false, on=on)


def _rows(visits: Iterable[Visited], on: str) -> Iterator[Row]:
    there, told, both = Counter[str](), Counter[str](), Counter[str]()
    for one in visits:
        true, said = _codes(one.truth.findings), _codes(finding.code for finding in one.result.findings)
        if one.truth.faults and REPLACED & set(one.truth.faults):
            said &= true  # the page is somebody else's: what else is said of it is neither right nor wrong
        said -= set(one.truth.tolerated) - true - FRESH
        there.update(true)
        told.update(said)
        both.update(true & said)
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

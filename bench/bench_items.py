"""Mandatory items on site kinds that nobody has seen: precision and recall of `found`, and the page that proves it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from bench.harness import Row
from bench.visits import Visited, visits_of
from suluh.demo.web.grammar.kind import unseen_kinds
from suluh.demo.web.sets import fault_briefs

SITES = {"small": 60, "full": 80, "big": 1000}
BAR = 0.95


def run(seed: int, scale: str) -> Iterable[Row]:
    """Rows on items, at the default budget of requests and, for every third site, at one that none exhausts."""
    sites = SITES[scale]
    briefs = fault_briefs(seed, unseen_kinds(seed), per_fault=0, clean=sites)
    for budget, chosen in ((40, briefs), (90, briefs[::3])):
        on = f"{len(chosen)} sites of 24 unseen kinds, at most {budget} requests each"
        yield from _rows(visits_of(chosen, max_requests=budget), f", at most {budget} requests", on)


def _rows(visits: Iterable[Visited], limit: str, on: str) -> Iterator[Row]:
    counts: Counter[str] = Counter()
    for one in visits:
        counts.update(_compare(one))
    found, told, there = counts["found"], counts["told"], counts["there"]
    precision, recall, address = found / max(1, told), found / max(1, there), counts["address"] / max(1, found)
    more = dict(counts)
    yield Row("items", f"precision of found{limit}", precision, "", f"≥ {BAR}", precision >= BAR, on=on, more=more)
    yield Row("items", f"recall of found{limit}", recall, "", f"≥ {BAR}", recall >= BAR, on=on)
    yield Row("items", f"right proof address, of those found{limit}", address, "", f"≥ {BAR}", address >= BAR, on=on)


def _compare(one: Visited) -> Iterator[str]:
    """What was there, what was told, and whether the proof is one of the pages that prove it."""
    seen = {item.code: item for item in one.result.items}
    for true in one.truth.items:
        item = seen.get(true.code)
        there, told = true.state in ("found", "inherited"), item is not None and item.found
        if there:
            yield "there"
        if told:
            yield "told"
        if there and told and item is not None:
            yield "found"
            if _bare(item.evidence_url or "") in {_bare(url) for url in true.evidence}:
                yield "address"


def _bare(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path.rstrip('/')}?{parts.query}"

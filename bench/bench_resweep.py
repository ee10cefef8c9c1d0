"""Sweep again with nothing changed: sites that answer 304, and sites that answer 200 with moving counters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from bench.harness import Row
from bench.sweeps import apart, numeric, quick_briefs, served, sweep_ours, sweep_scrapy
from suluh.demo.web.plan import SiteBrief
from suluh.demo.web.planning import plan_site

SITES = {"small": 40, "full": 210, "big": 900}

MOST_SETTLING = 4
"""Sweeps before the one that is measured."""

PEER_SITES = 30
"""The spider is slow: its rate is measured on this many of the same sites."""


def run(seed: int, scale: str) -> Iterable[Row]:
    """CPU of the spider, which fetches and reads everything again, over CPU of our sweep of a web that is known.

    Known: an earlier sweep had nothing more to ask. What exceeds the budget of the first sweep, of forty requests a
    site, is asked for in the next ones; how many there were is in the row's data.
    """
    now = datetime.now(UTC)
    briefs = quick_briefs(seed, SITES[scale])
    tagged = [brief for brief in briefs if plan_site(brief, now).manners.etag]
    moving = [brief for brief in briefs if not plan_site(brief, now).manners.etag]
    yield _row("304 answers", tagged, now, 100)
    yield _row("200 with moving counters", moving[: max(20, len(tagged) // 3)], now, 25)


def _row(what: str, briefs: Sequence[SiteBrief], now: datetime, bar: float) -> Row:
    with served(briefs, now) as (_, sites):
        first = apart(sweep_ours, sites)
        settled, settling = first, [first.cpu]
        while len(settling) < MOST_SETTLING and (
            settled is first or settled.articles or settled.unchanged < len(briefs)
        ):
            settled = apart(sweep_ours, sites, settled.memories, 3.0 * len(settling))
            settling.append(settled.cpu)
        again = apart(sweep_ours, sites, settled.memories, 20.0)
        sample = {brief.host for brief in briefs[:PEER_SITES]}
        pages = [page for page in numeric(first.log, sites) if page[1] in sample]
        theirs = apart(sweep_scrapy, pages)
    ours, peer = len(briefs) / again.cpu, len(sample) / theirs["cpu"]
    ratio = ours / peer
    more = {
        "sites found unchanged": again.unchanged, "requests": again.requests, "CPU of the sweeps before": settling,
        "CPU": again.cpu, "peer CPU": theirs["cpu"], "articles read": again.articles,
    }  # fmt: skip
    on = f"{len(briefs)} sites; the spider fetches and reads again {len(pages)} addresses of {len(sample)} of them"
    met = ratio >= bar and again.unchanged == len(briefs) and not again.articles
    return Row(
        "resweep", what, ours, "sites/CPU-s", f"≥ {bar} × peer, all unchanged", met,
        "Scrapy + trafilatura", peer, ratio, on, more,
    )  # fmt: skip

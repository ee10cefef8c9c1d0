"""First sweep: our engine with all its probes, against a Scrapy + trafilatura spider on the same addresses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from bench.harness import Row
from bench.sweeps import apart, numeric, quick_briefs, served, sweep_ours, sweep_scrapy

SITES = {"small": 12, "full": 45, "big": 200}


def run(seed: int, scale: str) -> Iterable[Row]:
    """Pages per CPU second of both, with what each understood of the posts."""
    briefs = quick_briefs(seed, SITES[scale])
    with served(briefs, datetime.now(UTC)) as (web, sites):
        ours = apart(sweep_ours, sites)
        lean = apart(sweep_ours, sites, None, 0.0, False)
        pages = numeric(ours.log, sites)
        theirs = apart(sweep_scrapy, pages)
        truths = [web.truth(brief.host) for brief in briefs]
    mine, peer = len(pages) / ours.cpu, len(pages) / theirs["cpu"]
    reading = len(numeric(lean.log, sites)) / lean.cpu
    days = {
        f"{truth.host}/{post.url.split('/', 3)[3]}": str(post.published.date())
        for truth in truths
        for post in truth.posts
    }
    read = {page: day for page, day in theirs["dated"].items() if page in days}
    dated_right = sum(days[page] == day for page, day in read.items())
    known = {(truth.host, post.url): str(post.published.date()) for truth in truths for post in truth.posts}
    told = [(host, url, day) for host, found in ours.posts.items() for url, day in found.items()]
    listed = [(host, url, day) for host, url, day in told if day is not None]
    right = sum(known.get((host, url)) == day for host, url, day in listed)
    kib = "generated pages of every fixed demo kind, 5–20 KiB each, served from another process, no TLS"
    on = f"{len(pages)} requests to {len(briefs)} sites: {kib}"
    more = {
        "our posts": len(told), "our posts dated": len(listed), "of them right": right,
        "our articles with text": ours.texts,
        "their article pages dated": len(read), "their days right": dated_right,
        "their pages with text": theirs["texts"], "our wall": ours.wall, "their wall": theirs["wall"],
        "our memory": ours.memory,
    }  # fmt: skip
    ratio = mine / peer
    name, what = "Scrapy + trafilatura", "first sweep, all probes"
    yield Row(
        "sweep", "first sweep, all probes", mine, "pages/CPU-s", "≥ 5 × peer", ratio >= 5, name, peer, ratio, on, more
    )
    ratio = reading / peer
    what = "first sweep, posts only"
    yield Row("sweep", what, reading, "pages/CPU-s", "printed", True, name, peer, ratio, on + "; no probes")
    share = right / max(1, len(listed))
    theirs_right = dated_right / max(1, len(read))
    what = "days right among those given"
    yield Row(
        "sweep", what, share, "", "≥ 0.98", share >= 0.98, name, theirs_right, share / max(0.01, theirs_right), on
    )

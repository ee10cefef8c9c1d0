"""Ten thousand sites with a fifth dead or hanging in one process, and more workers than one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing import get_context

from bench.harness import Row
from bench.sweeps import CAPS, Sites, Swept, apart, plain_briefs, quick_briefs, served, sweep_ours
from suluh.demo.web.faults import Fault
from suluh.kernel.http.politeness import Request, prove

SITES = {"small": 200, "full": 600, "big": 10_000}
PROBED = {"small": 100, "full": 200, "big": 1000}
SHARED = {"small": 48, "full": 72, "big": 600}
A_SITE = 12
"""Requests for each site of the long sweep: home, robots, feed or lists, and articles. With all probes it is forty."""
_MIB = 1024 * 1024
_DEAD = {Fault.DEAD_TIMEOUT, Fault.DEAD_REFUSED, Fault.DEAD_DNS, Fault.DEAD_5XX}


def run(seed: int, scale: str) -> Iterable[Row]:
    """Memory and time with the dead among them; memory with all probes; two workers over one; eight within the caps."""
    yield from _dead(seed, SITES[scale])
    yield _probed(seed, PROBED[scale])
    yield from _workers(seed, SHARED[scale])


def _dead(seed: int, count: int) -> Iterable[Row]:
    briefs = plain_briefs(seed, count, dead_share=0.2)
    silent = {brief.host for brief in briefs if brief.faults & _DEAD}
    with served(briefs, datetime.now(UTC)) as (_, served_sites):
        sites = replace(served_sites, max_requests=A_SITE)
        everything: Swept = apart(sweep_ours, sites, None, 0.0, False, False)
        alive = tuple(row for row in sites.hosts if row[0] not in silent)
        living: Swept = apart(sweep_ours, replace(sites, hosts=alive), None, 0.0, False, False)
    dead = count - len(alive)
    on = f"{count} sites, {dead} dead or hanging, one process, posts only, at most {A_SITE} requests a site, limit 20 s"
    allowed = 1.2 * living.wall + 60
    memory = everything.memory / _MIB
    light = memory < 250 and everything.saved == count
    yield Row("scale", f"{count} sites, a fifth dead: peak memory", memory, "MiB", "< 250", light, on=on)
    met = everything.wall <= allowed and everything.saved == count
    more = {"without the dead": living.wall, "allowed": allowed, "CPU": everything.cpu}
    what = f"{count} sites, a fifth dead: wall time"
    yield Row("scale", what, everything.wall, "s", "≤ 1.2 × without + 60", met, on=on, more=more)


def _probed(seed: int, count: int) -> Row:
    """What a process needs that visits a hundred sites at once for every probe; results go as they come."""
    with served(plain_briefs(seed, count), datetime.now(UTC)) as (_, sites):
        swept: Swept = apart(sweep_ours, sites, None, 0.0, True, False)
    memory = swept.memory / _MIB
    on = f"{count} sites, one process, all probes, at most {sites.max_requests} requests a site"
    more = {"wall": swept.wall, "CPU": swept.cpu}
    met = memory < 250 and swept.saved == count
    return Row("scale", f"{count} sites with all probes: peak memory", memory, "MiB", "< 250", met, on=on, more=more)


def _workers(seed: int, count: int) -> Iterable[Row]:
    briefs = quick_briefs(seed, count)
    with served(briefs, datetime.now(UTC), sites_per_server=3, kept_pages=400) as (_, sites):
        _swept_by(sites, 2)  # draws the pages, so that what is timed is the workers, not the simulated web
        one, _ = _swept_by(sites, 1)
        two, _ = _swept_by(sites, 2)
        _, logs = _swept_by(sites, 8)
    lines = [line for log in logs for line in log]
    broken = prove(lines, CAPS)
    visits = [host for log in logs for host in {line.host for line in log if line.url.endswith("/robots.txt")}]
    double = len(visits) - len(set(visits))
    on = f"{count} sites with all probes, sites shared out by server; the simulated web runs on the same two cores"
    ratio = one / two
    yield Row("scale", "two workers over one", ratio, "×", "≥ 1.5", ratio >= 1.5, on=on, more={"one": one, "two": two})
    polite = not broken and not double
    on = f"{len(lines)} requests of 8 workers, joined logs; {double} hosts visited by two workers"
    yield Row("scale", "breaches of the caps at 8 workers", len(broken), "requests", "0", polite, on=on)


def _swept_by(sites: Sites, workers: int) -> tuple[float, list[list[Request]]]:
    """Wall seconds of the slowest worker, and every worker's request log. A server belongs to one worker only."""
    servers = sorted({sites.server(host) for host, _, _ in sites.hosts})
    owner = {server: at % workers for at, server in enumerate(servers)}
    shares = [
        replace(sites, hosts=tuple(row for row in sites.hosts if owner[sites.server(row[0])] == at))
        for at in range(workers)
    ]
    with get_context("spawn").Pool(workers) as pool:
        done: list[Swept] = pool.map(sweep_ours, shares, chunksize=1)
    return max(swept.wall for swept in done), [swept.log for swept in done]

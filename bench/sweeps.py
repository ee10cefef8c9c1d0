"""Sweeps of simulated sites for the benches: each engine in a process of its own, CPU time net of start-up."""

from __future__ import annotations

import itertools
import multiprocessing
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from suluh.demo.web.kinds import fixed_kinds
from suluh.demo.web.places import SITES_PER_SERVER
from suluh.demo.web.plan import SiteBrief
from suluh.demo.web.planning import plan_site
from suluh.demo.web.sets import many_briefs
from suluh.demo.web.simulated import SimulatedWeb, local_names
from suluh.demo.web.site import KEPT_PAGES
from suluh.demo.web.truth import SiteTruth
from suluh.kernel.http.politeness import Manners, Request
from suluh.law.kinds import UnitKind
from suluh.monitoring.engine.frontier import Leased, MemoryFrontier
from suluh.monitoring.engine.values import PostSeen, SiteMemory, SiteTask

CAPS = Manners(gap=0.0)


@dataclass(frozen=True)
class Sites:
    """What an engine needs to sweep a simulated web, picklable."""

    hosts: tuple[tuple[str, str, str], ...]  # host, address of the home page, kind of unit
    resolver: dict[str, Any]
    now: datetime
    max_requests: int = 40

    def server(self, host: str) -> str:
        """Address under which a host is served; the host itself where its name does not resolve."""
        place = self.resolver["hosts"].get(host)
        return str(place["address"]) if place else host


@dataclass
class Swept:
    """What came of a sweep. `cpu` and `wall` are seconds, `memory` the peak resident size in bytes."""

    cpu: float
    wall: float
    memory: int
    posts: dict[str, dict[str, str | None]] = field(default_factory=dict)  # host → address → day; None: month at best
    articles: int = 0  # how often the article reader was called
    texts: int = 0
    alive: int = 0
    saved: int = 0
    requests: int = 0
    unchanged: int = 0
    memories: dict[str, SiteMemory] = field(default_factory=dict)
    log: list[Request] = field(default_factory=list)


def plain_briefs(seed: int, count: int, dead_share: float = 0.0) -> list[SiteBrief]:
    """Ordinary sites of every fixed kind over plain http, so that TLS weighs on nobody."""
    kinds = sorted(fixed_kinds())
    return [replace(brief, scheme="http") for brief in many_briefs(seed, count, kinds, dead_share)]


def quick_briefs(seed: int, count: int) -> list[SiteBrief]:
    """The same without sites that ask for a Crawl-delay, which would only make the bench wait."""
    now = datetime.now(UTC)
    return [brief for brief in plain_briefs(seed, count) if plan_site(brief, now).manners.crawl_delay is None]


@contextmanager
def served(
    briefs: Sequence[SiteBrief], now: datetime, sites_per_server: int = SITES_PER_SERVER, kept_pages: int = KEPT_PAGES
) -> Iterator[tuple[SimulatedWeb, Sites]]:
    """Serve from another process; `kept_pages` of each site are drawn once and then only sent."""
    with (
        TemporaryDirectory() as folder,
        SimulatedWeb(
            briefs, now, Path(folder), apart=True, sites_per_server=sites_per_server, kept_pages=kept_pages
        ) as web,
    ):
        hosts = tuple((brief.host, f"http://{brief.host}/", brief.unit.kind.value) for brief in briefs)
        yield web, Sites(hosts, web.resolver(), now)


def apart(work: Callable[..., Any], *arguments: Any) -> Any:
    """The result of `work` done in a fresh process, which ends by itself: the spider's framework ignores SIGTERM."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def sweep_ours(
    sites: Sites,
    memories: dict[str, SiteMemory] | None = None,
    later: float = 0.0,
    probing: bool = True,
    keep: bool = True,
) -> Swept:
    """Our engine over these sites, with the settings of the product. `later` moves the clock on, in hours."""
    from suluh.kernel.http.client import Client
    from suluh.monitoring.engine.loop import Engine, EngineSettings
    from suluh.monitoring.probes.protocol import all_probes

    known = memories or {}
    log: list[Request] = []
    tasks = (
        Leased(
            host,
            SiteTask(url, UnitKind(kind), max_requests=sites.max_requests),
            known.get(host) or SiteMemory(),
            sites.server(host),
        )
        for host, url, kind in sites.hosts
    )
    frontier = MemoryFrontier(tasks, keep=keep)
    client = Client(
        allow_private=True,
        local=local_names(sites.resolver),
        manners=CAPS,
        log=log.append if keep else None,
    )
    probes = all_probes() if probing else ()
    moment = sites.now + timedelta(hours=later)
    engine = Engine(frontier, client, EngineSettings(), probes=probes, clock=lambda: moment)
    _warm(probing)
    articles = _counted_articles()
    cpu, wall = time.process_time(), time.monotonic()
    engine.run()
    cpu, wall = time.process_time() - cpu, time.monotonic() - wall
    swept = Swept(cpu, wall, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, log=log, saved=frontier.saved)
    for host, result in frontier.results.items():
        swept.posts[host] = {post.url: _day_given(post) for post in result.posts}
        swept.texts += sum(bool(post.text) for post in result.posts)
        swept.alive += result.alive
        swept.requests += result.requests
        swept.unchanged += result.unchanged
        swept.memories[host] = result.memory
    swept.articles = next(articles) - 1
    return swept


def _day_given(post: PostSeen) -> str | None:
    """The day of a post; None where only its month is known as yet, because the budget did not reach its page."""
    return str(post.published) if post.precision in ("day", "relative") else None


def _counted_articles() -> itertools.count[int]:
    """Count the calls of the article reader from here on; the next number of the counter is the count and one."""
    import suluh.monitoring.engine.articles as room

    calls, reader = itertools.count(1), vars(room)["read_page"]

    def counting(*given: Any, **named: Any) -> Any:
        next(calls)
        return reader(*given, **named)

    vars(room)["read_page"] = counting
    return calls


_PAGE = (
    "<html lang='id'><head><title>Satu Dua - Dinas</title></head><body><nav><a href='/profil'>Profil</a></nav><article>"
    "<h1>Satu dua tiga empat lima</h1><p>Senin, 5 Januari 2026</p>"
    + "<p>Dinas mengadakan kegiatan bersama warga pada hari Senin di balai desa, demikian kata kepala dinas.</p>" * 5
    + "</article></body></html>"
)
"""Both engines read this page before the clock starts, so that what they load on first use is not counted."""


def _warm(probing: bool) -> None:
    from suluh.kernel.page.reader import read_page
    from suluh.monitoring.engine import cms, discovery, sitemapposts  # noqa: F401 - a visit loads them when it reads
    from suluh.monitoring.engine.feeds import read_feed
    from suluh.monitoring.probes.injection.judge import judge_page
    from suluh.monitoring.probes.naming import vocabulary

    now = datetime.now(UTC)
    read_page(_PAGE, "http://a.example/", now)
    read_feed(b"<rss><channel><item><title>x</title><link>http://a.example/</link></item></channel></rss>", "", now)
    if probing:
        judge_page("http://a.example/", _PAGE)
        for kind in UnitKind:
            vocabulary(kind).read("Profil dan struktur organisasi")


def sweep_scrapy(pages: list[tuple[str, str]]) -> dict[str, Any]:
    """The peer: a Scrapy spider that fetches these (address, host) pairs and extracts with trafilatura and parsel."""
    import logging

    import scrapy
    import trafilatura
    from scrapy.crawler import CrawlerProcess
    from trafilatura.external import jt_stoplist_init

    logging.disable(logging.CRITICAL)
    trafilatura.bare_extraction(_PAGE, url="http://a.example/", with_metadata=True)
    jt_stoplist_init()  # words that it loads on the first page of a certain kind
    dated: dict[str, str | None] = {}
    count = {"pages": 0, "texts": 0, "links": 0}

    class Spider(scrapy.Spider):
        name = "naif"

        async def start(self) -> Any:
            for url, host in pages:
                yield scrapy.Request(url, headers={"Host": host}, dont_filter=True, cb_kwargs={"host": host})

        def parse(self, response: Any, host: str) -> None:
            count["pages"] += 1
            if b"html" not in (response.headers.get("Content-Type") or b""):
                return
            read = trafilatura.bare_extraction(response.text, url=response.url, with_metadata=True)
            count["texts"] += bool(read and read.text)
            count["links"] += len(response.css("a::attr(href)").getall())
            dated[f"{host}/{response.url.split('/', 3)[3]}"] = read.date if read else None

    process = CrawlerProcess(
        {
            "LOG_ENABLED": False, "ROBOTSTXT_OBEY": False, "CONCURRENT_REQUESTS": 64,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 8, "DOWNLOAD_DELAY": 0, "TELNETCONSOLE_ENABLED": False,
            "HTTPERROR_ALLOW_ALL": True,
            "DOWNLOAD_TIMEOUT": 20, "RETRY_ENABLED": False, "REDIRECT_ENABLED": False, "COOKIES_ENABLED": False,
        }
    )  # fmt: skip
    process.crawl(Spider)
    cpu, wall = time.process_time(), time.monotonic()
    process.start(install_signal_handlers=False)
    cpu, wall = time.process_time() - cpu, time.monotonic() - wall
    return {"cpu": cpu, "wall": wall, "dated": dated, **count}


def numeric(log: Sequence[Request], sites: Sites) -> list[tuple[str, str]]:
    """The same pages by the address and port that really serve them, with the host to ask for."""
    where = sites.resolver["hosts"]
    found = []
    for line in dict.fromkeys((line.host, line.url) for line in log):
        host, url = line
        place = where.get(host)
        if place:
            found.append((url.replace(f"http://{host}", f"http://{place['address']}:{place['http']}", 1), host))
    return found


def right_days(posts: dict[str, dict[str, str | None]], truths: Sequence[SiteTruth]) -> tuple[int, int]:
    """How many posts of the last 365 days the truth knows, and how many were found with the right day."""
    total = right = 0
    for truth in truths:
        for post in truth.posts:
            total += 1
            right += posts.get(truth.host, {}).get(post.url) == str(post.published.date())
    return total, right

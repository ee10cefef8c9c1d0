"""A demonstration site as one visit sees it, without sockets: home, pair, sitemaps, and what the probe asks for."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from suluh.demo.web.plan import SiteBrief
from suluh.demo.web.planning import plan_site
from suluh.demo.web.respond import Request
from suluh.demo.web.site import Site
from suluh.kernel.http.answer import Answer, Reason
from suluh.monitoring.engine.sitemaps import read_sitemap
from suluh.monitoring.engine.values import Document, SiteMemory, SiteTask, Snapshot
from suluh.monitoring.probes.injection.probe import InjectionProbe

_VISITORS = (
    ("browser", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", ""),
    ("searchbot", "Mozilla/5.0 (compatible; Googlebot/2.1)", ""),
    ("referrer", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", "https://www.google.com/"),
)
_ROUNDS = 2
_INNER_PAGES = 6


class Visited:
    """One site under observation."""

    def __init__(self, brief: SiteBrief, now: datetime) -> None:
        self.now = now
        self.plan = plan_site(brief, now)
        self.site = Site(self.plan, slow_seconds=0.0)

    def fetch(self, url: str, agent: str = "Suluh", referrer: str = "") -> Document | None:
        """A page of the site; None unless it is HTML with status 200."""
        answer = self._ask(url, agent, referrer)
        html = "html" in answer.headers.get("content-type", "")
        return Document(answer) if answer.status == 200 and answer.body and html else None

    def _ask(self, url: str, agent: str, referrer: str) -> Answer:
        parts = urlsplit(url)
        headers = {"user-agent": agent, "referer": referrer}
        found = self.site.answer(Request(parts.path or "/", parts.query, headers, parts.scheme))
        while found.status in (301, 302) and "Location" in found.headers:
            parts = urlsplit(found.headers["Location"])
            found = self.site.answer(Request(parts.path or "/", parts.query, headers, parts.scheme))
        lower = {name.lower(): value for name, value in found.headers.items()}
        return Answer(url, url, Reason.OK, self.now, status=found.status, headers=lower, body=found.body)

    def snapshot(self) -> Snapshot:
        """What a visit with the pair knows when the probe is asked to judge."""
        base = f"{self.plan.base}/"
        seen = Snapshot(SiteTask(base, self.plan.unit.kind, self.plan.unit.name, pair=True), self.now, SiteMemory())
        seen.home = self.fetch(base)
        for name, agent, referrer in _VISITORS:
            page = self.fetch(base, agent, referrer)
            if page is not None:
                seen.pair[name] = page
        robots = self._ask(base + "robots.txt", "Suluh", "").body.decode()
        for line in robots.splitlines():
            if line.startswith("Sitemap:"):
                seen.sitemap_urls += read_sitemap(self._ask(line[8:].strip(), "Suluh", "").body).urls
        listed = [url for url, _ in seen.sitemap_urls][:_INNER_PAGES]
        own = [base + path.lstrip("/") for path in list(self.site.routes)[:_INNER_PAGES]]
        for url in (*listed, *own):
            self._keep(seen, url, "")
        for _ in range(_ROUNDS):
            for want in list(InjectionProbe().wants(seen)):
                if want.url not in seen.pages:
                    self._keep(seen, want.url, want.purpose)
        return seen

    def _keep(self, seen: Snapshot, url: str, purpose: str) -> None:
        page = self.fetch(url)
        if page is not None:
            page.purpose = purpose
            seen.pages[url] = page

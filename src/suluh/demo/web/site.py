"""One running site: finds the page asked for, applies what is wrong with the site, and behaves as its server does."""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from datetime import timedelta
from functools import cached_property

from suluh.demo.prose.calendar import full_date
from suluh.demo.web import injections, parts
from suluh.demo.web.defaced import parked
from suluh.demo.web.faults import Fault
from suluh.demo.web.kind import Route
from suluh.demo.web.plan import SitePlan
from suluh.demo.web.planning import WIB
from suluh.demo.web.respond import Request, Response

SLOW_SECONDS = 6.0
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
KEPT_PAGES = 30


class Site:
    """A site with its plan; renders a page when first asked and keeps the last few."""

    def __init__(self, plan: SitePlan, slow_seconds: float = SLOW_SECONDS, kept_pages: int = KEPT_PAGES) -> None:
        self.plan = plan
        self._slow = slow_seconds
        self._most = kept_pages
        self._kept: OrderedDict[str, Response] = OrderedDict()
        self._visits = 1000
        self._since = time.monotonic()

    @cached_property
    def routes(self) -> dict[str, Route]:
        """Every address of the site."""
        return self.plan.kind.routes(self.plan)

    def answer(self, request: Request) -> Response:
        """What the site says to this request. Never raises."""
        dead = self._dead()
        if dead is not None:
            return dead
        found = injections.instead(self.plan, request) or self._page(request)
        if "html" in found.headers.get("Content-Type", ""):
            found = injections.into(self.plan, found)
        found = self._with_manners(found, request)
        found.delay = self._slow if self.plan.has(Fault.SLOW) else 0.0
        return found

    def _dead(self) -> Response | None:
        if self.plan.has(Fault.DEAD_5XX):
            return Response.of("<h1>Error establishing a database connection</h1>", status=500)
        if self.plan.has(Fault.DEAD_EMPTY):
            return Response.of("")
        if self.plan.has(Fault.DEAD_PARKED):
            return Response.of(parked(self.plan))
        return None

    def _page(self, request: Request) -> Response:
        if request.path == "/robots.txt":
            return Response.of(self._robots(), "text/plain; charset=utf-8")
        asset = self._asset(request.path)
        if asset is not None:
            return asset
        machine = self.plan.kind.interface(self.plan, request)
        if machine is not None:
            return machine
        whole = f"{request.path}?{request.query}" if request.query else request.path
        key = next((key for key in (whole, request.path) if key in self.routes), None)
        if key is None and f"{request.path}/" in self.routes:
            return Response.to(f"{self.plan.base}{request.path}/", 301)
        if key is None:
            return self._missing()
        if key not in self._kept:
            self._kept[key] = self.routes[key]()
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return self._kept[key]

    def _asset(self, path: str) -> Response | None:
        if path.startswith("/gambar/") or path.endswith((".png", ".jpg", ".jpeg", ".gif", ".ico")):
            return Response(200, _PIXEL, {"Content-Type": "image/png"})
        if path.endswith(".css"):
            return Response.of("body{font-family:sans-serif;margin:1rem}", "text/css")
        if path.endswith(".js") and path not in self.routes:
            return Response.of("/* geser */", "text/javascript")
        return None

    def _missing(self) -> Response:
        soft = self.plan.manners.soft_404
        return Response.of(self.plan.kind.not_found(self.plan), status=200 if soft else 404)

    def _robots(self) -> str:
        lines = ["User-agent: *", *(f"Disallow: {path}" for path in self.plan.manners.disallow)]
        if self.plan.manners.crawl_delay is not None:
            lines.append(f"Crawl-delay: {self.plan.manners.crawl_delay:g}")
        lines += [f"Sitemap: {self.plan.base}{path}" for path in self._sitemaps()]
        return "\n".join(lines) + "\n"

    def _sitemaps(self) -> list[str]:
        own = [path for path in self.routes if path.endswith(".xml") and "sitemap" in path]
        return [*own, *injections.sitemaps(self.plan)]

    def _with_manners(self, found: Response, request: Request) -> Response:
        """Counter, clock and token are new in every answer; a validator is sent where the server knows how."""
        self._visits += 1
        body, headers = found.body, dict(found.headers)
        if b"@@" in body:
            now = (self.plan.now + timedelta(seconds=time.monotonic() - self._since)).astimezone(WIB)
            body = body.replace(parts.COUNTER.encode(), str(self._visits).encode())
            token = hashlib.sha1(str(self._visits).encode(), usedforsecurity=False).hexdigest()
            body = body.replace(parts.TOKEN.encode(), token.encode())
            body = body.replace(parts.CLOCK.encode(), f"{full_date(now.date())} {now:%H:%M:%S} WIB".encode())
        if self.plan.manners.etag and found.status == 200:
            tag = f'"{hashlib.sha1(body, usedforsecurity=False).hexdigest()[:20]}"'
            headers["ETag"] = tag
            if request.headers.get("if-none-match") == tag:
                return Response(304, b"", headers)
        return Response(found.status, body, headers)

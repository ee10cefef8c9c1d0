"""A site of a few hand-written pages on a loopback socket, and a visit to it."""

import contextlib
from datetime import UTC, datetime

from aiohttp import web

from suluh.kernel.http.client import Client, Limits
from suluh.kernel.http.politeness import Manners
from suluh.law.kinds import UnitKind
from suluh.monitoring.engine.values import SiteMemory, SiteTask
from suluh.monitoring.engine.visit import visit

LIMITS = Limits(connect=2, total=4)
NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


class LittleSite:
    """Pages by path and query; a value is HTML, or (status, type, body, headers). `asked`: what was requested."""

    def __init__(self, pages):
        self.pages = pages
        self.asked = []

    async def answer(self, request):
        self.asked.append(str(request.rel_url))
        found = self.pages.get(str(request.rel_url))
        if found is None:
            return web.Response(status=404, text="<h1>404</h1>", content_type="text/html")
        if isinstance(found, str):
            return web.Response(text=found, content_type="text/html")
        status, kind, body, headers = found
        tag = headers.get("ETag")
        if tag and request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers=headers)
        return web.Response(status=status, body=body.encode(), headers={"Content-Type": kind, **headers})


@contextlib.asynccontextmanager
async def served(pages):
    """Serve the pages; yields the site, with `url`."""
    site = LittleSite(pages)
    runner = web.ServerRunner(web.Server(site.answer))
    await runner.setup()
    place = web.TCPSite(runner, "127.0.0.1", 0)
    await place.start()
    site.url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    try:
        yield site
    finally:
        await runner.cleanup()


async def look(site, memory=None, now=NOW, probes=(), limits=LIMITS, **task):
    """One visit."""
    client = Client(allow_private=True, manners=Manners(gap=0), limits=limits)
    asked = SiteTask(site.url, UnitKind.OPD, **task)
    return await visit(asked, memory or SiteMemory(), client, now, probes)


def days(result):
    """Path → day of the posts found."""
    return {post.url.split("/", 3)[3]: str(post.published) for post in result.posts}


def page(body, head=""):
    return f"<!doctype html><html lang='id'><head><title>Dinas Arunika</title>{head}</head><body>{body}</body></html>"

"""The submission page on a slow phone: seconds until it can be used, and what it weighs, in a real Chromium."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from bench.harness import Row

LOOKS = {"small": 2, "full": 5, "big": 5}
KBITS = 400
LATENCY = 150
"""Milliseconds of a 3G network, there and back, before each answer."""
CPU_SLOWER = 4
"""How many times slower than this machine the phone computes; what browsers' own tools take for a mid-range phone."""
PHONE = {"width": 390, "height": 844}
USABLE = """() => new Promise((done) => {
  const look = () => document.querySelector('form[data-ready] [name=text]')
    ? done(performance.now()) : requestAnimationFrame(look);
  look();
})"""
WEIGHT = """() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .reduce((sum, one) => sum + one.transferSize, 0)"""


def run(seed: int, scale: str) -> Iterable[Row]:  # noqa: ARG001 - nothing is drawn by chance
    """Open the form with an empty cache, and again, on a web server of its own."""
    from suluh.project.database import PrivateDatabase

    with tempfile.TemporaryDirectory(prefix="suluh-form-") as folder:
        os.environ["SULUH_DATA"] = folder
        os.environ["SULUH_HOSTS"] = "localhost,127.0.0.1,testserver"
        database = PrivateDatabase(Path(folder), for_tests=True)
        database.open(must_own=True)
        try:
            yield from _measure(LOOKS[scale])
        finally:
            database.close()


def _measure(looks: int) -> Iterable[Row]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suluh.project.settings")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    import django

    django.setup()
    from suluh.project.schema import schema_bring_up
    from tests.world import build_world

    schema_bring_up()
    world = build_world()
    on = f"{KBITS} kbit/s, {LATENCY} ms, processor {CPU_SLOWER} × slower, median of {looks}"
    with _served() as address, _chromium() as browser:
        visits = [_visit(browser, address, world) for _ in range(looks)]
    for what, place, bar in (("first visit, nothing kept", 0, 3.0), ("second visit", 1, 3.0)):
        seconds = median(visit[place] for visit in visits)
        yield Row("form", f"usable, {what}", round(seconds, 2), "s", "< 3", seconds < bar, on=on)
    weight = median(visit[2] for visit in visits) / 1000
    yield Row("form", "weight of the first visit", round(weight, 1), "KB", "< 150", weight < 150, on=on)


def _visit(browser: Any, address: str, world: Any) -> tuple[float, float, float]:
    """Seconds until the form of a phone can be used, first and again, and the bytes of the first time."""
    from django.test import Client
    from django.urls import reverse

    client = Client()
    client.force_login(world.officer, backend="django.contrib.auth.backends.ModelBackend")
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": address}])
    page = context.new_page()
    _slow(context.new_cdp_session(page))
    page.goto(address + reverse("newsroom:submit", args=[world.health.slug]), wait_until="commit")
    first = page.evaluate(USABLE)
    page.wait_for_load_state("load")
    weight = page.evaluate(WEIGHT)
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    page.reload(wait_until="commit")
    second = page.evaluate(USABLE)
    context.close()
    return first / 1000, second / 1000, weight


def _slow(session: Any) -> None:
    speed = KBITS * 1000 / 8
    session.send("Network.enable")
    limits = {"offline": False, "latency": LATENCY, "downloadThroughput": speed, "uploadThroughput": speed}
    session.send("Network.emulateNetworkConditions", limits)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWER})


@contextmanager
def _served() -> Iterator[str]:
    """The product's own web application on a free port."""
    import threading
    from socketserver import ThreadingMixIn
    from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

    from suluh.project.wsgi import application

    class Server(ThreadingMixIn, WSGIServer):
        daemon_threads = True

    class Silent(WSGIRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with make_server("127.0.0.1", 0, application, Server, Silent) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def _chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    from tests.chromium import found

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found(), args=["--no-sandbox"])
        yield browser
        browser.close()

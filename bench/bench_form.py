"""The submission page on a slow phone: seconds until it can be used, and what it weighs, in a real Chromium."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import Any

from bench.harness import Row
from bench.phone import CPU_SLOWER, KBITS, chromium, opened, served

LOOKS = {"small": 2, "full": 5, "big": 5}
LATENCIES = (150, 400)
"""Milliseconds there and back before each answer: a 3G network, and the edge of one."""
WORDS = "Posyandu keliling melayani balita di lima desa mulai Senin."
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
    with served() as address, chromium() as browser:
        visits = {latency: [_visit(browser, address, world, latency) for _ in range(looks)] for latency in LATENCIES}
    for latency, seen in visits.items():
        on = f"{KBITS} kbit/s, {latency} ms, processor {CPU_SLOWER} × slower, median of {looks}"
        for place, what in enumerate(("first visit, nothing kept", "second visit", "opened without a network")):
            seconds = median(visit[place] for visit in seen)
            yield Row("form", f"usable, {what}, {latency} ms", round(seconds, 2), "s", "< 3", seconds < 3, on=on)
    every = [visit for seen in visits.values() for visit in seen]
    weight = median(visit[3] for visit in every) / 1000
    yield Row("form", "weight of the first visit", round(weight, 1), "KB", "< 150", weight < 150, on=on)
    lost = sum(visit[4] for visit in every)
    yield Row("form", "lost when opened anew without a network", lost, f"of {len(every)}", "0", lost == 0, on=on)


def _visit(browser: Any, address: str, world: Any, latency: int) -> tuple[float, float, float, float, bool]:
    """Seconds until the form of a phone can be used first, again and offline, the bytes of the first time, a loss."""
    from django.urls import reverse

    page = opened(browser, address, world.officer, latency)
    page.goto(address + reverse("newsroom:submit", args=[world.health.slug]), wait_until="commit")
    first = page.evaluate(USABLE)
    page.wait_for_load_state("load")
    weight = page.evaluate(WEIGHT)
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    page.reload(wait_until="commit")
    second = page.evaluate(USABLE)
    page.fill("[name=text]", WORDS)
    page.wait_for_function("navigator.serviceWorker.controller")
    page.context.set_offline(True)
    page.reload(wait_until="commit")
    offline = page.evaluate(USABLE)
    lost = page.input_value("[name=text]") != WORDS
    page.context.close()
    return first / 1000, second / 1000, offline / 1000, weight, lost

"""Server time and queries of the board over ten thousand sites with a year of history, on the bundled PostgreSQL."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import quantiles
from typing import Any

from bench.harness import Row

SITES = {"small": 1_000, "full": 10_000, "big": 10_000}
LOOKS = 40
DEEP = 30


def run(seed: int, scale: str) -> Iterable[Row]:  # noqa: ARG001 - the rows are drawn by the database
    """Build the world in a database of its own and look at its pages."""
    from suluh.project.database import PrivateDatabase

    with tempfile.TemporaryDirectory(prefix="suluh-board-") as folder:
        os.environ["SULUH_DATA"] = folder
        database = PrivateDatabase(Path(folder), for_tests=True)
        database.open(must_own=True)
        try:
            yield from _measure(SITES[scale])
        finally:
            database.close()


def _measure(sites: int) -> Iterable[Row]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suluh.project.settings")
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext, setup_test_environment

    from bench.board_world import board_world
    from suluh.project.schema import schema_bring_up

    setup_test_environment()
    schema_bring_up()
    person = board_world(sites)
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")

    def get(address: str) -> tuple[float, int, Any]:
        with CaptureQueriesContext(connection) as queries:
            begin = time.perf_counter()
            answer = client.get(address)
            seconds = time.perf_counter() - begin
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code}")
        return seconds, len(queries), answer

    on = f"{sites:,} sites, 52 weeks, test client, queries logged"
    yield from _page("overview", "/", get, on)
    yield from _page("list of 50", "/unit/?n=50", get, on)
    yield from _page("list of 500", "/unit/?n=500", get, on)
    yield _depth(get, on)


def _page(name: str, address: str, get: Callable[[str], tuple[float, int, Any]], on: str) -> Iterable[Row]:
    looks = [get(address) for _ in range(LOOKS + 3)][3:]
    p95 = 1000 * quantiles((seconds for seconds, _, _ in looks), n=20)[-1]
    queries = max(count for _, count, _ in looks)
    yield Row("board", f"{name}, p95 server time", round(p95, 1), "ms", "< 300", p95 < 300, on=on)
    yield Row("board", f"{name}, queries", queries, "queries", "≤ 12", queries <= 12, on=on)


def _depth(get: Callable[[str], tuple[float, int, Any]], on: str) -> Row:
    """Follow `next` and compare the last pages with the first."""
    times, address = [], "/unit/?n=50"
    for _ in range(DEEP):
        seconds, _, answer = get(address)
        times.append(seconds)
        following = answer.context["page"].following
        if not following:
            break
        address = following if following.startswith("/") else f"/unit/{following}"
    ratio = (sum(times[-5:]) / 5) / (sum(times[1:6]) / 5)
    what = f"page {len(times)} over page 2 of the list, time"
    return Row("board", what, round(ratio, 2), "×", "≤ 1.3", ratio <= 1.3, on=on)

"""The desk with 100,000 stories and the calendar with as many entries: server time and queries of every way to look."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Any
from urllib.parse import quote

from bench.harness import Row
from bench.sending_world import database
from bench.server_time import server_time
from bench.stories_world import FROM, desk_fill

STORIES = {"small": 5_000, "full": 100_000, "big": 100_000}
ROUNDS = 40
FEW = 10
BAR_MS = 150
BAR_QUERIES = 12


def run(seed: int, scale: str) -> Iterable[Row]:
    """Fill a database of its own, then read as a coordinator of everything and as an officer of one unit."""
    with database():
        from django.test import Client

        count, chance = STORIES[scale], Random(seed)
        desk, officer = Client(SERVER_NAME="localhost"), Client(SERVER_NAME="localhost")
        for client, person in zip((desk, officer), desk_fill(count), strict=True):
            client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        yield from _queue(desk, officer, chance, count)
        yield from _calendar(desk, officer, chance, count)


def _queue(desk: Any, officer: Any, chance: Random, count: int) -> Iterable[Row]:
    on = f"{count:,} stories"
    for tab in ("saya", "meja", "unit", "setuju"):
        yield _timed(f"queue, tab {tab}, first page", desk, [f"/redaksi/?tab={tab}"] * ROUNDS, on)
    yield _timed("queue, tab meja, every depth", desk, _deep_in_promises(chance), on)
    depths = chance.sample(range(FROM + 200, FROM + count), ROUNDS)
    deep = [f"/redaksi/?tab=setuju&setelah={key}" for key in depths]
    yield _timed("queue, tab setuju, every depth", desk, deep, on)
    narrow = [f"/redaksi/?tab=meja&jenis={kind}&lewat=on&bebas=on" for kind in ("news", "data")] * (ROUNDS // 2)
    yield _timed("queue, filtered by kind, lateness and hand", desk, narrow, on)
    kinds = [f"/redaksi/?tab=setuju&jenis={kind}" for kind in ("news", "agenda")] * (ROUNDS // 2)
    yield _timed("queue, approved, filtered by a kind that is usual or absent", desk, kinds, on)
    rare = [f"/redaksi/?tab=setuju&q={quote(f'nomor {n}')}" for n in chance.sample(range(1, count), ROUNDS)]
    yield _timed("queue, searched by words that are rare", desk, rare, on)
    usual = [f"/redaksi/?tab=setuju&q={word}" for word in ("berita", "jadwal", "lomba", "tiada")] * (ROUNDS // 4)
    yield _timed("queue, searched by a word that is usual or absent", desk, usual, on)
    yield _timed("queue, an officer of one unit", officer, ["/redaksi/?tab=setuju", "/redaksi/"] * (ROUNDS // 2), on)
    for tab in ("meja", "setuju"):
        long = [f"/redaksi/?tab={tab}&baris=500"] * FEW
        yield _timed(f"queue, tab {tab}, 500 rows", desk, long, on, bar_ms=None)


def _deep_in_promises(chance: Random) -> list[str]:
    """Places between the promises of what waits."""
    from suluh.newsroom.models import Story

    rows = list(Story.objects.filter(state="submitted").values_list("promised_at", "pk"))
    keys = [f"{promised.isoformat()}~{pk}" for promised, pk in chance.sample(rows, min(ROUNDS, len(rows)))]
    return [f"/redaksi/?tab=meja&setelah={quote(key)}" for key in keys]


def _calendar(desk: Any, officer: Any, chance: Random, count: int) -> Iterable[Row]:
    from django.utils import timezone

    on, year = f"{count:,} entries of a year", timezone.localdate().year
    days = [f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}" for _ in range(ROUNDS)]
    for view, name in (("bulan", "month"), ("pekan", "week"), ("hari", "day")):
        pages = [f"/redaksi/kalender/?tampilan={view}&tanggal={day}" for day in days]
        yield _timed(f"calendar, every {name}", desk, pages, on)
    one_kind = [f"/redaksi/kalender/?tampilan=bulan&tanggal={day}&jenis=data" for day in days]
    yield _timed("calendar, every month, one kind", desk, one_kind, on)
    own = [f"/redaksi/kalender/?tampilan=bulan&tanggal={day}" for day in days]
    yield _timed("calendar, every month, an officer of one unit", officer, own, on)


def _timed(what: str, client: Any, addresses: list[str], on: str, bar_ms: int | None = BAR_MS) -> Row:
    """p95 of the server's time; a page of 500 rows is held to its queries alone, for it is ten pages in one."""
    took = server_time(client, addresses)
    met = took.queries <= BAR_QUERIES and (bar_ms is None or took.p95 < bar_ms)
    bar = f"< {bar_ms} ms, ≤ {BAR_QUERIES} queries" if bar_ms else f"≤ {BAR_QUERIES} queries"
    return Row("stories", what, took.p95, "ms p95", bar, met, on=on, more={"queries": took.queries})

"""A village's list comes in by push and goes out by pull: 5,000 items a call, and pages of changes at 100,000 items."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from bench.harness import Row
from bench.server_time import server_time

PUSHED = {"small": 500, "full": 5_000, "big": 5_000}
PUBLIC = {"small": 5_000, "full": 100_000, "big": 100_000}
ROUNDS = 40
DAY = datetime(2026, 4, 1, tzinfo=UTC)


def run(seed: int, scale: str) -> Iterable[Row]:
    """Fill a database of its own, then call the API as other systems do."""
    from suluh.project.database import PrivateDatabase

    with tempfile.TemporaryDirectory(prefix="suluh-villages-") as folder:
        os.environ["SULUH_DATA"] = folder
        database = PrivateDatabase(Path(folder), for_tests=True)
        database.open(must_own=True)
        try:
            yield from _measured(seed, PUSHED[scale], PUBLIC[scale])
        finally:
            database.close()


def _measured(seed: int, pushed: int, public: int) -> Iterable[Row]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suluh.project.settings")
    import django

    django.setup()
    from suluh.project.schema import schema_bring_up

    schema_bring_up()
    village, word = _village()
    yield from _push(village.slug, word, pushed)
    _publish(village, public)
    yield from _pull(Random(seed), public)


def _village() -> tuple[Any, str]:
    from suluh.disclosure.services.push_keys import push_key_make
    from suluh.organization.rights import OPERATOR
    from suluh.organization.services.units import government_ensure, unit_add

    _government, root = government_ensure(name="Kabupaten Arunika", by=OPERATOR)
    village = unit_add(name="Desa Embun", kind="desa", parent=root, by=OPERATOR)
    return village, push_key_make(unit=village, name="OpenSID", by=OPERATOR)[1]


def _push(slug: str, word: str, count: int) -> Iterable[Row]:
    """The whole list: new, the same again, every title changed."""
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    heads = {"authorization": f"Bearer {word}"}
    for what, title in (("new", "Dokumen desa"), ("sent again", "Dokumen desa"), ("changed", "Arsip desa")):
        body = json.dumps({"items": [_row(number, title) for number in range(count)]})
        begin = time.perf_counter()
        answer = client.put(f"/api/v1/desa/{slug}/butir", body, content_type="application/json", headers=heads)
        spent = time.perf_counter() - begin
        if answer.status_code != 200:
            raise RuntimeError(f"push, {what}: {answer.status_code}")
        yield Row(
            "villages", f"push of {count:,} items, {what}", count / spent, "items/s", "none", True, on=_told(answer)
        )


def _row(number: int, title: str) -> dict[str, Any]:
    return {
        "id": f"A-{number}", "title": f"{title} nomor {number}", "summary": "Pendapatan dan belanja desa.",
        "holder": "Sekretaris desa", "responsible": "Kepala desa", "retention": "5 tahun",
    }  # fmt: skip


def _told(answer: Any) -> str:
    counts = answer.json()
    return ", ".join(f"{counts[name]} {name}" for name in ("added", "changed", "unchanged"))


def _publish(village: Any, count: int) -> None:
    """Public items that changed one after the other, a second apart."""
    from django.db import connection

    from suluh.disclosure.models import Item

    for start in range(0, count, 5_000):
        rows = [
            Item(
                unit=village, code=f"UJI-{number}", state="published", title=f"Dokumen {number}", category="berkala",
                sort_key=f"dokumen {number}", published_at=DAY, retention="5 tahun",
            )
            for number in range(start, min(start + 5_000, count))
        ]  # fmt: skip
        Item.objects.bulk_create(rows)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE disclosure_item SET changed_at = %s + substr(code, 5)::integer * interval '1 second' "
            "WHERE code LIKE 'UJI-%%'",
            [DAY],
        )
        cursor.execute("VACUUM ANALYZE disclosure_item")


def _pull(chance: Random, count: int) -> Iterable[Row]:
    since = [DAY + timedelta(seconds=chance.randrange(count)) for _ in range(ROUNDS)]
    yield _timed("pull since a moment, 200 items", [{"since": moment.isoformat()} for moment in since], count)
    yield _timed("pull of the whole list, first page of 500", [{"limit": "500"}] * ROUNDS, count)


def _timed(what: str, asked: list[dict[str, str]], count: int) -> Row:
    from urllib.parse import urlencode

    from django.test import Client

    took = server_time(Client(SERVER_NAME="localhost"), [f"/api/v1/butir?{urlencode(given)}" for given in asked])
    return Row(
        "villages", what, took.p95, "ms p95", "none", True, on=f"{count:,} items", more={"queries": took.queries}
    )

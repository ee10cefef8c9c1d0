"""The citizens' face under load: a notice in force, its banner, lists over many stories; on the bundled PostgreSQL."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

from bench.harness import Row
from bench.server_time import server_time

STORIES = {"small": 5_000, "full": 100_000, "big": 100_000}
REQUESTS = {"small": 100, "full": 500, "big": 500}
BAR_MS = 100
BAR_QUERIES = 12
MANY_STORIES = """INSERT INTO newsroom_story SELECT made.* FROM newsroom_story AS plain,
    (SELECT %(from_)s + n AS id, gen_random_uuid() AS form_token FROM generate_series(1, %(count)s) AS n) AS new,
    LATERAL jsonb_populate_record(plain, to_jsonb(new)) AS made WHERE plain.id = %(plain)s"""
MANY_PUBLICATIONS = """INSERT INTO newsroom_publication
    (id, story_id, unit_id, section, revision, title, text, words, digest, appears_at, reason)
    SELECT %(from_)s + n, %(from_)s + n, %(unit)s, (ARRAY['news', 'announcements'])[1 + n %% 2], 1,
        'Kabar nomor ' || n, 'Isi kabar nomor ' || n || ' tentang layanan kesehatan.', '{}', '-',
        now() - n * interval '7 minutes', '' FROM generate_series(1, %(count)s) AS n"""
FROM = 1_000_000


def run(seed: int, scale: str) -> Iterable[Row]:
    """Fill a database of its own, issue a notice, and ask for public pages as citizens do."""
    from suluh.project.database import PrivateDatabase

    with tempfile.TemporaryDirectory(prefix="suluh-portal-") as folder:
        os.environ["SULUH_DATA"] = folder
        database = PrivateDatabase(Path(folder), for_tests=True)
        database.open(must_own=True)
        try:
            yield from _measured(seed, STORIES[scale], REQUESTS[scale])
        finally:
            database.close()


def _measured(seed: int, count: int, requests: int) -> Iterable[Row]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suluh.project.settings")
    import django

    django.setup()
    from django.test import Client

    from suluh.project.schema import schema_bring_up

    schema_bring_up()
    notice, unit = _fill(count)
    client = Client(SERVER_NAME="localhost")
    deep = [f"/berita/?setelah={_moment(n)}|{FROM + n}" for n in Random(seed).sample(range(100, count), 40)]
    words = [f"/cari/?q=nomor+{n}" for n in Random(seed).sample(range(1, count), 40)]
    for what, addresses in (
        ("notice page", [f"/pemberitahuan/{notice}/"] * requests),
        ("front page under the banner", ["/beranda/"] * requests),
        ("official accounts under the banner", ["/akun-resmi/"] * requests),
        ("news, every depth", deep),
        ("page of an office", [f"/unit-kerja/{unit}/"] * 40),
        ("search", words),
        ("alerting protocol, index", ["/pemberitahuan/cap.atom"] * 40),
    ):
        yield _timed(what, client, addresses, count)


def _fill(count: int) -> tuple[int, str]:
    """Stories as public ones, and one notice in force; returns its number and the unit's word in addresses."""
    from uuid import uuid4

    from django.db import connection

    from suluh.newsroom.models import Story
    from suluh.newsroom.notices.kinds import notice_kinds
    from suluh.newsroom.services.notice_issuing import notice_issue
    from suluh.newsroom.services.notices import notice_begin, notice_fill
    from suluh.organization.rights import OPERATOR
    from suluh.organization.services.units import government_ensure

    _government, root = government_ensure(name="Kabupaten Arunika", by=OPERATOR)
    plain = Story.objects.create(unit=root, kind="news", form_token=uuid4(), title="-", text="-")
    with connection.cursor() as cursor:
        told = {"from_": FROM, "count": count, "plain": plain.pk, "unit": root.pk}
        cursor.execute(MANY_STORIES, told)
        cursor.execute(MANY_PUBLICATIONS, told)
        cursor.execute("VACUUM ANALYZE")
    notice = notice_begin(unit=root, kind=notice_kinds()["flood"], form_token=uuid4(), by=OPERATOR)
    words = {"title": "Banjir di Desa Embun", "hazard": "Air 60 cm.", "place": "Desa Embun", "contact": "0000-112-000"}
    notice = notice_fill(notice=notice, seen=notice.seen, by=OPERATOR, **words)
    notice_issue(notice=notice, seen=notice.seen, by=OPERATOR)
    return notice.pk, root.slug


def _moment(number: int) -> str:
    from datetime import UTC, datetime, timedelta
    from urllib.parse import quote

    return quote((datetime.now(UTC) - number * timedelta(minutes=7)).isoformat())


def _timed(what: str, client: Any, addresses: list[str], count: int) -> Row:
    took = server_time(client, addresses)
    met = took.p95 < BAR_MS and took.queries <= BAR_QUERIES
    bar = f"< {BAR_MS} ms, ≤ {BAR_QUERIES} queries"
    on = f"{count} stories, {len(addresses)} requests, one after another"
    return Row("portal", what, round(took.p95, 2), "ms p95", bar, met, on=on, more={"queries": took.queries})

"""The desk's queue with 100,000 stories: server time and queries on every tab and at every depth."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Any
from uuid import uuid4

from bench.harness import Row
from bench.sending_world import database
from bench.server_time import server_time

STORIES = {"small": 5_000, "full": 100_000, "big": 100_000}
UNITS = 100
ROUNDS = 40
BAR_MS = 150
BAR_QUERIES = 12
FROM = 1_000_000
COPIES = """INSERT INTO newsroom_story SELECT made.* FROM newsroom_story AS plain, (
    SELECT %(from)s + n AS id, 'Berita nomor ' || n AS title, md5(n::text)::uuid AS form_token,
        now() - n * interval '4 minutes' AS submitted_at, (%(units)s::bigint[])[1 + n %% %(many)s] AS unit_id,
        CASE WHEN n %% 40 = 0 THEN 'submitted' WHEN n %% 90 = 1 THEN 'returned' ELSE 'approved' END AS state,
        CASE WHEN n %% 40 = 0 OR n %% 90 = 1 THEN NULL ELSE 1 END AS approved_revision,
        CASE WHEN n %% 40 = 0 OR n %% 90 = 1 THEN NULL ELSE now() END AS approved_at
    FROM generate_series(1, %(count)s) AS n) AS new,
    LATERAL jsonb_populate_record(plain, to_jsonb(new)) AS made WHERE plain.id = %(plain)s"""
"""Many rows after the likeness of one, so that a column that is added one day needs no word here."""


def run(seed: int, scale: str) -> Iterable[Row]:
    """Fill a database of its own, then read the queue as a coordinator of everything."""
    with database():
        from django.test import Client

        count = STORIES[scale]
        person = _filled(count)
        client = Client(SERVER_NAME="localhost")
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        for tab in ("meja", "unit", "setuju"):
            yield _timed(f"queue, tab {tab}, first page", client, [f"/redaksi/?tab={tab}"] * ROUNDS, count)
        depths = Random(seed).sample(range(FROM + 200, FROM + count), ROUNDS)
        for tab in ("meja", "setuju"):
            deep = [f"/redaksi/?tab={tab}&setelah={key}" for key in depths]
            yield _timed(f"queue, tab {tab}, every depth", client, deep, count)


def _filled(count: int) -> Any:
    from datetime import date

    from django.db import connection, transaction

    from suluh.newsroom.models import Story
    from suluh.newsroom.services.stories import story_submit
    from suluh.newsroom.words import Words
    from suluh.organization.models import Membership, Person, Role
    from suluh.organization.rights import OPERATOR
    from suluh.organization.services.units import government_ensure, unit_add

    _, root = government_ensure(name="Kabupaten Arunika", by=OPERATOR)
    units = [unit_add(name=f"Dinas {number}", kind="opd", parent=root, by=OPERATOR).pk for number in range(UNITS)]
    person = Person.objects.create_user("meja@arunika.example", name="Meja Redaksi")
    Membership.objects.create(
        person=person, unit=root, role=Role.COORDINATOR, subtree=True, decree="SK 1", valid_from=date(2026, 1, 1)
    )
    words = Words("service", "Imunisasi campak", "Imunisasi campak untuk balita, Senin 6 April 2026.")
    plain = story_submit(unit=root, words=words, form_token=uuid4(), by=person)
    Story.objects.filter(pk=plain.pk).update(approved_digest="0" * 64)
    values = {"from": FROM, "units": units, "many": UNITS, "count": count, "plain": plain.pk}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(COPIES, values)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return person


def _timed(what: str, client: Any, addresses: list[str], count: int) -> Row:
    took = server_time(client, addresses)
    met = took.p95 < BAR_MS and took.queries <= BAR_QUERIES
    bar = f"< {BAR_MS} ms, ≤ {BAR_QUERIES} queries"
    return Row("stories", what, took.p95, "ms p95", bar, met, on=f"{count:,} stories", more={"queries": took.queries})

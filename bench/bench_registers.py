"""The register of requests at 100,000 rows of one year: server time and queries of its pages, at 50 rows and at 500."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from random import Random
from statistics import quantiles
from typing import Any

from bench.harness import Row

REQUESTS = {"small": 5_000, "full": 100_000, "big": 100_000}
ROUNDS = 40
BAR_MS = 100
BAR_QUERIES = 12
YEAR = 2026
FILL = (
    """INSERT INTO disclosure_applicant
       (kind, name, represents, identity_sealed, identity_mark, identity_last, address, phone, email, occupation)
       SELECT 'person', 'Pemohon ' || n, '', '', '', '0001', 'Jalan Fajar ' || n, '0000-' || n, '', ''
         FROM generate_series(1, %(count)s) AS n""",
    """INSERT INTO disclosure_informationrequest
       (body_id, applicant_id, year, sequence, number, code, channel, details, purpose, wants_view, wants_softcopy,
        wants_hardcopy, delivery, state, received_on, registered_at, complete_on, answered_on, version, suggested,
        rating_words)
       SELECT %(body)s, id, %(year)s, n, n || '/PPID/2026', 'UJI-' || n, 'web', 'Salinan laporan kegiatan nomor ' || n,
              'Penelitian', false, true, false, 'mail', 'answered', '2026-01-05', now(), '2026-01-06', '2026-01-15',
              0, 0, ''
         FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM disclosure_applicant) AS a""",
    """INSERT INTO disclosure_answer
       (request_id, result, state, words, held_by, available, softcopy, hardcopy, ground, reason, decree_number, sheets,
        sheet_price, sending_cost, payment, receipt, returned, signed_at)
       SELECT id, (ARRAY['granted', 'elsewhere', 'not-held'])[1 + sequence %% 3], 'signed', '', '', '', true, false,
              '', '', '', 0, 0, 0, '', '', '', now()
         FROM disclosure_informationrequest""",
    "ANALYZE disclosure_applicant, disclosure_informationrequest, disclosure_answer",
)


def run(seed: int, scale: str) -> Iterable[Row]:
    """Fill a database of its own, then page through the register at depths that the seed draws."""
    from suluh.project.database import PrivateDatabase

    with tempfile.TemporaryDirectory(prefix="suluh-registers-") as folder:
        os.environ["SULUH_DATA"] = folder
        database = PrivateDatabase(Path(folder), for_tests=True)
        database.open(must_own=True)
        try:
            yield from _measured(seed, REQUESTS[scale])
        finally:
            database.close()


def _measured(seed: int, count: int) -> Iterable[Row]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suluh.project.settings")
    import django

    django.setup()
    from django.test import Client

    from suluh.project.schema import schema_bring_up

    schema_bring_up()
    home = _fill(count)
    reader, officer = Client(SERVER_NAME="localhost"), Client(SERVER_NAME="localhost")
    officer.force_login(_officer())
    depths = Random(seed).sample(range(100, count), ROUNDS)
    for who, client, address in (("public", reader, "/register/permohonan/"), ("internal", officer, home)):
        base = f"{address}?tahun={YEAR}"
        yield _timed(f"{who}, first page", client, [base] * ROUNDS, count)
        yield _timed(f"{who}, pages at every depth", client, [f"{base}&setelah={deep}" for deep in depths], count)
        yield _timed(f"{who}, last page", client, [f"{base}&setelah=40"] * ROUNDS, count)
        yield _timed(f"{who}, 500 rows", client, [f"{base}&baris=500"] * 10, count, bar_ms=None)


def _fill(count: int) -> str:
    from django.db import connection
    from django.urls import reverse

    from suluh.organization.rights import OPERATOR
    from suluh.organization.services.units import government_ensure

    _government, root = government_ensure(name="Kabupaten Arunika", by=OPERATOR)
    with connection.cursor() as cursor:
        for statement in FILL:
            cursor.execute(statement, {"count": count, "body": root.pk, "year": YEAR})
    return reverse("disclosure:register", args=[root.slug, "permohonan"])


def _officer() -> Any:
    from datetime import date

    from suluh.organization.models import Membership, Person, Role, Unit

    person = Person.objects.create_user("layanan@arunika.example", name="Petugas Layanan")
    root = Unit.objects.get(parent__isnull=True)
    Membership.objects.create(
        person=person, unit=root, role=Role.SERVICE, subtree=True, decree="SK 1", valid_from=date(2026, 1, 1)
    )
    return person


def _timed(what: str, client: Any, addresses: list[str], count: int, bar_ms: int | None = BAR_MS) -> Row:
    """p95 of the server's time; a page of 500 rows is held to its queries alone, for it is ten pages in one."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(addresses[0])
    spent, queries = [], 0
    for address in addresses:
        with CaptureQueriesContext(connection) as captured:
            begin = time.perf_counter()
            answer = client.get(address)
            spent.append(time.perf_counter() - begin)
        if answer.status_code != 200:
            raise RuntimeError(f"{address}: {answer.status_code}")
        queries = max(queries, len(captured))
    p95 = quantiles(spent, n=20)[-1] * 1000
    met = queries <= BAR_QUERIES and (bar_ms is None or p95 < bar_ms)
    bar = f"< {bar_ms} ms, ≤ {BAR_QUERIES} queries" if bar_ms else f"≤ {BAR_QUERIES} queries"
    return Row("registers", what, p95, "ms p95", bar, met, on=f"{count} requests", more={"queries": queries})

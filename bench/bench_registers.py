"""The register and the officers' lists at 100,000 requests: server time and queries at every depth."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

from bench.harness import Row
from bench.server_time import server_time

REQUESTS = {"small": 5_000, "full": 100_000, "big": 100_000}
ROUNDS = 40
BAR_MS = 100
BAR_QUERIES = 12
YEAR = 2026
MADE = """INSERT INTO {table} SELECT made.* FROM {table} AS plain, ({rows}) AS new,
    LATERAL jsonb_populate_record(plain, to_jsonb(new)) AS made WHERE plain.id = %(plain)s"""
"""Many rows after the likeness of one, so that a column that is added one day needs no word here."""
ROWS = {
    "disclosure_applicant": "SELECT {from_} + n AS id, 'Pemohon ' || n AS name FROM generate_series(1, %(count)s) AS n",
    "disclosure_informationrequest": """SELECT {from_} + n AS id, {from_} + n AS applicant_id, n AS sequence,
        n || '/PPID/2026' AS number, 'UJI-' || n AS code, 'Salinan laporan kegiatan nomor ' || n AS details,
        CASE WHEN n %% 25 = 0 THEN 'running' ELSE 'answered' END AS state,
        CASE WHEN n %% 25 <> 0 THEN date '2026-01-15' END AS answered_on,
        CASE WHEN n %% 25 = 0 THEN {from_} + n END AS clock_id FROM generate_series(1, %(count)s) AS n""",
    "deadlines_clock": """SELECT {from_} + n AS id, {from_} + n AS subject_id, 'Permohonan ' || n AS title,
        current_date - 5 + (n / 25)::integer %% 15 AS due FROM generate_series(25, %(count)s, 25) AS n""",
    "disclosure_answer": """SELECT {from_} + n AS id, {from_} + n AS request_id,
        (ARRAY['granted', 'elsewhere', 'not-held'])[1 + n %% 3] AS result
        FROM generate_series(1, %(count)s) AS n WHERE n %% 25 <> 0""",
    "disclosure_objection": """SELECT {from_} + n AS id, {from_} + n AS request_id, {from_} + n AS applicant_id,
        n AS sequence, n || '/KEB-PPID/2026' AS number, 'KEB-' || n AS code,
        CASE WHEN n %% 25 = 1 THEN 'running' ELSE 'answered' END AS state,
        CASE WHEN n %% 25 <> 1 THEN date '2026-03-02' END AS answered_on
        FROM generate_series(1, %(count)s) AS n WHERE n %% 25 <> 0""",
}
"""What tells the rows apart. One in twenty-five is open with a clock, a third of them late: ten working days of a year
leave as many; every other one has an objection."""
FROM = 1_000_000


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
    yield from _lists(officer, Random(seed), count)
    depths = Random(seed).sample(range(100, count), ROUNDS)
    for who, client, address in (("public", reader, "/register/permohonan/"), ("internal", officer, home)):
        base = f"{address}?tahun={YEAR}"
        yield _timed(f"{who}, first page", client, [base] * ROUNDS, count)
        yield _timed(f"{who}, pages at every depth", client, [f"{base}&setelah={deep}" for deep in depths], count)
        yield _timed(f"{who}, last page", client, [f"{base}&setelah=40"] * ROUNDS, count)
        yield _timed(f"{who}, 500 rows", client, [f"{base}&baris=500"] * 10, count, bar_ms=None)


def _lists(officer: Any, chance: Random, count: int) -> Iterable[Row]:
    """The lists that officers work from: one in twenty-five is open, every other one has an objection."""
    from suluh.disclosure.models import InformationRequest, Objection

    opened = list(
        InformationRequest.objects.filter(state="running").order_by("clock__due", "pk").values_list("clock__due", "pk")
    )
    deep = [f"/layanan/?setelah={due}|{pk}" for due, pk in chance.sample(opened, min(ROUNDS, len(opened)))]
    ended = chance.sample(range(FROM + 100, FROM + count), ROUNDS)
    objected = list(Objection.objects.filter(state="answered").values_list("pk", flat=True))
    words = [f"/layanan/?tab=selesai&q=nomor+{number}" for number in chance.sample(range(1, count), ROUNDS)]
    yield _timed("requests, open, first page", officer, ["/layanan/"] * ROUNDS, count)
    yield _timed("requests, open, every depth", officer, deep, count)
    yield _timed("requests, open, 500 rows", officer, ["/layanan/?baris=500"] * 10, count, bar_ms=None)
    yield _timed("requests, late only", officer, ["/layanan/?hanya=lewat"] * ROUNDS, count)
    yield _timed(
        "requests, ended, every depth", officer, [f"/layanan/?tab=selesai&setelah={pk}" for pk in ended], count
    )
    yield _timed("requests, searched by words", officer, words, count)
    yield _timed("objections, open, first page", officer, ["/layanan/keberatan/"] * ROUNDS, count)
    places = [f"/layanan/keberatan/?tab=selesai&setelah={pk}" for pk in chance.sample(objected, ROUNDS)]
    yield _timed("objections, ended, every depth", officer, places, count)


def _fill(count: int) -> str:
    from django.db import connection, transaction
    from django.urls import reverse

    from suluh.organization.rights import OPERATOR
    from suluh.organization.services.units import government_ensure

    _government, root = government_ensure(name="Kabupaten Arunika", by=OPERATOR)
    with transaction.atomic(), connection.cursor() as cursor:
        plain = _one_of_each(root)
        for table, rows in ROWS.items():
            statement = MADE.format(table=table, rows=rows.format(from_=FROM))
            cursor.execute(statement, {"count": count, "plain": plain[table].pk})
        for table in reversed(ROWS):
            cursor.execute(f"DELETE FROM {table} WHERE id = %s", [plain[table].pk])
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return reverse("disclosure:register", args=[root.slug, "permohonan"])


def _one_of_each(root: Any) -> dict[str, Any]:
    """One row of each table with plain values; its keys are changed in the copies."""
    from datetime import UTC, date, datetime

    from suluh.deadlines.models import Clock
    from suluh.deadlines.services.calendars import version_now
    from suluh.disclosure.models import Answer, Applicant, InformationRequest, Objection

    now, day = datetime(YEAR, 1, 5, tzinfo=UTC), date(YEAR, 1, 5)
    applicant = Applicant.objects.create(kind="person", name="-", identity_last="0001", address="Jalan Fajar 1")
    case = {"body": root, "year": YEAR, "sequence": 0, "number": "-", "received_on": day, "registered_at": now}
    asked = InformationRequest.objects.create(
        **case, applicant=applicant, code="-", details="-", purpose="Penelitian", complete_on=date(YEAR, 1, 6)
    )
    clock = Clock.objects.create(
        code="ANS", subject_kind="request", subject_id=0, unit=root, title="-", start=day, due=day, week=5,
        segments=[{"code": "ANS", "length": 10, "ground": ""}], calendar=version_now(), law="uji",
    )  # fmt: skip
    answer = Answer.objects.create(request=asked, result="granted", state="signed", words="-", signed_at=now)
    objection = Objection.objects.create(
        **case, request=asked, applicant=applicant, code="-", grounds=["d"], position="Tidak sesuai yang diminta",
        details="Salinan laporan kegiatan", result="rejected", argument="Sudah sesuai", state="answered",
    )  # fmt: skip
    return {row._meta.db_table: row for row in (applicant, asked, clock, answer, objection)}


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
    took = server_time(client, addresses)
    met = took.queries <= BAR_QUERIES and (bar_ms is None or took.p95 < bar_ms)
    bar = f"< {bar_ms} ms, ≤ {BAR_QUERIES} queries" if bar_ms else f"≤ {BAR_QUERIES} queries"
    return Row("registers", what, took.p95, "ms p95", bar, met, on=f"{count} requests", more={"queries": took.queries})

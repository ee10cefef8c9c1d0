"""The public list at 100,000 items: server time and queries of its pages, and the catalogue of 5,000 items."""

from __future__ import annotations

import os
import random
import tempfile
import time
import tracemalloc
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.harness import Row
from bench.server_time import server_time

ITEMS = {"small": 5_000, "full": 100_000, "big": 100_000}
CATALOGUE = {"small": 500, "full": 5_000, "big": 5_000}
SHAPES = Path(__file__).parents[1] / "tests" / "disclosure" / "shapes" / "dcat-ap-3-shacl-shapes.ttl"
WORDS = (
    "laporan", "kinerja", "anggaran", "jadwal", "pengangkutan", "sampah", "jalan", "kabupaten", "penerima",
    "bantuan", "sosial", "kecamatan", "puskesmas", "sekolah", "peserta", "didik", "irigasi", "sawah", "pasar",
    "rakyat", "retribusi", "parkir", "pegawai", "jabatan", "izin", "usaha", "air", "minum", "banjir",
    "evakuasi", "stunting", "imunisasi", "wisata", "perpustakaan", "arsip", "aset", "kendaraan", "pengadaan",
    "tender", "kontrak", "desa", "kelurahan",
)  # fmt: skip
ROUNDS = 40


def run(seed: int, scale: str) -> Iterable[Row]:
    """Fill a database of its own, then read it as visitors do."""
    from suluh.project.database import PrivateDatabase

    with tempfile.TemporaryDirectory(prefix="suluh-disclosure-") as folder:
        os.environ["SULUH_DATA"] = folder
        database = PrivateDatabase(Path(folder), for_tests=True)
        database.open(must_own=True)
        try:
            yield from _measured(seed, ITEMS[scale], CATALOGUE[scale])
        finally:
            database.close()


def _measured(seed: int, items: int, catalogue: int) -> Iterable[Row]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suluh.project.settings")
    import django

    django.setup()
    from suluh.project.schema import schema_bring_up

    schema_bring_up()
    _fill(random.Random(seed), items)
    for what, addresses in _roads().items():
        yield _timed(what, addresses, items)
    yield from _catalogue(catalogue)


def _fill(chance: random.Random, items: int) -> None:
    from django.db import connection

    from suluh.disclosure.models import Item
    from suluh.disclosure.services.lexemes import lexemes_refresh
    from suluh.organization.naming import fold
    from suluh.organization.rights import OPERATOR
    from suluh.organization.services.units import government_ensure, unit_add

    _government, root = government_ensure(name="Kabupaten Arunika", by=OPERATOR)
    units = [unit_add(name=f"Dinas Uji {n}", kind="opd", parent=root, by=OPERATOR) for n in range(40)]
    day = datetime(2026, 4, 1, tzinfo=UTC)
    for start in range(0, items, 5000):
        rows = []
        for number in range(start, min(start + 5000, items)):
            title = " ".join([*chance.sample(WORDS, 5), str(2000 + number % 27), str(number)])
            rows.append(Item(
                unit=chance.choice(units), code=f"UJI-{number}", state="published", title=title, sort_key=fold(title),
                summary=" ".join(chance.sample(WORDS, 12)), category=chance.choice(("berkala", "setiap-saat")),
                published_at=day, retention="5 tahun",
            ))  # fmt: skip
        Item.objects.bulk_create(rows)
    lexemes_refresh()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE disclosure_item")
        cursor.execute("ANALYZE disclosure_lexeme")


def _roads() -> dict[str, list[str]]:
    from suluh.disclosure.models import Item

    total = Item.objects.count()
    keys = list(Item.objects.order_by("sort_key", "pk").values_list("sort_key", "pk")[:: max(total // ROUNDS, 1)])
    deep = [f"/informasi/?setelah={key.replace(' ', '+')}|{pk}" for key, pk in keys]
    chance = random.Random(1)
    pairs = [chance.sample(WORDS, 2) for _ in range(ROUNDS)]
    return {
        "first page": ["/informasi/"] * ROUNDS,
        "pages at every depth": deep,
        "one class": ["/informasi/?jenis=berkala"] * ROUNDS,
        "search of two words": [f"/informasi/?q={one}+{other}" for one, other in pairs],
        "search with a typing error": [f"/informasi/?q={_typo(one)}+{other}" for one, other in pairs],
        "one item": [f"/informasi/UJI-{chance.randrange(total)}/" for _ in range(ROUNDS)],
    }


def _typo(word: str) -> str:
    return word[:1] + word[2:3] + word[1:2] + word[3:] if len(word) > 5 else word


def _timed(what: str, addresses: list[str], items: int) -> Row:
    from django.test import Client

    took = server_time(Client(SERVER_NAME="localhost"), addresses)
    return Row(
        "disclosure", f"public list, {what}: p95 server time", took.p95, "ms", "< 100, <= 12 queries",
        took.p95 < 100 and took.queries <= 12,
        on=f"{items:,} items, {len(addresses)} requests, at most {took.queries} queries",
        more={"queries": took.queries, "median": took.median},
    )  # fmt: skip


def _catalogue(items: int) -> Iterable[Row]:
    from pyshacl import validate
    from rdflib import Graph

    from suluh.disclosure.exports.catalogue import Catalogue, turtle
    from suluh.disclosure.selectors.exports import in_steps, items_to_export
    from suluh.disclosure.selectors.search import SearchQuery

    catalogue = Catalogue("https://ppid.example", "Kabupaten Arunika", "Daftar Informasi Publik", "Daftar uji.")
    rows: Any = items_to_export(SearchQuery())[:items]
    tracemalloc.start()
    begin = time.process_time()
    parts = 0
    with tempfile.NamedTemporaryFile(suffix=".ttl") as file:
        for part in turtle(catalogue, in_steps(rows)):
            file.write(part)
            parts += 1
        seconds, (_now, peak) = time.process_time() - begin, tracemalloc.get_traced_memory()
        tracemalloc.stop()
        file.flush()
        said = Graph().parse(file.name, format="turtle")
    on = f"{items:,} items, {len(said):,} statements in {parts:,} parts, {seconds:.1f} CPU-s"
    yield Row(
        "disclosure", "catalogue: peak memory while it is written", peak / 1e6, "MB", "< 100", peak < 100e6, on=on
    )
    valid, _graph, report = validate(said, shacl_graph=str(SHAPES), advanced=True)
    found = 0 if valid else report.count("Constraint Violation")
    yield Row("disclosure", "catalogue: violations of the DCAT-AP 3 shapes", found, "", "0", valid, on=on)

"""Suggestions before a request is sent: is the right public item among the first five for questions in own words?"""

from __future__ import annotations

import os
import random
import tempfile
import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from bench.harness import HERE, Row, cpu

FIRST = 5
BAR = 80.0
FILLERS = {"small": 60, "full": 300, "big": 1200}
"""Further items about the same offices, so that a hit is not luck in a short list."""


def run(seed: int, scale: str) -> Iterable[Row]:
    """Publish the list in a database of its own, then ask every question."""
    from suluh.project.database import PrivateDatabase

    with tempfile.TemporaryDirectory(prefix="suluh-suggest-") as folder:
        os.environ["SULUH_DATA"] = folder
        database = PrivateDatabase(Path(folder), for_tests=True)
        database.open(must_own=True)
        try:
            yield from _asked(seed, FILLERS[scale])
        finally:
            database.close()


def _asked(seed: int, fillers: int) -> Iterable[Row]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suluh.project.settings")
    import django

    django.setup()
    from suluh.disclosure.selectors.suggestions import suggestions
    from suluh.project.schema import schema_bring_up

    schema_bring_up()
    items = tomllib.loads((HERE / "questions.toml").read_text(encoding="utf-8"))["item"]
    _publish(items, random.Random(seed), fillers)
    total = len(items) + fillers
    for kind, words in (("own", "sharing a word with the title"), ("other", "sharing no content word with the title")):
        asked = [(question, item["title"]) for item in items for question in item[kind]]
        found, seconds = cpu(
            lambda asked=asked: [
                title in [one.item.title for one in suggestions(text, limit=FIRST)] for text, title in asked
            ]
        )
        share = 100 * sum(found) / len(asked)
        missed = [text for (text, _title), hit in zip(asked, found, strict=True) if not hit]
        yield Row(
            "suggest", f"right item in the first {FIRST}, questions {words}", share, "%", f">= {BAR:.0f}", share >= BAR,
            on=f"{len(asked)} questions, {total} public items, {1000 * seconds / len(asked):.0f} CPU-ms each",
            more={"missed": missed},
        )  # fmt: skip


def _publish(items: list[dict[str, Any]], chance: random.Random, fillers: int) -> None:
    from suluh.disclosure.models import Item
    from suluh.disclosure.services.lexemes import lexemes_refresh
    from suluh.organization.naming import fold
    from suluh.organization.rights import OPERATOR
    from suluh.organization.services.units import government_ensure

    _government, root = government_ensure(name="Kabupaten Arunika", by=OPERATOR)
    kinds = ("Standar operasional", "Notulen rapat", "Dokumen pelaksanaan anggaran", "Daftar inventaris", "Surat tugas")
    rooms = ("kesekretariatan", "bidang umum", "subbagian keuangan", "bidang data", "subbagian kepegawaian")
    rows = [(item["title"], item["summary"], item["code"]) for item in items]
    rows += [
        (f"{chance.choice(kinds)} {chance.choice(rooms)} nomor {number}", f"Berkas {chance.choice(rooms)} 2025.", "T-c")
        for number in range(fillers)
    ]
    day = date(2026, 4, 1)
    Item.objects.bulk_create(
        Item(
            unit=root, code=f"UJI-{number:04d}", state="published", title=title, summary=summary, law_code=code,
            category="setiap-saat", sort_key=fold(title), published_at=f"{day}T00:00:00+07:00",
        )
        for number, (title, summary, code) in enumerate(rows)
    )  # fmt: skip
    lexemes_refresh()

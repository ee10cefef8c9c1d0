"""What Arunika's list of public information says: the mandatory items of each unit and the papers of its field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice

from suluh.demo.prose.topics import TOPICS
from suluh.demo.seeds import draw
from suluh.demo.units import DemoUnit
from suluh.disclosure.content import ItemContent
from suluh.law.items import Item as LawItem
from suluh.law.items import items_for
from suluh.law.kinds import UnitKind
from suluh.law.service import class_of

SIZES = {UnitKind.OPD: 30, UnitKind.KECAMATAN: 15, UnitKind.RSUD: 60}
"""Items of a unit of each kind: 1,200 in all."""
RETENTION = ("2 tahun aktif, 3 tahun inaktif", "5 tahun", "Selama berlaku", "10 tahun", "Permanen")
PAPERS = (
    ("Data {}", "T-c", "setiap-saat"),
    ("Laporan pelaksanaan {}", "B-c", "berkala"),
    ("Petunjuk teknis {}", "T-e", "setiap-saat"),
    ("Rekapitulasi {}", "T-c", "setiap-saat"),
)


def contents_of(unit: DemoUnit, *, seed: int, year: int) -> list[ItemContent]:
    """Items of a unit in the year: first what the law demands of it, then what its field keeps."""
    return list(islice(_endless(unit, seed, year), SIZES.get(unit.kind, 0)))


def _endless(unit: DemoUnit, seed: int, year: int) -> Iterator[ItemContent]:
    size = SIZES.get(unit.kind, 0)
    demanded = [row for row in items_for(unit.kind) if row.code[:2] in ("B-", "T-") or row.code == "S"]
    chance = draw(seed, unit.slug, "items")
    for row in demanded[: size * 2 // 3]:
        yield _demanded(
            unit, row, year, chance.choice(RETENTION), date(year, chance.randint(1, 3), 2 + chance.randint(0, 20))
        )
    field = TOPICS[unit.field]
    subjects = [*field.programs, *field.services, *field.events, *(name for name, _unit in field.figures)]
    for number, subject in enumerate(cycle(subjects)):
        paper, code, category = PAPERS[number % len(PAPERS)]
        told = year - number // (len(subjects) * 2)
        yield ItemContent(
            title=f"{paper.format(subject)} {unit.short_name} {told}",
            summary=f"{paper.format(subject)} yang disusun {unit.name} sepanjang tahun {told}.",
            category=category,
            law_code=code,
            holder=unit.name,
            responsible=f"Pimpinan {unit.short_name}",
            made_on=date(told, 1 + number % 6, 5 + number % 20),
            made_at="Arunika",
            hardcopy=number % 3 == 0,
            retention=chance.choice(RETENTION),
        )


def _demanded(unit: DemoUnit, row: LawItem, year: int, retention: str, made_on: date) -> ItemContent:
    kind = class_of(row.code)
    return ItemContent(
        title=f"{row.label} {unit.short_name} {year}",
        summary=f"{row.content[:1].upper()}{row.content[1:]} pada {unit.name}.",
        category=kind.code if kind else "",
        law_code=row.code,
        holder=unit.name,
        responsible=f"Pimpinan {unit.short_name}",
        made_on=made_on,
        made_at="Arunika",
        hardcopy=row.code.startswith("T-"),
        retention=retention,
    )

"""The list in the layout of annex I of Perki 1/2021, with our columns to the right, as XLSX and as rows for CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils import timezone

from suluh.disclosure.models import Category, Item
from suluh.kernel.sheets import TabOut, Value, write_csv, write_xlsx

TOP = [
    "No.", "Ringkasan isi informasi", "Pejabat/unit/satuan kerja yang menguasai informasi",
    "Penanggung jawab pembuatan atau penerbitan informasi", "Waktu dan tempat pembuatan informasi",
    "Bentuk informasi yang tersedia", None, "Jangka waktu penyimpanan atau retensi arsip",
    "Nomor DIP", "Judul", "Jenis", "Butir wajib", "Unit", "Alamat tetap", "Diperbarui",
]  # fmt: skip
FORMS = [None, None, None, None, None, "Softcopy", "Hardcopy"]
MERGES = ("F1:G1", *(f"{letter}1:{letter}2" for letter in "ABCDEHIJKLMNO"))
WIDTHS = (6, 60, 32, 32, 26, 10, 10, 20, 14, 44, 14, 12, 30, 44, 14)
HEADS = [*TOP[:5], "Softcopy", "Hardcopy", *TOP[7:]]


def annex_rows(items: Iterable[Item], *, root: str) -> Iterator[list[Value]]:
    """One row an item; `root` is the address of the installation without the last slash."""
    for number, item in enumerate(items, 1):
        place = ", ".join(part for part in (item.made_at, f"{item.made_on:%d-%m-%Y}" if item.made_on else "") if part)
        yield [
            number,
            f"{item.title}. {item.summary}".strip(),
            item.holder or item.unit.name,
            item.responsible or item.unit.name,
            place,
            "ya" if item.softcopy else "",
            "ya" if item.hardcopy else "",
            item.retention,
            item.code,
            item.title,
            str(Category(item.category).value) if item.category else "",
            item.law_code,
            item.unit.name,
            root + item.get_absolute_url(),
            timezone.localdate(item.changed_at),
        ]


def annex_xlsx(items: Iterable[Item], *, root: str) -> bytes:
    """The list as a workbook with the two header rows of the annex."""
    rows: list[list[Value]] = [list(TOP), list(FORMS), *annex_rows(items, root=root)]
    return write_xlsx([TabOut("Daftar Informasi Publik", rows, widths=WIDTHS, header=2, merges=MERGES)])


def annex_csv(items: Iterable[Item], *, root: str) -> Iterator[bytes]:
    """The list as delimited text, a few hundred rows at a time."""
    yield write_csv([HEADS])
    batch: list[list[Value]] = []
    for row in annex_rows(items, root=root):
        batch.append(row)
        if len(batch) == 500:
            yield _without_mark(batch)
            batch = []
    yield _without_mark(batch)


def _without_mark(rows: list[list[Value]]) -> bytes:
    return write_csv(rows)[3:]

"""The recap of a month as a sheet, in exactly the layout that the offices have used for years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from suluh.kernel.sheets import TabOut, write_xlsx
from suluh.monitoring.services.recaps import RecapRow

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
PRESENT, ABSENT, UNRECORDED = "Ada", "Tidak ada", ""
COLUMNS = ("visi", "struktur", "alamat", "surel", "telepon")
HEADS = ("VISI/MISI", "STRUKTUR ORGANISASI", "ALAMAT KANTOR", "EMAIL", "TELP")


def recap_sheet(*, month: date, rows: Sequence[RecapRow]) -> bytes:
    """The workbook: a title row, two header rows, one row a unit in the order given."""
    name = MONTHS[month.month - 1].upper()
    title = [f"REKAP WEBSITE SKPD {name} {month.year}"]
    upper = ["No.", "NAMA SKPD", "ALAMAT WEBSITE", "UPDATE", "PROFIL SKPD", None, None, None, None, "KETERANGAN"]
    lower = [None, None, None, name, *HEADS, None]
    body = [_row(number, row) for number, row in enumerate(rows, 1)]
    tab = TabOut(
        name=f"{name.title()} {month.year}",
        rows=[title, upper, lower, *body],
        widths=(5, 42, 38, 10, 11, 14, 14, 11, 11, 40),
        header=3,
        merges=("A1:J1", "A2:A3", "B2:B3", "C2:C3", "E2:I2", "J2:J3"),
    )
    return write_xlsx([tab])


def _row(number: int, row: RecapRow) -> list[str | int | None]:
    marks = [_mark(getattr(row, column)) for column in COLUMNS]
    return [number, row.name, row.url, row.updates, *marks, row.note]


def _mark(value: bool | None) -> str:
    return UNRECORDED if value is None else PRESENT if value else ABSENT

"""Recap workbooks as offices type them: title after blank rows, two header rows, merged heads, mixed marks."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter


@dataclass
class RecapTab:
    """One tab: `rows` hold name, address, one count a month, five marks, note."""

    name: str
    title: str
    months: Sequence[str]
    rows: Sequence[Sequence[Any]]
    blank_rows: int = 2
    footer: Sequence[Sequence[Any]] = field(default_factory=tuple)


def recap_workbook(tabs: Sequence[RecapTab]) -> bytes:
    """The workbook as bytes."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for tab in tabs:
        _write(book.create_sheet(tab.name), tab)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _write(sheet, tab: RecapTab) -> None:
    top = tab.blank_rows + 1
    last = 3 + len(tab.months) + 5 + 1
    sheet.cell(top, 1, tab.title)
    sheet.merge_cells(start_row=top, end_row=top, start_column=1, end_column=last)
    head, profile = top + 2, 4 + len(tab.months)
    for column, words in ((1, "No."), (2, "NAMA SKPD"), (3, "ALAMAT WEBSITE"), (4, "UPDATE"), (profile, "Profil SKPD")):
        sheet.cell(head, column, words)
    sheet.cell(head, last, "Keterangan")
    for column, words in enumerate(tab.months, 4):
        sheet.cell(head + 1, column, words)
    for column, words in enumerate(("Visi/Misi", "Struktur organisasi", "Alamat kantor", "Email", "Telp"), profile):
        sheet.cell(head + 1, column, words)
    for column in (1, 2, 3, last):
        letter = get_column_letter(column)
        sheet.merge_cells(f"{letter}{head}:{letter}{head + 1}")
    if len(tab.months) > 1:
        sheet.merge_cells(start_row=head, end_row=head, start_column=4, end_column=3 + len(tab.months))
    sheet.merge_cells(start_row=head, end_row=head, start_column=profile, end_column=profile + 4)
    for number, row in enumerate(tab.rows, 1):
        sheet.cell(head + 1 + number, 1, number)
        for column, value in enumerate(row, 2):
            sheet.cell(head + 1 + number, column, value)
    for number, row in enumerate(tab.footer, head + 3 + len(tab.rows)):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value)

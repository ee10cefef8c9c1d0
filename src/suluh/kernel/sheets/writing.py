"""Rows into XLSX and CSV. Text stays text: nothing a person typed can run as a formula when opened."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from .delimited import FORMULA_STARTS
from .values import TabOut, Value, column_letters

# openpyxl loads numpy and more; whoever writes no workbook need not wait for it
if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

CELL_TEXT_LIMIT = 32_767
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
NOT_IN_TAB_NAME = re.compile(r"[\[\]:*?/\\]")


def write_xlsx(tabs: Sequence[TabOut]) -> bytes:
    """A workbook with one tab an entry, header rows bold and frozen."""
    from openpyxl import Workbook as OpenpyxlWorkbook

    book = OpenpyxlWorkbook()
    book.remove(book.worksheets[0])
    for tab in tabs:
        sheet = book.create_sheet(NOT_IN_TAB_NAME.sub(" ", tab.name)[:31] or "Lembar")
        for number, row in enumerate(tab.rows, 1):
            for column, value in enumerate(row, 1):
                if value is not None:
                    put(sheet, number, column, value, bold=number <= tab.header)
        _set_shape(sheet, tab)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def put(sheet: Worksheet, row: int, column: int, value: Value, *, bold: bool = False) -> Cell:
    """Write one value; a text that looks like a formula is stored as text and marked so."""
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Alignment, Font

    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    if isinstance(value, datetime):
        value = value.replace(tzinfo=None)
    cell.value = NOT_IN_XML.sub("", value)[:CELL_TEXT_LIMIT] if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
        if value.startswith(FORMULA_STARTS):
            cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    cell.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str))
    return cell


def _set_shape(sheet: Worksheet, tab: TabOut) -> None:
    for column, width in enumerate(tab.widths):
        sheet.column_dimensions[column_letters(column)].width = width
    for merge in tab.merges:
        sheet.merge_cells(merge)
    if tab.header:
        sheet.freeze_panes = f"A{tab.header + 1}"


def write_csv(rows: Sequence[Sequence[Value]], *, delimiter: str = ";") -> bytes:
    """Delimited UTF-8 text with a byte order mark, as Excel opens it in Indonesia; formula starts get an apostrophe."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([[_plain(value) for value in row] for row in rows])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def _plain(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA_STARTS) else value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return str(value)

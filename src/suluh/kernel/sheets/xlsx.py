"""XLSX into rows: cached results of formulas, visible tabs, merged cells, bounded size."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice

import openpyxl
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from .values import Limits, SheetFault, SheetRefused, Tab, Value, Workbook, column_letters

EMPTY_ROWS_END_A_TAB = 1_000
ERROR_VALUES = {"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
DAMAGED = "Berkas Excel rusak atau tidak lengkap. Buka di Excel, simpan lagi sebagai .xlsx, lalu coba kembali."
FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
DOCTYPE = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E")
"""Excel never writes one, in any encoding; entities that are declared there name other files or grow without end."""
MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')


def read_xlsx(content: bytes, limits: Limits) -> Workbook:
    """Read every visible tab of a workbook held in memory."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _refuse_unfit(archive, limits)
            parts = {name: archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")}
        book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        return _read_tabs(book.worksheets, parts, content, limits)
    except SheetRefused:
        raise
    except Exception as error:  # a damaged file raises nearly anything inside the library
        raise SheetRefused(DAMAGED) from error


def _refuse_unfit(archive: zipfile.ZipFile, limits: Limits) -> None:
    if sum(info.file_size for info in archive.infolist()) > limits.unpacked_bytes:
        raise SheetRefused("Isi berkas Excel terlalu besar setelah dibuka. Bagi menjadi beberapa berkas.")
    names = set(archive.namelist())
    if "mimetype" in names and b"opendocument" in archive.read("mimetype")[:200]:
        raise SheetRefused("Berkas OpenDocument (.ods). Simpan sebagai Excel (.xlsx) lalu coba lagi.")
    if "xl/workbook.bin" in names:
        raise SheetRefused("Berkas Excel biner (.xlsb). Simpan sebagai .xlsx lalu coba lagi.")
    if "xl/workbook.xml" not in names:
        raise SheetRefused("Arsip ini bukan lembar Excel. Unggah berkas .xlsx atau CSV.")
    if any(DOCTYPE.search(archive.read(name)) for name in names if name.endswith((".xml", ".rels"))):
        raise SheetRefused(DAMAGED)


def _read_tabs(
    sheets: Iterable[ReadOnlyWorksheet], parts: dict[str, bytes], content: bytes, limits: Limits
) -> Workbook:
    result = Workbook(tabs=[])
    visible = []
    for sheet in sheets:
        if sheet.sheet_state == "visible":
            visible.append(sheet)
        else:
            result.warnings.append(f"Tab '{sheet.title}' tersembunyi dan tidak dibaca.")
    if len(visible) > limits.tabs:
        raise SheetRefused(
            f"Berkas berisi {len(visible)} tab; paling banyak {limits.tabs}. Bagi menjadi beberapa berkas."
        )
    for sheet in visible:
        part = parts.get(str(vars(sheet)["_worksheet_path"]).lstrip("/"), b"")
        tab = _read_tab(sheet, limits)
        _apply_merges(tab, part)
        if FORMULA.search(part):
            _name_unsolved_formulas(tab, sheet.title, content)
        result.tabs.append(tab)
    return result


def _read_tab(sheet: ReadOnlyWorksheet, limits: Limits) -> Tab:
    tab = Tab(name=sheet.title)
    sheet.reset_dimensions()  # the stated size is often wrong; rows are counted as they come
    empty_run = 0
    for number, cells in enumerate(sheet.values, 1):
        values = tuple(_clean(value) for value in cells[: limits.columns])
        if all(value is None for value in values):
            empty_run += 1
            if empty_run >= EMPTY_ROWS_END_A_TAB:
                break
            continue
        empty_run = 0
        if len(tab.rows) >= limits.rows:
            raise SheetRefused(
                f"Tab '{tab.name}' berisi lebih dari {_thousands(limits.rows)} baris. Bagi menjadi beberapa berkas."
            )
        tab.rows[number] = values
        tab.faults += _error_values(tab.name, number, values)
    return tab


def _clean(value: object) -> Value:
    if isinstance(value, str):
        value = value.replace("\u00a0", " ").replace("\u200b", "").strip()
        return value or None
    if value is None or isinstance(value, (int, float, bool, datetime, date, time)):
        return value
    return str(value)


def _error_values(sheet: str, row: int, values: tuple[Value, ...]) -> list[SheetFault]:
    return [
        SheetFault(sheet, row, column_letters(column), f"Sel berisi galat Excel {value}. Perbaiki rumus atau isinya.")
        for column, value in enumerate(values)
        if isinstance(value, str) and value in ERROR_VALUES
    ]


def _apply_merges(tab: Tab, part: bytes) -> None:
    """Give cells merged downwards the value of their first cell; keep those merged sideways as spans."""
    spans = []
    for match in MERGE.finditer(part):
        left, top, right, bottom = (int(number or 0) for number in range_boundaries(match.group(1).decode()))
        if right > left:
            spans.append((top, left - 1, right - 1))
        first = tab.value(top, left - 1)
        if first is None or bottom - top > EMPTY_ROWS_END_A_TAB:
            continue
        for row in range(top + 1, bottom + 1):
            if row in tab.rows and tab.value(row, left - 1) is None:
                values = list(tab.rows[row]) + [None] * (left - len(tab.rows[row]))
                values[left - 1] = first
                tab.rows[row] = tuple(values)
    tab.spans = tuple(sorted(spans))


def _name_unsolved_formulas(tab: Tab, title: str, content: bytes) -> None:
    """A formula whose result was never stored reads as empty; say so instead of losing it."""
    book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=False, keep_links=False)
    sheet = book[title]
    assert isinstance(sheet, ReadOnlyWorksheet)
    sheet.reset_dimensions()
    last = max(tab.rows, default=0) + EMPTY_ROWS_END_A_TAB
    for number, row in enumerate(islice(sheet.rows, last), 1):
        tab.faults += [
            SheetFault(
                tab.name,
                number,
                column_letters(column),
                "Sel berisi rumus tanpa hasil tersimpan. Buka dan simpan di Excel, atau tempel sebagai nilai.",
            )
            for column, cell in enumerate(row)
            if cell.data_type == "f" and tab.value(number, column) is None
        ]


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")

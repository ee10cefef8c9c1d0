"""The monthly recap as Diskominfo offices type it: one tab a month or a quarter, counts and presence marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from suluh.kernel.sheets import Tab, Value
from suluh.organization.addresses import Address, read_addresses
from suluh.organization.naming import fold

from .heads import Head
from .marks import read_count, read_presence
from .months import Named, read_months, settle_year
from .values import MonthRow, Reading, UnitRow, Where

MARKS = ("visi", "struktur", "alamat", "surel", "telepon")
SUMMARY = re.compile(r"^(jumlah|total|rata rata|rerata|persentase|prosentase|mengetahui|catatan|keterangan|sumber)\b")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class MonthColumn:
    """One count column and the month it is for."""

    column: int
    month: date
    agrees: bool


def read_recap_tab(tab: Tab, head: Head, reading: Reading, *, year_elsewhere: int | None) -> None:
    """Add the rows of one recap tab to a reading.

    Args:
        tab: the tab.
        head: its head.
        reading: gains units, warnings and errors.
        year_elsewhere: year to take where neither the columns, the title nor the tab's name tell one.
    """
    columns = _month_columns(tab, head, reading, year_elsewhere)
    for number, values in tab.numbered():
        if number > head.last_row and _is_data(values, head):
            reading.rows += 1
            before = len(reading.errors)
            row = _read_row(tab, head, number, values, columns, reading)
            (reading.units if len(reading.errors) == before else reading.left_out).append(row)


def _month_columns(tab: Tab, head: Head, reading: Reading, year_elsewhere: int | None) -> list[MonthColumn]:
    title, name = read_months(head.title), read_months(tab.name)
    heads = [(column, read_months(words)) for column, words in head.updates]
    headed = Named(tuple(month for _, named in heads for month in named.months))
    _warn_of_contradiction(tab, title, name, headed, reading)
    found = []
    for column, named in heads:
        months = named or (title if title and len(heads) == 1 else name if len(heads) == 1 else Named())
        if len(months.months) != 1:
            reading.refuse(
                Where(reading.file, tab.name, head.last_row, column).fault(
                    "Bulan kolom ini tidak terbaca. Tulis nama bulan di kepala kolom, misalnya APRIL 2026."
                )
            )
            continue
        year = settle_year(
            months.months, own=named.year, title=title, fallback=title.year or name.year or year_elsewhere
        )
        if year is None:
            reading.refuse(
                Where(reading.file, tab.name, head.last_row, column).fault(
                    "Tahun rekap tidak ditemukan. Tulis tahun di judul, misalnya REKAP WEBSITE SKPD APRIL 2026."
                )
            )
            continue
        agrees = all(not other or months.months[0] in other.months for other in (title, name))
        found.append(MonthColumn(column, date(year, months.months[0], 1), agrees))
    return _without_empty_columns(tab, head, found, reading)


def _warn_of_contradiction(tab: Tab, title: Named, name: Named, headed: Named, reading: Reading) -> None:
    used = headed or title or name
    for where, named in (("judulnya", title), ("namanya", name)):
        if named and set(used.months) != set(named.months):
            reading.warnings.append(
                f"Tab '{tab.name}': {where} menyebut {named}, sedangkan kolomnya {used}. Yang dipakai: {used}."
                if headed
                else f"Tab '{tab.name}': {where} menyebut {named}, sedangkan judulnya {used}. Yang dipakai: {used}."
            )


def _without_empty_columns(tab: Tab, head: Head, found: list[MonthColumn], reading: Reading) -> list[MonthColumn]:
    """In a tab of several months, a month whose column is blank from top to bottom has not been recorded yet."""
    if len(found) < 2:
        return found
    rows = [values for number, values in tab.numbered() if number > head.last_row and _is_data(values, head)]
    filled = [one for one in found if any(_at(values, one.column) is not None for values in rows)]
    if filled:
        for one in found:
            if one not in filled:
                reading.warnings.append(f"Tab '{tab.name}': kolom {one.month:%m/%Y} kosong dan tidak dicatat.")
    return filled or found


def _is_data(values: tuple[Value, ...], head: Head) -> bool:
    """A row of a unit: it has a name or a number, and says something beside; no section title, sum or signature."""
    name = _text(_at(values, head.columns["name"]))
    number = _at(values, head.columns.get("number", -1))
    if SUMMARY.match(fold(name)) or SUMMARY.match(fold(_text(_at(values, 0)))):
        return False
    if _is_number(number):
        return bool(name) or any(
            _at(values, column) is not None for key, column in head.columns.items() if key != "number"
        )
    told = [column for key, column in head.columns.items() if key not in ("name", "number")]
    told += [column for column, _ in head.updates]
    return bool(name) and any(_at(values, column) is not None for column in told) and not _repeats(values, name)


def _repeats(values: tuple[Value, ...], name: str) -> bool:
    return all(value is None or _text(value) == name for value in values)


def _is_number(value: Value) -> bool:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return True
    return bool(re.match(r"^\d{1,4}\s*[.)]?$", _text(value)))


def _read_row(
    tab: Tab, head: Head, number: int, values: tuple[Value, ...], columns: list[MonthColumn], reading: Reading
) -> UnitRow:
    where = Where(reading.file, tab.name, number, head.columns["name"])
    _refuse_unreadable_cells(tab, head, number, reading)
    name = " ".join(_text(_at(values, head.columns["name"])).split())
    if not name:
        reading.refuse(where.fault("Nama SKPD kosong. Isi namanya atau hapus barisnya."))
    elif len(name) > 160:
        reading.refuse(where.fault("Nama SKPD lebih dari 160 huruf. Pindahkan penjelasannya ke kolom Keterangan."))
    sites = _sites(_at(values, head.columns.get("site", -1)), where, head.columns.get("site"), reading)
    marks = {key: _cell(read_presence, values, head.columns.get(key), where, reading, _presence_fault) for key in MARKS}
    note = _text(_at(values, head.columns.get("note", -1)))
    row = UnitRow(name=name, where=where, sites=sites, registers=False)
    row.mail = _mail(_at(values, head.columns.get("surel", -1)))
    for column in columns:
        counted = _cell(read_count, values, column.column, where, reading, _count_fault)
        updates, remark = counted or (None, "")
        whole = "; ".join(dict.fromkeys(part for part in (note, remark) if part))[:500]
        month = MonthRow(
            month=column.month,
            updates=updates,
            note=whole,
            site_url=sites[0].url if sites else "",
            where=Where(reading.file, tab.name, number, column.column),
            agrees=column.agrees,
            **marks,
        )
        if any(part not in (None, "") for part in month.says()):
            row.months.append(month)
    return row


def _refuse_unreadable_cells(tab: Tab, head: Head, number: int, reading: Reading) -> None:
    from suluh.kernel.sheets import column_letters

    used = {column_letters(column) for key, column in head.columns.items() if key != "number"}
    used |= {column_letters(column) for column, _ in head.updates}
    for fault in tab.faults:
        if fault.row == number and fault.column in used:
            reading.refuse(fault)


def _sites(value: Value, where: Where, column: int | None, reading: Reading) -> tuple[Address, ...]:
    text = _text(value)
    if not text:
        return ()
    try:
        found = read_addresses(text)
    except ValueError:
        if "." in text and " " not in text.strip():
            reading.refuse(
                where.fault(f"'{text[:60]}' bukan alamat situs. Contoh: https://dinkes.example", column=column)
            )
        else:
            reading.warnings.append(f"{where.sheet} baris {where.row}: '{text[:60]}' bukan alamat situs dan dilewati.")
        return ()
    reading.warnings += [
        f"{where.sheet} baris {where.row}: alamat '{text[:60]}' dibaca sebagai {address.url}."
        for address in found
        if address.mended
    ]
    return tuple(found)


def _cell(
    read: Callable[[Value], T],
    values: tuple[Value, ...],
    column: int | None,
    where: Where,
    reading: Reading,
    message: Callable[[str], str],
) -> T | None:
    if column is None:
        return None
    value = _at(values, column)
    try:
        return read(value)
    except ValueError:
        reading.refuse(where.fault(message(_text(value)[:40]), column=column))
        return None


def _presence_fault(text: str) -> str:
    return f"'{text}' tidak terbaca. Tulis Ada, tanda -, atau biarkan kosong bila tidak dicatat."


def _count_fault(text: str) -> str:
    return f"'{text}' bukan jumlah. Tulis angka, tanda -, atau biarkan kosong bila tidak dicatat."


def _mail(value: Value) -> str:
    text = _text(value)
    return text if re.match(r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$", text, re.I) else ""


def _at(values: Iterable[Value], column: int) -> Value:
    row = tuple(values)
    return row[column] if 0 <= column < len(row) else None


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value).strip()

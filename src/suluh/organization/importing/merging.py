"""Rows of several tabs into distinct units: one name, one unit; what only looks alike is told, not merged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from suluh.organization.naming import is_near, name_key

from .values import MonthRow, Reading, UnitRow


def merge_units(reading: Reading, *, government: str = "") -> list[UnitRow]:
    """Distinct units in the order of their first mention; the newest month's address and spelling win.

    Rows of one tab that name one unit twice are an error where they differ and a warning where they repeat. A name that
    is nearly another one is the same unit only where both rows give the same address.
    """
    kept: dict[str, UnitRow] = {}
    for row in reading.units:
        key = _key(row, government)
        if key not in kept and (twin := _near_twin(row, key, kept, reading)) is not None:
            key = twin
        if key not in kept:
            kept[key] = replace(row, months=list(row.months))
        elif row.where.sheet == kept[key].where.sheet and _same_tab_double(row, kept[key], reading):
            continue
        else:
            _join(kept[key], row, reading)
    return list(kept.values())


def units_left_out(reading: Reading, *, government: str = "") -> int:
    """Distinct units that only rows with a fault name."""
    read = {_key(row, government) for row in reading.units}
    return len({_key(row, government) for row in reading.left_out if row.name} - read)


def _key(row: UnitRow, government: str) -> str:
    key = name_key(row.name, government=government)
    # Villages of one name are common: in our template the superior unit tells them apart.
    return f"{key} / {name_key(row.parent)}" if row.registers and row.parent else key


def _near_twin(row: UnitRow, key: str, kept: dict[str, UnitRow], reading: Reading) -> str | None:
    if row.registers:
        return None
    hosts = {site.key for site in row.sites}
    for other_key, other in kept.items():
        if other.where.sheet == row.where.sheet or not is_near(key, other_key):
            continue
        if hosts & {site.key for site in other.sites}:
            reading.warnings.append(
                f"{row.where.sheet} baris {row.where.row}: '{row.name}' disatukan dengan '{other.name}' karena alamat "
                "situsnya sama."
            )
            return other_key
        reading.warnings.append(
            f"{row.where.sheet} baris {row.where.row}: '{row.name}' mirip dengan '{other.name}' "
            f"({other.where.sheet} baris {other.where.row}) tetapi tidak disatukan. Periksa apakah unitnya sama."
        )
    return None


def _same_tab_double(row: UnitRow, first: UnitRow, reading: Reading) -> bool:
    """Judge a second row of one unit in one tab; True when it adds nothing more."""
    differs = any(
        month.says() != other.says()
        for month in row.months
        for other in first.months
        if other.month == month.month and other.where.sheet == month.where.sheet
    )
    if row.registers or differs:
        reading.refuse(
            row.where.fault(f"'{row.name}' sudah ada di baris {first.where.row} dengan isi lain. Hapus salah satunya.")
        )
    else:
        reading.warnings.append(
            f"{row.where.sheet}: '{row.name}' tertulis dua kali (baris {first.where.row} dan {row.where.row})."
        )
    return True


def _join(unit: UnitRow, row: UnitRow, reading: Reading) -> None:
    newer = _latest(row.months) >= _latest(unit.months)
    for month in row.months:
        _add_month(unit, month, reading)
    if newer or not unit.sites:
        unit.sites = row.sites or unit.sites
    if newer or not unit.mail:
        unit.mail = row.mail or unit.mail


def _latest(months: Iterable[MonthRow]) -> date:
    return max((month.month for month in months), default=date.min)


def _add_month(unit: UnitRow, month: MonthRow, reading: Reading) -> None:
    held = next((one for one in unit.months if one.month == month.month), None)
    if held is None:
        unit.months.append(month)
        return
    if held.says() == month.says():
        return
    # Two tabs claim one month: the tab whose own name and title agree with it is believed, else the later one.
    chosen, left = (held, month) if held.agrees and not month.agrees else (month, held)
    unit.months[unit.months.index(held)] = chosen
    reading.warnings.append(
        f"{unit.name}: {month.month:%m/%Y} tercatat berbeda di {held.where.sheet} baris {held.where.row} dan "
        f"{month.where.sheet} baris {month.where.row}. Yang dipakai: {chosen.where.sheet}, bukan {left.where.sheet}."
    )

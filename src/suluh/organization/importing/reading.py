"""A file into units: every tab in the layout it has, one warning for each that has none."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from suluh.kernel.sheets import SheetFault, SheetRefused, Tab, Value, read_sheets

from .heads import Head, find_head
from .months import read_months
from .recap import read_recap_tab
from .template import HEADS, read_template_tab
from .values import Reading


def read_units(source: Path | bytes, *, file_name: str = "") -> Reading:
    """Read a sheet of units in our template or in the layout of the monthly recap.

    A file that cannot be read at all gives a reading with one error; nothing is raised for what people do.
    """
    reading = Reading(file=file_name or (source.name if isinstance(source, Path) else "unggahan"))
    try:
        book = read_sheets(source)
    except SheetRefused as refused:
        reading.refuse(SheetFault("", None, None, str(refused)))
        return reading
    reading.warnings += book.warnings
    headed = [(tab, find_head(tab)) for tab in book.tabs]
    _report_headless(headed, reading)
    year = _usual_year(headed)
    for tab, head in headed:
        if head is not None:
            _read_tab(tab, head, reading, year)
    if not reading.rows and not reading.errors:
        reading.refuse(SheetFault("", None, None, "Tidak ada baris unit di berkas ini."))
    return reading


def _read_tab(tab: Tab, head: Head, reading: Reading, year: int | None) -> None:
    if head.unknown:
        names = ", ".join(dict.fromkeys(head.unknown))
        reading.warnings.append(f"Tab '{tab.name}': kolom yang tidak dikenal dilewati: {names[:200]}.")
    if head.is_recap:
        read_recap_tab(tab, head, reading, year_elsewhere=year)
    elif {"site", "code", "kind", "surel"} & set(head.columns):
        read_template_tab(tab, head, reading)
    else:
        reading.refuse(SheetFault(tab.name, head.last_row, None, _wrong_columns(tab.rows[head.last_row])))


def _report_headless(headed: list[tuple[Tab, Head | None]], reading: Reading) -> None:
    for tab, head in headed:
        if head is not None or not tab.rows:
            continue
        if any(other for _, other in headed):
            reading.warnings.append(f"Tab '{tab.name}' tidak berisi daftar unit dan dilewati.")
        else:
            first = min(tab.rows)
            reading.refuse(SheetFault(tab.name, first, None, _wrong_columns(tab.rows[first])))


def _wrong_columns(values: tuple[Value, ...]) -> str:
    seen = ", ".join(str(value) for value in values if value is not None)[:120]
    wanted = ", ".join(HEADS[:8])
    return (
        f"Kolom tidak cocok. Yang terbaca: {seen}. Yang dikenali: {wanted}; atau rekap bulanan dengan kolom "
        "No, Nama SKPD, Alamat Website, Update, Visi/Misi, Struktur Organisasi, Alamat Kantor, Email, Telp, Keterangan."
    )


def _usual_year(headed: list[tuple[Tab, Head | None]]) -> int | None:
    texts = [
        text for tab, head in headed if head for text in (head.title, tab.name, *(words for _, words in head.updates))
    ]
    years = Counter(year for text in texts if (year := read_months(text).year) is not None)
    return max(years, key=lambda year: (years[year], year)) if years else None

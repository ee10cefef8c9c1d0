"""A plan as officers keep it in a sheet: one row an entry, with faults that name the cell. Pure but for its inputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from suluh.kernel.lexicon import read_date
from suluh.kernel.lexicon.clock import clock_time
from suluh.kernel.sheets import SheetFault, Tab, Value, Workbook

HEADS = {
    "tanggal": ("tanggal", "tgl", "hari/tanggal", "hari, tanggal"),
    "jam": ("jam", "pukul", "waktu"),
    "judul": ("judul", "topik", "konten", "materi"),
    "jenis": ("jenis", "pilar", "kategori"),
    "unit": ("unit", "opd", "perangkat daerah", "unit kerja"),
    "catatan": ("catatan", "keterangan"),
}
KINDS = {
    "news": "berita kegiatan news",
    "announcement": "pengumuman announcement",
    "service": "layanan info service",
    "programme": "program programme",
    "data": "data infografis",
    "agenda": "agenda acara",
    "invitation": "ajakan partisipasi polling invitation",
}
"""Words by which sheets name the kinds of stories."""
NEEDED = ("tanggal", "judul")
MORNING = time(9)
"""Where the sheet names no hour."""
LOOKED = 10
"""Rows in which the heading is looked for."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of the sheet. `unit` is the key of the unit; `at` is in the wall clock of the government."""

    row: int
    title: str
    kind: str
    unit: int
    day: date
    clock: time
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sheet holds: entries that can be taken, and what is wrong with the others."""

    rows: tuple[Row, ...]
    faults: tuple[SheetFault, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What the cells may name: units by their folded names, and the unit where none is named."""

    units: Mapping[str, int]
    own: int | None
    today: datetime


def read_plan(book: Workbook, words: Words) -> Reading:
    """Every tab that has the headings; a workbook without any is one fault."""
    rows: list[Row] = []
    faults = list(book.faults)
    known = False
    for tab in book.tabs:
        heads, since = _heads(tab)
        if heads is None:
            continue
        known = True
        for number, cells in tab.numbered():
            if number > since and any(cell is not None for cell in cells):
                read = _row(tab.name, number, cells, heads, words)
                (rows if isinstance(read, Row) else faults).append(read)  # type: ignore[arg-type]
    if not known:
        faults.append(SheetFault("", None, None, "Tidak ada baris judul dengan kolom Tanggal dan Judul."))
    return Reading(tuple(rows), tuple(faults))


def _heads(tab: Tab) -> tuple[dict[str, int] | None, int]:
    for number, cells in list(tab.numbered())[:LOOKED]:
        names = [str(cell or "").strip().casefold() for cell in cells]
        found = {
            head: next(place for place, name in enumerate(names) if name in words)
            for head, words in HEADS.items()
            if any(name in words for name in names)
        }
        if all(head in found for head in NEEDED):
            return found, number
    return None, 0


def _row(sheet: str, number: int, cells: tuple[Value, ...], heads: Mapping[str, int], words: Words) -> Row | SheetFault:
    def cell(head: str) -> Value:
        place = heads.get(head)
        return cells[place] if place is not None and place < len(cells) else None

    try:
        return Row(
            row=number,
            title=_title(cell("judul")),
            kind=_kind(cell("jenis")),
            unit=_named("unit", cell("unit"), words.units, words.own),
            day=_day(cell("tanggal"), words.today),
            clock=_clock(cell("jam")),
            note=str(cell("catatan") or "")[:500],
        )
    except _Wrong as wrong:
        return SheetFault(sheet, number, wrong.head.capitalize(), wrong.message)


class _Wrong(Exception):
    def __init__(self, head: str, message: str) -> None:
        super().__init__(message)
        self.head, self.message = head, message


def _title(value: Value) -> str:
    title = str(value or "").strip()
    if not title:
        raise _Wrong("judul", "Judul kosong.")
    if len(title) > 200:
        raise _Wrong("judul", f"Judul {len(title)} huruf; paling banyak 200.")
    return title


def _kind(value: Value) -> str:
    said = str(value or "").casefold().split()
    if not said:
        return "news"
    found = next((kind for kind, words in KINDS.items() if set(words.split()) & set(said)), None)
    if found is None:
        raise _Wrong("jenis", f"Jenis “{value}” tidak dikenal.")
    return found


def _named(head: str, value: Value, known: Mapping[str, Any], default: Any) -> Any:
    word = str(value or "").strip().casefold()
    if not word and default is not None:
        return default
    if not word:
        raise _Wrong(head, "Kolom Unit kosong, dan Anda merencanakan untuk lebih dari satu unit.")
    if word not in known:
        raise _Wrong(head, f"“{value}” tidak dikenal.")
    return known[word]


def _day(value: Value, today: datetime) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    read = read_date(str(value or ""), today)
    if read.date is None or read.precision not in ("day", "relative"):
        raise _Wrong("tanggal", f"“{value or ''}” bukan tanggal. Isi misalnya 6 April 2026.")
    return _coming(read.date, today.date()) if read.confidence < _YEAR_GIVEN else read.date


_YEAR_GIVEN = 0.75


def _coming(day: date, today: date) -> date:
    """A day without a year is the next one: a plan looks ahead."""
    if day >= today:
        return day
    leap = (day.month, day.day) == (2, 29)
    return date(day.year + 1, 3, 1) if leap else day.replace(year=day.year + 1)


def _clock(value: Value) -> time:
    if isinstance(value, datetime):
        return value.time()
    if isinstance(value, time):
        return value
    if value is None:
        return MORNING
    plain = f"{value:.2f}" if isinstance(value, float) else str(value).lower()
    plain = plain.removeprefix("pukul").removeprefix("pkl").strip(" .").split(" ")[0]
    found = clock_time(plain if any(sign in plain for sign in ".:") else f"{plain}.00")
    if found is None:
        raise _Wrong("jam", f"“{value}” bukan jam. Isi misalnya 09.00.")
    return time.fromisoformat(found)

"""Read a sheet of items: the annex layout with one or two header rows, our own export, or any order of those heads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from suluh.disclosure.content import ItemContent
from suluh.disclosure.forms import category_of
from suluh.disclosure.models import Category
from suluh.kernel.sheets import SheetFault, SheetRefused, Tab, Value, column_letters, read_sheets
from suluh.organization.naming import fold

SEARCH_ROWS = 30
HEADS = {
    "code": re.compile(r"^(nomor|no|kode) dip$"),
    "title": re.compile(r"^(judul|nama|jenis)( informasi| dokumen)$|^judul$"),
    "summary": re.compile(r"ringkasan"),
    "holder": re.compile(r"menguasai"),
    "responsible": re.compile(r"penanggung ?jawab"),
    "made": re.compile(r"waktu"),
    "softcopy": re.compile(r"^soft ?copy$|^digital$"),
    "hardcopy": re.compile(r"^hard ?copy$|^cetak$"),
    "forms": re.compile(r"^bentuk"),
    "retention": re.compile(r"jangka waktu|retensi"),
    "category": re.compile(r"^(jenis|klasifikasi|kategori)$"),
    "law_code": re.compile(r"^(butir wajib|kode butir|butir)$"),
    "link": re.compile(r"^(tautan|link|url|alamat( laman| berkas)?)$"),
}
WANTED = ("summary", "holder", "responsible", "retention")
NO = {"", "tidak", "no", "-", "0", "x tidak"}
DAY = re.compile(r"\b(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\b")


@dataclass(frozen=True, slots=True)
class SheetItem:
    """One row as an item; `code` names an item that is on the list already."""

    row: int
    content: ItemContent
    code: str = ""


@dataclass(slots=True)
class SheetReading:
    """What a sheet says, and what is wrong with it."""

    items: list[SheetItem] = field(default_factory=list)
    faults: list[SheetFault] = field(default_factory=list)

    @property
    def left_out(self) -> int:
        """Rows that cannot be taken."""
        return len({fault.row for fault in self.faults if fault.row is not None})


def read_items(content: bytes) -> SheetReading:
    """Read the first tab that has a head of items; nothing is raised for what people do."""
    reading = SheetReading()
    try:
        book = read_sheets(content)
    except SheetRefused as refused:
        reading.faults.append(SheetFault("", None, None, str(refused)))
        return reading
    for tab in book.tabs:
        if head := _find_head(tab):
            _read_rows(tab, head, reading)
            if not reading.items and not reading.faults:
                reading.faults.append(
                    SheetFault(tab.name, head[0], None, "Tidak ada baris butir di bawah kepala tabel.")
                )
            return reading
    wanted = "Ringkasan isi informasi, yang menguasai, penanggung jawab, waktu dan tempat, bentuk, jangka waktu simpan"
    reading.faults.append(SheetFault("", None, None, f"Kepala tabel tidak ditemukan. Yang dikenali: {wanted}."))
    return reading


def _find_head(tab: Tab) -> tuple[int, dict[str, int]] | None:
    """Last row of the head and the column of each field."""
    for number, values in list(tab.numbered())[:SEARCH_ROWS]:
        columns = _columns(values)
        if "summary" in columns and len(columns) >= 3:
            below = _columns(tab.rows.get(number + 1, ()))
            second = {name: place for name, place in below.items() if name in ("softcopy", "hardcopy")}
            return (number + 1, columns | second) if second else (number, columns)
    return None


def _columns(values: tuple[Value, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, value in enumerate(values):
        words = fold(str(value)) if isinstance(value, str) else ""
        for name, pattern in HEADS.items():
            if words and name not in found and pattern.search(words):
                found[name] = place
                break
    return found


def _read_rows(tab: Tab, head: tuple[int, dict[str, int]], reading: SheetReading) -> None:
    last, columns = head
    for number, values in tab.numbered():
        if number <= last or _is_numbering(values):
            continue
        texts = {name: _text(tab.value(number, place)) for name, place in columns.items()}
        if not (texts.get("summary") or texts.get("title")):
            continue
        faults = [
            SheetFault(tab.name, number, column_letters(columns[name]) if name in columns else None, sentence)
            for name, sentence in _faults(texts)
        ]
        reading.faults += faults
        if not faults:
            made = tab.value(number, columns["made"]) if "made" in columns else None
            reading.items.append(SheetItem(number, _content(texts, made), texts.get("code", "")))


def _is_numbering(values: tuple[Value, ...]) -> bool:
    """The row "(1) (2) (3) …" that stands under the head of many annexes."""
    filled = [value for value in values if value is not None]
    plain = [re.sub(r"\D", "", str(value)) for value in filled]
    return len(filled) >= 3 and plain == [str(place) for place in range(1, len(plain) + 1)]


def _faults(texts: dict[str, str]) -> list[tuple[str, str]]:
    names = {
        "summary": "Ringkasan isi", "holder": "Yang menguasai", "responsible": "Penanggung jawab",
        "retention": "Jangka waktu simpan",
    }  # fmt: skip
    found = [(name, f"{names[name]} kosong. Isi menurut lampiran I.") for name in WANTED if not texts.get(name)]
    category = fold(texts.get("category", "")).replace(" ", "-")
    if category and category not in Category.values:
        found.append(("category", "Jenis tidak dikenal. Tulis berkala, serta-merta, atau setiap saat."))
    link = texts.get("link", "")
    if link and not re.match(r"https?://[^\s/]+\.[^\s]+$", link):
        found.append(("link", "Alamat tidak dapat dibaca. Tulis seperti https://dinkes.example/berkas."))
    if len(texts.get("title", "")) > 300 or len(texts.get("summary", "")) > 4000:
        found.append(("summary", "Terlalu panjang: judul paling banyak 300 huruf, ringkasan 4.000."))
    return found


def _content(texts: dict[str, str], made: Value) -> ItemContent:
    summary = texts.get("summary", "")
    title = texts.get("title") or re.split(r"(?<=[.;])\s|\n", summary)[0].rstrip(".;")[:300]
    soft, hard = _forms(texts)
    place, day = _made(made)
    law_code = texts.get("law_code", "")
    category = fold(texts.get("category", "")).replace(" ", "-") or category_of(law_code)
    return ItemContent(
        title=title,
        summary=summary.removeprefix(f"{title}. ") or title,
        category=category,
        law_code=law_code,
        holder=texts["holder"][:200],
        responsible=texts["responsible"][:200],
        made_on=day,
        made_at=place[:120],
        softcopy=soft or not hard,
        hardcopy=hard,
        retention=texts["retention"][:120],
        link=texts.get("link", ""),
    )


def _forms(texts: dict[str, str]) -> tuple[bool, bool]:
    words = fold(texts.get("forms", ""))
    soft = fold(texts.get("softcopy", "")) not in NO or any(word in words for word in ("soft", "digital", "pdf"))
    hard = fold(texts.get("hardcopy", "")) not in NO or any(word in words for word in ("hard", "cetak", "kertas"))
    return soft, hard


def _made(value: Value) -> tuple[str, date | None]:
    """Place and day of "Arunika, 12-01-2026"; a year alone stays with the place."""
    if isinstance(value, datetime):
        return "", value.date()
    if isinstance(value, date):
        return "", value
    text = _text(value)
    if found := DAY.search(text):
        try:
            day = date(int(found[3]), int(found[2]), int(found[1]))
        except ValueError:
            return text, None
        return text.replace(found[0], "").strip(" ,"), day
    return text, None


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else ""
    if isinstance(value, (date, datetime)):
        return f"{value:%d-%m-%Y}"
    return " ".join(str(value).split(" ")).strip()

"""Find the head of a table and say what each of its columns holds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from suluh.kernel.sheets import Tab, Value
from suluh.organization.naming import fold

from .months import Named, read_months

SEARCH_ROWS = 40
NAME_HEADS = re.compile(
    r"^(nama )?(skpd|opd|skpd opd|opd skpd|perangkat daerah|unit|unit kerja|instansi|satuan kerja|satker|desa|kelurahan"
    r"|desa kelurahan|kecamatan|organisasi perangkat daerah|lembaga)$|^nama$"
)
PROFILE = (
    ("visi", re.compile(r"\bvisi\b|\bmisi\b")),
    ("struktur", re.compile(r"struktur")),
    ("surel", re.compile(r"\be ?mail\b|\bsurel\b|\bsurat elektronik\b")),
    ("telepon", re.compile(r"\b(telp|telepon|telpon|tlp|telephone|no hp|hp|wa|whatsapp|phone)\b")),
    ("alamat", re.compile(r"\balamat( kantor)?\b")),
)
SITE = re.compile(r"\b(website|web|situs|url|domain|link|subdomain|laman)\b")
UPDATE = re.compile(
    r"\b(update|updating|pemutakhiran|pembaruan)\b|\bjumlah (berita|posting|postingan|artikel|konten)\b"
)
NOTE = re.compile(r"^(keterangan|ket|catatan|permasalahan|kendala)\b")
NUMBER = re.compile(r"^(no|nomor|no urut|nr)$")
OWN = {
    "code": re.compile(r"^(kode|kode unit|kode opd|kode skpd|kode wilayah|code)$"),
    "short_name": re.compile(r"^(nama singkat|singkatan|akronim)$"),
    "kind": re.compile(r"^(jenis|jenis unit|tipe|kategori)$"),
    "parent": re.compile(r"^(induk|kode induk|unit induk|nama induk|atasan)$"),
    "facebook": re.compile(r"^(facebook|fb|akun facebook)$"),
    "instagram": re.compile(r"^(instagram|ig|akun instagram)$"),
    "x": re.compile(r"^(x|twitter|x twitter|akun x)$"), "youtube": re.compile(r"^(youtube|yt|akun youtube)$"),
    "tiktok": re.compile(r"^(tiktok|tik tok|akun tiktok)$"), "telegram": re.compile(r"^(telegram|akun telegram)$"),
    "whatsapp": re.compile(r"^(saluran whatsapp|kanal whatsapp|akun whatsapp)$"),
    "threads": re.compile(r"^(threads|akun threads)$"),
}  # fmt: skip
"""Heads that only our own template has."""


@dataclass(slots=True)
class Head:
    """Where a table begins and which column (from 0) holds what."""

    last_row: int
    """Last row of the head; data follow."""
    title: str
    """What stands above it."""
    columns: dict[str, int] = field(default_factory=dict)
    updates: list[tuple[int, str]] = field(default_factory=list)
    """Count columns with the words that stand over them."""
    unknown: list[str] = field(default_factory=list)

    @property
    def is_recap(self) -> bool:
        """True for a monthly recap, False for a list of units."""
        return bool(self.updates) or bool({"visi", "struktur"} & set(self.columns))


def find_head(tab: Tab) -> Head | None:
    """The head of the table in a tab, None where no column of names is found near the top."""
    above: list[str] = []
    for number, values in list(tab.numbered())[:SEARCH_ROWS]:
        words = [fold(_label(value)) for value in values]
        if any(NAME_HEADS.match(word) for word in words) and sum(bool(word) for word in words) >= 2:
            return _read_head(tab, number, " ".join(above))
        above += list(dict.fromkeys(str(value) for value in values if value is not None))
    return None


def _read_head(tab: Tab, row: int, title: str) -> Head:
    tops = _labels(tab, row)
    second = row + 1 if _is_second_row(tab, row, tops) else None
    head = Head(last_row=second or row, title=title)
    width = max(len(tops), len(tab.rows.get(second, ())) if second else 0)
    tops += [""] * (width - len(tops))
    spread = _spread(tab, row, tops, second)
    for column in range(width):
        sub = _label(tab.value(second, column)) if second else ""
        _assign(head, column, spread[column], "" if fold(sub) == fold(spread[column]) else sub)
    return head


def _labels(tab: Tab, row: int) -> list[str]:
    return [_label(value) for value in tab.rows.get(row, ())]


def _is_second_row(tab: Tab, row: int, tops: list[str]) -> bool:
    """The row below belongs to the head when its name column is empty or repeats the head (merged downwards)."""
    if row + 1 not in tab.rows:
        return False
    name = next(column for column, top in enumerate(tops) if NAME_HEADS.match(fold(top)))
    below = tab.value(row + 1, name)
    words = [_label(value) for value in tab.rows[row + 1] if isinstance(value, (str, date))]
    return (below is None or fold(str(below)) == fold(tops[name])) and any(map(_is_sub_head, words))


def _is_sub_head(words: str) -> bool:
    is_short = len(words.split()) <= 4 and "@" not in words
    return is_short and (bool(read_months(words)) or any(pattern.search(fold(words)) for _, pattern in PROFILE))


def _label(value: Value) -> str:
    """Words of a head; a month that the office program turned into a date reads as that month again."""
    if isinstance(value, date):
        return str(Named((value.month,), value.year))
    return "" if value is None else str(value)


def _spread(tab: Tab, row: int, tops: list[str], second: int | None) -> list[str]:
    """Give every column under a merged cell its words; without merges, fill rightwards where only a sub-head stands."""
    spread = list(tops)
    for at, first, last in tab.spans:
        if at == row:
            for column in range(first, min(last + 1, len(spread))):
                spread[column] = tops[first]
    if second is not None:
        for column in range(1, len(spread)):
            if not spread[column] and tab.value(second, column) is not None:
                spread[column] = spread[column - 1]
    return spread


def _assign(head: Head, column: int, top: str, sub: str) -> None:
    over, under = fold(top), fold(sub)
    whole = f"{over} {under}".strip()
    if not whole:
        return
    is_month = bool(read_months(top)) and len(over.split()) <= 3
    if is_month or (UPDATE.search(over) and not SITE.search(over)):
        head.updates.append((column, f"{top} {sub}".strip()))
        return
    name = _meaning(under or over, over)
    if name is None:
        head.unknown.append(sub or top)
    else:
        head.columns.setdefault(name, column)


def _meaning(label: str, over: str) -> str | None:
    if NUMBER.match(label):
        return "number"
    for name, pattern in OWN.items():
        if pattern.match(label):
            return name
    if NAME_HEADS.match(label):
        return "name"
    if NOTE.match(label):
        return "note"
    if SITE.search(label) or (SITE.search(over) and "profil" not in over):
        return "site"
    return next((name for name, pattern in PROFILE if pattern.search(label)), None)

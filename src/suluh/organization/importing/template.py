"""Our own template: one row a unit, with code, kind, superior unit, address, contacts and accounts."""

from __future__ import annotations

import re

from suluh.kernel.sheets import Tab, Value, column_letters
from suluh.law.kinds import UnitKind
from suluh.organization.addresses import Address, read_addresses
from suluh.organization.naming import fold

from .heads import Head
from .values import Reading, UnitRow, Where

HEADS = (
    "Kode", "Nama unit", "Nama singkat", "Jenis", "Induk", "Alamat situs", "Surel", "Telepon",
    "Facebook", "Instagram", "X", "YouTube", "TikTok", "Telegram", "Saluran WhatsApp", "Threads",
)  # fmt: skip
"""Column heads in the order of the template."""
PLATFORMS = ("facebook", "instagram", "x", "youtube", "tiktok", "telegram", "whatsapp", "threads")
KIND_WORDS = {
    "pemerintah daerah": UnitKind.MAIN, "pemda": UnitKind.MAIN, "utama": UnitKind.MAIN, "opd": UnitKind.OPD,
    "dinas": UnitKind.OPD, "badan": UnitKind.OPD, "perangkat daerah": UnitKind.OPD, "skpd": UnitKind.OPD,
    "bagian": UnitKind.BAGIAN, "rsud": UnitKind.RSUD, "rumah sakit": UnitKind.RSUD, "kecamatan": UnitKind.KECAMATAN,
    "kelurahan": UnitKind.KELURAHAN, "desa": UnitKind.DESA, "blud": UnitKind.BLUD, "upt": UnitKind.UPT,
    "uptd": UnitKind.UPT, **{kind.value: kind for kind in UnitKind},
}  # fmt: skip
KIND_LABELS = {
    UnitKind.MAIN: "Pemerintah daerah", UnitKind.OPD: "OPD", UnitKind.BAGIAN: "Bagian", UnitKind.RSUD: "RSUD",
    UnitKind.KECAMATAN: "Kecamatan", UnitKind.KELURAHAN: "Kelurahan", UnitKind.DESA: "Desa", UnitKind.BLUD: "BLUD",
    UnitKind.UPT: "UPT",
}  # fmt: skip
MAIL = re.compile(r"^[^@\s,;]+@[^@\s,;]+\.[a-z]{2,}$", re.I)
HANDLE = re.compile(r"^[^\s/]{1,120}$")


def read_template_tab(tab: Tab, head: Head, reading: Reading) -> None:
    """Add the rows of one tab in our own layout to a reading."""
    for number, values in tab.numbered():
        if number <= head.last_row or not any(value is not None for value in values):
            continue
        reading.rows += 1
        row = _Row(tab, head, number, values, reading)
        read = row.read()
        (reading.left_out if row.broken else reading.units).append(read)


class _Row:
    """One row being read: knows its place, so that every fault names its cell."""

    def __init__(self, tab: Tab, head: Head, number: int, values: tuple[Value, ...], reading: Reading) -> None:
        self.tab, self.head, self.values, self.reading = tab, head, values, reading
        self.where = Where(reading.file, tab.name, number, head.columns["name"])
        self.broken = False

    def read(self) -> UnitRow:
        """The unit; `broken` where a cell was refused."""
        self._refuse_unreadable_cells()
        name = " ".join(self._text("name").split())
        if not name:
            self._refuse("name", "Nama unit kosong. Isi namanya atau hapus barisnya.")
        elif len(name) > 160:
            self._refuse("name", "Nama unit lebih dari 160 huruf.")
        return UnitRow(
            name=name,
            where=self.where,
            code=self._bounded("code", 40),
            short_name=self._bounded("short_name", 60),
            kind=self._kind(),
            parent=self._text("parent"),
            mail=self._mail(),
            phone=self._bounded("telepon", 40),
            sites=self._sites(),
            accounts=self._accounts(),
        )

    def _text(self, key: str) -> str:
        column = self.head.columns.get(key, -1)
        value = self.values[column] if 0 <= column < len(self.values) else None
        if isinstance(value, float) and value == int(value):
            value = int(value)
        return "" if value is None else str(value).strip()

    def _bounded(self, key: str, longest: int) -> str:
        text = self._text(key)
        if len(text) > longest:
            self._refuse(key, f"Isi lebih dari {longest} huruf.")
        return text

    def _kind(self) -> str:
        word = fold(self._text("kind"))
        if not word:
            return ""
        kind = KIND_WORDS.get(word)
        if kind is None:
            known = ", ".join(KIND_LABELS.values())
            self._refuse("kind", f"Jenis '{self._text('kind')[:30]}' tidak dikenal. Pilih salah satu: {known}.")
            return ""
        return kind.value

    def _mail(self) -> str:
        text = self._text("surel")
        if text in ("", "-"):
            return ""
        if not MAIL.match(text):
            self._refuse("surel", f"'{text[:40]}' bukan alamat surel. Contoh: dinkes@arunika.example")
        return text.lower()

    def _sites(self) -> tuple[Address, ...]:
        text = self._text("site")
        try:
            return tuple(read_addresses(text)) if text else ()
        except ValueError:
            self._refuse("site", f"'{text[:60]}' bukan alamat situs. Contoh: https://dinkes.example")
            return ()

    def _accounts(self) -> tuple[tuple[str, str], ...]:
        found = []
        for platform in PLATFORMS:
            text = self._text(platform)
            if text in ("", "-"):
                continue
            handle = re.sub(r"^https?://[^/]+/", "", text).strip("/").lstrip("@")
            if HANDLE.match(handle):
                found.append((platform, handle))
            else:
                self._refuse(platform, f"'{text[:40]}' bukan nama akun. Tulis namanya saja, misalnya dinkes.arunika")
        return tuple(found)

    def _refuse(self, key: str, message: str) -> None:
        self.broken = True
        self.reading.refuse(self.where.fault(message, column=self.head.columns.get(key)))

    def _refuse_unreadable_cells(self) -> None:
        used = {column_letters(column) for column in self.head.columns.values()}
        for fault in self.tab.faults:
            if fault.row == self.where.row and fault.column in used:
                self.broken = True
                self.reading.refuse(fault)

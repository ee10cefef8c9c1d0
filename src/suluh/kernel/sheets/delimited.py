"""CSV into rows: encoding and delimiter found out, quoting respected, damage named by row."""

from __future__ import annotations

import csv
import io
from collections import Counter

from .values import Limits, SheetRefused, Tab, Value, Workbook

DELIMITERS = ",;\t|"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
TAB_NAME = "CSV"


def read_csv(content: bytes, limits: Limits) -> Workbook:
    """Read delimited text held in memory as one tab called "CSV"."""
    text, warnings = decode(content)
    text, delimiter = find_delimiter(text)
    tab = Tab(name=TAB_NAME)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        # Rows are numbered as a spreadsheet would show them, not by lines: a quoted cell may hold line breaks.
        for number, cells in enumerate(reader, 1):
            values = tuple(_clean(cell) for cell in cells[: limits.columns])
            if any(value is not None for value in values):
                tab.rows[number] = values
            if len(tab.rows) > limits.rows:
                raise SheetRefused(f"Berkas CSV berisi lebih dari {limits.rows} baris. Bagi menjadi beberapa berkas.")
    except csv.Error as error:
        raise SheetRefused(
            f"Baris {reader.line_num} berkas CSV tidak dapat dibaca; periksa tanda kutip yang tidak ditutup."
        ) from error
    return Workbook(tabs=[tab], warnings=warnings)


def decode(content: bytes) -> tuple[str, list[str]]:
    """Text of a CSV file with warnings about its encoding.

    Raises:
        SheetRefused: the bytes are no text in any encoding that office programs write.
    """
    text, warnings = _decoded(content)
    controls = sum(1 for char in text if ord(char) < 32 and char not in "\t\r\n")
    if controls > 0:
        raise SheetRefused("Berkas ini bukan teks CSV. Unggah lembar Excel (.xlsx) atau CSV UTF-8.")
    if "\ufffd" in text or "Ã©" in text or "â€" in text:
        warnings.append("Beberapa huruf tampak rusak sejak berkas disimpan. Simpan ulang sebagai CSV UTF-8.")
    return text, warnings


def _decoded(content: bytes) -> tuple[str, list[str]]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16"), []
        except UnicodeDecodeError as error:
            raise SheetRefused("Berkas CSV terpotong. Simpan ulang sebagai CSV UTF-8.") from error
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        if b"\x00" in content[:2000]:
            raise SheetRefused("Pengodean berkas CSV tidak dikenali. Simpan ulang sebagai CSV UTF-8.") from error
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise SheetRefused("Pengodean berkas CSV tidak dikenali. Simpan ulang sebagai CSV UTF-8.") from error
    return text, ["Berkas CSV bukan UTF-8; dibaca sebagai Windows-1252. Periksa huruf beraksen."]


def find_delimiter(text: str) -> tuple[str, str]:
    """The text without a leading `sep=` line, and its delimiter."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return rest, first.strip()[4]
    sample = text[:20_000]
    return text, max(DELIMITERS, key=lambda delimiter: (_evenness(sample, delimiter), -DELIMITERS.index(delimiter)))


def _evenness(sample: str, delimiter: str) -> float:
    """How many rows agree on a number of columns above one, weighed by that number."""
    try:
        rows = [row for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if row]
    except csv.Error:
        return 0.0
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0.0
    width, count = max(widths.items(), key=lambda pair: (pair[1], pair[0]))
    return count / len(rows) + min(width, 50) / 100


def _clean(cell: str) -> Value:
    cell = cell.replace("\u00a0", " ").replace("\u200b", "").strip()
    if cell.startswith("'") and cell[1:].startswith(FORMULA_STARTS):
        cell = cell[1:]
    return cell or None

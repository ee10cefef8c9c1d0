"""Open a sheet whatever it calls itself: decide by content, refuse with a sentence that helps."""

from __future__ import annotations

from pathlib import Path

from .values import Limits, SheetRefused, Workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_sheets(source: Path | bytes, *, limits: Limits | None = None) -> Workbook:
    """Read an XLSX or CSV file into rows.

    Raises:
        SheetRefused: the file is too large, of another format, damaged, or not text; the message is for people.
    """
    limits = limits or Limits()
    content = _content(source, limits)
    if content.startswith(b"PK"):
        from .xlsx import read_xlsx

        return read_xlsx(content, limits)
    _refuse_other_formats(content)
    from .delimited import read_csv

    return read_csv(content, limits)


def _content(source: Path | bytes, limits: Limits) -> bytes:
    if isinstance(source, Path):
        if not source.is_file():
            raise SheetRefused(f"Berkas {source.name} tidak ditemukan.")
        if source.stat().st_size > limits.bytes:
            raise SheetRefused(_too_large(limits))
        source = source.read_bytes()
    if len(source) > limits.bytes:
        raise SheetRefused(_too_large(limits))
    if not source.strip():
        raise SheetRefused("Berkas kosong. Periksa apakah yang dipilih sudah benar.")
    return source


def _too_large(limits: Limits) -> str:
    return (
        f"Berkas lebih dari {limits.bytes // 1024 // 1024} MB. Hapus gambar dan tab yang tidak perlu, lalu coba lagi."
    )


def _refuse_other_formats(content: bytes) -> None:
    start = content[:512].lstrip().lower()
    if content.startswith(OLE):
        raise SheetRefused("Berkas Excel lama (.xls) atau terkunci kata sandi. Simpan sebagai .xlsx tanpa kata sandi.")
    if start.startswith(b"%pdf"):
        raise SheetRefused("Ini berkas PDF. Unggah lembar Excel (.xlsx) atau CSV.")
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml")):
        raise SheetRefused("Berkas ini berisi HTML atau XML, bukan Excel. Buka di Excel lalu simpan sebagai .xlsx.")
    if start.startswith((b"\x89png", b"\xff\xd8\xff", b"gif8", b"rar!", b"7z\xbc\xaf")):
        raise SheetRefused("Ini bukan lembar data. Unggah lembar Excel (.xlsx) atau CSV.")

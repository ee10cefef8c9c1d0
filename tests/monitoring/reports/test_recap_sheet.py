"""The recap comes back in the layout that the offices know."""

from __future__ import annotations

import io
from datetime import date

from openpyxl import load_workbook

from suluh.monitoring.reports.recap_sheet import recap_sheet
from suluh.monitoring.services.recaps import RecapRow

ROW = RecapRow(
    1, "Dinas Sosial", "opd", "https://dinsos.example", 3, True, False, None, True, False, "error dropdown menu"
)


def sheet(rows):
    return load_workbook(io.BytesIO(recap_sheet(month=date(2026, 4, 1), rows=rows))).worksheets[0]


def test_title_and_two_header_rows_stand_where_they_always_stood():
    rows = [[cell.value for cell in row] for row in sheet([ROW]).iter_rows(max_row=3)]

    assert rows[0][0] == "REKAP WEBSITE SKPD APRIL 2026"
    assert rows[1][:5] == ["No.", "NAMA SKPD", "ALAMAT WEBSITE", "UPDATE", "PROFIL SKPD"]
    assert rows[1][9] == "KETERANGAN"
    assert rows[2][3:9] == ["APRIL", "VISI/MISI", "STRUKTUR ORGANISASI", "ALAMAT KANTOR", "EMAIL", "TELP"]


def test_not_recorded_is_blank_which_is_neither_zero_nor_absent():
    line = [cell.value for cell in sheet([ROW])[4]]

    assert line[:9] == [1, "Dinas Sosial", "https://dinsos.example", 3, "Ada", "Tidak ada", None, "Ada", "Tidak ada"]


def test_zero_updates_is_a_zero():
    from dataclasses import replace

    assert sheet([replace(ROW, updates=0)])["D4"].value == 0

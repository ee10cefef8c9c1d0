import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.kernel.sheets import TabOut, read_sheets, write_csv, write_xlsx

DANGEROUS = ["=1+2", "+62000", "-1+1", "@SUM(A1)", "=HYPERLINK(1)"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_that_looks_like_a_formula_is_stored_as_text(text):
    content = write_xlsx([TabOut("x", [[text]])])
    cell = openpyxl.load_workbook(io.BytesIO(content)).active["A1"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)


@pytest.mark.parametrize("text", DANGEROUS)
def test_csv_guards_text_that_looks_like_a_formula(text):
    assert f"'{text}" in write_csv([[text]]).decode("utf-8-sig")


@pytest.mark.parametrize("text", DANGEROUS)
def test_guarded_text_comes_back_unchanged(text):
    assert read_sheets(write_csv([["a", "b"], [text, "x"]])).tabs[0].rows[2][0] == text


def test_control_characters_that_xml_forbids_are_dropped():
    content = write_xlsx([TabOut("x", [["a\x00b\x0bc"]])])
    assert read_sheets(content).tabs[0].value(1, 0) == "abc"


def test_characters_that_excel_forbids_in_tab_names_are_replaced():
    content = write_xlsx([TabOut("April/Mei [2026]: rekap semua unit kerja", [["x"]])])
    (name,) = openpyxl.load_workbook(io.BytesIO(content)).sheetnames
    assert len(name) <= 31
    assert not set(name) & set("[]:*?/\\")


@given(st.lists(st.lists(st.text(alphabet="ab=+-@;,|'\"\n é✔", max_size=8), min_size=2, max_size=4), min_size=2))
def test_what_is_written_as_xlsx_reads_back_trimmed(table):
    tab = read_sheets(write_xlsx([TabOut("x", [["kepala"], *table])])).tabs[0]
    for number, row in enumerate(table, 2):
        for column, text in enumerate(row):
            assert (tab.value(number, column) or "") == text.strip()

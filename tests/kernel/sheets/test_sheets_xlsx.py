import io
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from suluh.kernel.sheets import Limits, SheetRefused, read_sheets


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def book() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.active.title = "MEI"
    return book


def test_rows_keep_their_number_when_blank_rows_stand_before_them(book):
    book.active["B4"] = "REKAP"
    (tab,) = read_sheets(saved(book)).tabs
    assert dict(tab.numbered()) == {4: (None, "REKAP")}


def test_text_is_trimmed_and_hard_spaces_become_spaces(book):
    book.active["A1"] = "  Dinas\u00a0Sosial "
    assert read_sheets(saved(book)).tabs[0].value(1, 0) == "Dinas Sosial"


def test_numbers_and_dates_keep_their_type(book):
    book.active.append([3, 2.5, datetime(2026, 4, 2)])
    assert read_sheets(saved(book)).tabs[0].rows[1] == (3, 2.5, datetime(2026, 4, 2))


def test_a_hidden_tab_is_left_out_with_a_warning(book):
    book.active["A1"] = "x"
    hidden = book.create_sheet("lama")
    hidden["A1"] = "rahasia"
    hidden.sheet_state = "hidden"
    result = read_sheets(saved(book))
    assert [tab.name for tab in result.tabs] == ["MEI"]
    assert "lama" in result.warnings[0]


def test_a_formula_without_stored_result_is_a_fault_at_its_cell(book):
    book.active.append(["Dinas", "=1+2"])
    (fault,) = read_sheets(saved(book)).faults
    assert (fault.sheet, fault.row, fault.column) == ("MEI", 1, "B")
    assert "rumus" in fault.message


def test_a_formula_with_stored_result_reads_as_that_result(book):
    book.active.append(["Dinas", "=1+2"])
    content = rewritten(saved(book), "xl/worksheets/sheet1.xml", b"<v></v>", b"<v>3</v>", also=b"<v />")
    result = read_sheets(content)
    assert result.tabs[0].value(1, 1) == 3
    assert result.faults == []


def rewritten(content: bytes, member: str, old: bytes, new: bytes, also: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == member:
                assert old in data or also in data
                data = data.replace(old, new).replace(also, new)
            target.writestr(name, data)
    return out.getvalue()


def test_an_excel_error_is_a_fault_at_its_cell(book):
    book.active["C7"] = "#REF!"
    (fault,) = read_sheets(saved(book)).faults
    assert (fault.row, fault.column) == (7, "C")


def test_cells_merged_downwards_all_carry_the_value(book):
    sheet = book.active
    for row, name in enumerate(("Satu", "Dua", "Tiga"), 1):
        sheet.cell(row, 1, name)
    sheet["B1"] = "menu rusak"
    sheet.merge_cells("B1:B3")
    tab = read_sheets(saved(book)).tabs[0]
    assert [tab.value(row, 1) for row in (1, 2, 3)] == ["menu rusak"] * 3


def test_cells_merged_sideways_are_named_as_a_span(book):
    book.active["D2"] = "UPDATE"
    book.active.merge_cells("D2:F2")
    assert read_sheets(saved(book)).tabs[0].spans == ((2, 3, 5),)


def test_more_rows_than_allowed_are_refused_with_the_name_of_the_tab(book):
    for number in range(12):
        book.active.append([number])
    with pytest.raises(SheetRefused, match=r"MEI.*10 baris"):
        read_sheets(saved(book), limits=Limits(rows=10))


def test_fifty_thousand_rows_are_refused():
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("besar")
    for number in range(50_000):
        sheet.append([number])
    with pytest.raises(SheetRefused, match=r"20\.000 baris"):
        read_sheets(saved(book))


def test_an_archive_that_unpacks_too_large_is_refused_before_it_is_unpacked(book):
    book.active["A1"] = "x" * 5000
    with pytest.raises(SheetRefused, match="terlalu besar"):
        read_sheets(saved(book), limits=Limits(unpacked_bytes=4000))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "kosong"),
        (b"   \n", "kosong"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, r"\.xls"),
        (b"PK\x03\x04 not an archive", "rusak"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"<html><table><tr><td>1</td></tr></table>", "HTML"),
        (b"\x89PNG\r\n\x1a\n....", "bukan lembar data"),
    ],
)
def test_another_kind_of_file_is_refused_with_what_to_do(content, says):
    with pytest.raises(SheetRefused, match=says):
        read_sheets(content)


def test_a_truncated_workbook_is_refused(book):
    content = saved(book)
    with pytest.raises(SheetRefused, match="rusak"):
        read_sheets(content[: len(content) // 2])


ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "[Content_Types].xml", "_rels/.rels"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_workbook_that_declares_entities_is_refused(book, part, encoding):
    book.active["A1"] = "x"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(book))) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            made.writestr(name, ENTITIES.encode(encoding) + given.read(name) if name == part else given.read(name))

    with pytest.raises(SheetRefused, match="rusak") as refused:
        read_sheets(out.getvalue())
    assert refused.value.__cause__ is None


def test_an_archive_without_a_workbook_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("isi.txt", "x")
    with pytest.raises(SheetRefused, match="bukan lembar Excel"):
        read_sheets(out.getvalue())


def test_a_missing_file_is_refused_by_name(tmp_path: Path):
    with pytest.raises(SheetRefused, match=r"hilang\.xlsx"):
        read_sheets(tmp_path / "hilang.xlsx")

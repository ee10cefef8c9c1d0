import pytest

from suluh.kernel.sheets import Limits, SheetRefused, read_sheets


def rows(content: bytes) -> list[tuple]:
    return list(read_sheets(content).tabs[0].rows.values())


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter):
    text = delimiter.join(["kode", "nama", "alamat"]) + "\n" + delimiter.join(["1", "Dinas Sosial", "x.example"])
    assert rows(text.encode()) == [("kode", "nama", "alamat"), ("1", "Dinas Sosial", "x.example")]


def test_commas_in_names_do_not_hide_a_semicolon_delimiter():
    text = "nama;situs\nDinas Pariwisata, Pemuda, dan Olahraga;a.example\nDinas Pangan, Tani, dan Ikan;b.example\n"
    assert rows(text.encode())[1] == ("Dinas Pariwisata, Pemuda, dan Olahraga", "a.example")


def test_a_stated_delimiter_is_believed():
    assert rows(b"sep=|\na,b|c\n") == [("a,b", "c")]


def test_a_quoted_cell_may_hold_line_breaks():
    assert rows(b'nama,catatan\nDinas,"satu\ndua"\n')[1] == ("Dinas", "satu\ndua")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_encodings_are_read_without_warning(encoding):
    result = read_sheets("nama;x\nKafé;1\n".encode(encoding))
    assert result.tabs[0].rows[2] == ("Kafé", "1")
    assert result.warnings == []


def test_an_old_windows_encoding_is_read_with_a_warning():
    result = read_sheets("nama;x\nKafé;1\n".encode("cp1252"))
    assert result.tabs[0].rows[2] == ("Kafé", "1")
    assert "Windows-1252" in result.warnings[0]


def test_letters_broken_by_an_earlier_save_are_warned_about():
    result = read_sheets("nama;x\nKafÃ©;1\n".encode())
    assert "rusak" in result.warnings[0]


@pytest.mark.parametrize("content", [b"a;b\x00\x01\x02;c", b"\xff\xfea", bytes(range(128, 160)) * 4])
def test_bytes_that_are_no_text_are_refused(content):
    with pytest.raises(SheetRefused):
        read_sheets(content)


def test_too_many_rows_are_refused():
    with pytest.raises(SheetRefused, match="lebih dari 3 baris"):
        read_sheets(b"a;b\n" * 5, limits=Limits(rows=3))


def test_a_guard_against_formulas_is_taken_off_again():
    assert rows(b"nama;telepon\nDinas;'+62000\n")[1] == ("Dinas", "+62000")

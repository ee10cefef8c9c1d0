from datetime import date, datetime

import pytest

from suluh.organization.importing.merging import merge_units
from suluh.organization.importing.reading import read_units
from tests.wild_recap import RecapTab, recap_workbook

ADA = ["Ada"] * 5
HEALTH = ["Dinas Kesehatan", "http://dinkes.arunika.example", 4, "Ada", "ada", "✔", "-", None, "menu rusak"]
SOCIAL = ["Dinas Sosial", "https://dinsos.arunika.example", None, "v", "tidak ada", "√", "ADA ", "Ada", None]


def april(*rows, name="APRIL", title="REKAP WEBSITE SKPD APRIL 2026", months=("APRIL",), **more) -> RecapTab:
    return RecapTab(name=name, title=title, months=months, rows=rows or (HEALTH, SOCIAL), **more)


def read(*tabs):
    return read_units(recap_workbook(tabs), file_name="rekap.xlsx")


def months_of(reading, at=0):
    return [month.month for month in merge_units(reading)[at].months]


def test_the_layout_is_read_below_title_and_blank_rows():
    reading = read(april(blank_rows=5))
    assert (reading.rows, reading.errors, reading.warnings) == (2, [], [])
    assert [unit.name for unit in reading.units] == ["Dinas Kesehatan", "Dinas Sosial"]


def test_marks_blank_and_dash_are_three_different_things():
    (health,) = read(april(HEALTH)).units[0].months
    assert (health.visi, health.struktur, health.alamat, health.surel, health.telepon) == (
        True,
        True,
        True,
        False,
        None,
    )
    (social,) = read(april(SOCIAL)).units[0].months
    assert (social.updates, social.visi, social.struktur, social.telepon) == (None, True, False, True)


def test_a_month_keeps_its_sheet_and_cell():
    (month,) = read(april(HEALTH)).units[0].months
    assert str(month.where) == "rekap.xlsx, APRIL!D7"


def test_an_address_stays_http_as_it_is_registered():
    assert read(april()).units[0].sites[0].url == "http://dinkes.arunika.example"


def test_a_quarter_gives_one_record_a_month():
    row = ["Dinas Kesehatan", "http://a.example", 1, 0, 7, *ADA, None]
    reading = read(april(row, name="JAN-MAR", title="REKAP JANUARI - MARET 2025", months=("JAN", "FEB", "MARET")))
    (unit,) = merge_units(reading)
    assert [(m.month, m.updates) for m in unit.months] == [
        (date(2025, 1, 1), 1), (date(2025, 2, 1), 0), (date(2025, 3, 1), 7),
    ]  # fmt: skip
    assert reading.warnings == []


def test_a_month_column_that_is_blank_throughout_was_not_recorded():
    row = ["Dinas Kesehatan", "http://a.example", 1, None, None, *ADA, None]
    reading = read(april(row, name="APR-JUN", title="REKAP APRIL-JUNI 2025", months=("APRIL", "MEI", "JUNI")))
    assert months_of(reading) == [date(2025, 4, 1)]
    assert len(reading.warnings) == 2


@pytest.mark.parametrize(
    ("tab", "title", "head", "month"),
    [
        ("DESEMBER", "REKAP WEBSITE SKPD JANUARI 2026", "JANUARI", date(2026, 1, 1)),
        ("DESEMBER", "REKAP WEBSITE SKPD JANUARI 2026", "DESEMBER", date(2025, 12, 1)),
        ("oktober", "REKAP WEBSITE SKPD NOVEMBER 2025", "OKTOBER", date(2025, 10, 1)),
        ("DESEMBER", "REKAP WEBSITE SKPD JANUARI 2026", "", date(2026, 1, 1)),
        ("JANUARI", "REKAP WEBSITE SKPD DESEMBER 2025", "JANUARI", date(2026, 1, 1)),
    ],
)
def test_the_heads_month_wins_over_title_and_tab_and_it_is_told(tab, title, head, month):
    reading = read(april(name=tab, title=title, months=(head,)))
    assert months_of(reading) == [month]
    assert any(tab in warning and "Yang dipakai" in warning for warning in reading.warnings)


def test_a_whole_quarter_under_a_stale_title_keeps_its_year():
    row = ["Dinas Kesehatan", "http://a.example", 1, 2, 3, *ADA, None]
    reading = read(april(row, name="APR-JUN", title="REKAP JANUARI-MARET 2025", months=("APRIL", "MEI", "JUNI")))
    assert months_of(reading) == [date(2025, 4, 1), date(2025, 5, 1), date(2025, 6, 1)]
    assert len(reading.warnings) == 1


def test_a_month_that_excel_turned_into_a_date_is_read_again():
    reading = read(april(title="REKAP WEBSITE SKPD", months=(datetime(2026, 4, 1),)))
    assert months_of(reading) == [date(2026, 4, 1)]


def test_a_year_that_a_tab_forgot_is_taken_from_the_others():
    reading = read(april(), april(name="MEI", title="REKAP WEBSITE SKPD", months=("MEI",)))
    assert months_of(reading) == [date(2026, 4, 1), date(2026, 5, 1)]


def test_without_any_year_the_head_is_named_as_the_fault():
    reading = read(april(title="REKAP WEBSITE SKPD"))
    assert "Tahun" in reading.errors[0].message
    assert reading.errors[0].column == "D"


@pytest.mark.parametrize(
    "spelling", ["DINAS KESEHATAN ", "Dinkes", "Dinas  Kesehatan.", "dinas kesehatan kab. Arunika"]
)
def test_spellings_of_one_name_are_one_unit(spelling):
    reading = read(april(HEALTH), april([spelling, *HEALTH[1:]], name="MEI", title="MEI 2026", months=("MEI",)))
    units = merge_units(reading, government="Pemerintah Kabupaten Arunika")
    assert len(units) == 1
    assert len(units[0].months) == 2


def test_a_near_name_with_the_same_address_is_the_same_unit_and_told():
    other = ["Dinas Kesehatn", *HEALTH[1:]]
    reading = read(april(HEALTH), april(other, name="MEI", title="MEI 2026", months=("MEI",)))
    assert len(merge_units(reading)) == 1
    assert "disatukan" in reading.warnings[0]


def test_a_near_name_with_another_address_stays_apart_and_is_told():
    other = ["Dinas Kesehatn", "http://lain.example", *HEALTH[2:]]
    reading = read(april(HEALTH), april(other, name="MEI", title="MEI 2026", months=("MEI",)))
    assert len(merge_units(reading)) == 2
    assert "mirip" in reading.warnings[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kelurahan Fajar Utara", "Kelurahan Fajar Selatan"),
        ("Desa Embun 1", "Desa Embun 2"),
        ("Bagian Hukum", "Bagian Umum"),
    ],
)
def test_names_that_differ_in_meaning_are_never_called_near(one, other):
    reading = read(
        april([one, *HEALTH[1:]]), april([other, *SOCIAL[1:]], name="MEI", title="MEI 2026", months=("MEI",))
    )
    assert len(merge_units(reading)) == 2
    assert reading.warnings == []


def test_the_newest_address_wins():
    newer = ["Dinas Kesehatan", "https://dinkes.arunika.example", *HEALTH[2:]]
    reading = read(april(newer, name="MEI", title="MEI 2026", months=("MEI",)), april(HEALTH))
    assert merge_units(reading)[0].sites[0].url == "https://dinkes.arunika.example"


def test_a_row_typed_twice_with_other_contents_is_a_fault_at_its_cell():
    reading = read(april(HEALTH, [*HEALTH[:2], 9, *HEALTH[3:]]))
    merge_units(reading)
    assert [(fault.sheet, fault.row, fault.column) for fault in reading.errors] == [("APRIL", 8, "B")]


def test_a_row_typed_twice_alike_is_only_told():
    reading = read(april(HEALTH, HEALTH))
    assert len(merge_units(reading)) == 1
    assert reading.errors == []
    assert "dua kali" in reading.warnings[0]


def test_two_tabs_of_one_month_believe_the_one_whose_title_agrees():
    stale = april([*HEALTH[:2], 99, *HEALTH[3:]], name="MARET", title="MARET 2026", months=("APRIL 2026",))
    reading = read(april(HEALTH), stale)
    (unit,) = merge_units(reading)
    assert [(month.month, month.updates) for month in unit.months] == [(date(2026, 4, 1), 4)]
    assert any("tercatat berbeda" in warning for warning in reading.warnings)


def test_section_titles_sums_and_signatures_are_no_units():
    footer = ([None, "JUMLAH", None, "=SUM(D7:D8)"], [None, "Mengetahui, Kepala Dinas"], [None, "KECAMATAN"])
    reading = read(april(footer=footer))
    assert (reading.rows, reading.errors) == (2, [])


def test_an_unreadable_mark_is_a_fault_at_its_cell():
    reading = read(april([*HEALTH[:4], "mungkin", *HEALTH[5:]]))
    (fault,) = reading.errors
    assert (fault.sheet, fault.row, fault.column) == ("APRIL", 7, "F")
    assert reading.units == []


@pytest.mark.parametrize("count", [-1, 2.5, "banyak"])
def test_an_unreadable_count_is_a_fault_at_its_cell(count):
    (fault,) = read(april([*HEALTH[:2], count, *HEALTH[3:]])).errors
    assert (fault.row, fault.column) == (7, "D")


@pytest.mark.parametrize(("typed", "read_as"), [("5 berita", 5), ("12x", 12), ("-", 0), ("nihil", 0), (3.0, 3)])
def test_counts_are_read_as_people_type_them(typed, read_as):
    (month,) = read(april([*HEALTH[:2], typed, *HEALTH[3:]])).units[0].months
    assert month.updates == read_as


def test_a_remark_about_a_dead_site_is_not_a_zero():
    (month,) = read(april([*HEALTH[:2], "website tidak bisa diakses", *HEALTH[3:]])).units[0].months
    assert month.updates is None
    assert "tidak bisa diakses" in month.note


def test_a_formula_without_result_in_a_used_cell_is_a_fault():
    (fault,) = read(april([*HEALTH[:2], "=1+1", *HEALTH[3:]])).errors
    assert "rumus" in fault.message


@pytest.mark.parametrize("typed", ["-", "tidak ada", "belum ada", None])
def test_no_address_is_no_fault(typed):
    reading = read(april([HEALTH[0], typed, *HEALTH[2:]]))
    assert (reading.errors, reading.units[0].sites) == ([], ())


def test_a_tab_without_a_table_is_told_and_left():
    from suluh.kernel.sheets import read_sheets

    content = recap_workbook([april()])
    import io

    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content))
    book.create_sheet("Petunjuk")["A1"] = "Isi setiap bulan"
    buffer = io.BytesIO()
    book.save(buffer)
    reading = read_units(buffer.getvalue())
    assert len(read_sheets(buffer.getvalue()).tabs) == 2
    assert "Petunjuk" in reading.warnings[0]
    assert reading.errors == []


def test_wrong_columns_name_what_was_read_and_what_is_known():
    reading = read_units(b"Tanggal;Kegiatan\n1;Rapat\n")
    (fault,) = reading.errors
    assert "Kegiatan" in fault.message
    assert "Nama SKPD" in fault.message


def test_the_recap_reads_from_csv_too():
    text = (
        "REKAP WEBSITE SKPD APRIL 2026;;;;;;;;;\n;;;;;;;;;\n"
        "No.;NAMA SKPD;ALAMAT WEBSITE;UPDATE;Profil SKPD;;;;;Keterangan\n"
        ";;;APRIL;Visi/Misi;Struktur organisasi;Alamat kantor;Email;Telp;\n"
        "1;Dinas Kesehatan;http://a.example;4;Ada;ada;-;;v;baik\n"
    )
    reading = read_units(text.encode(), file_name="r.csv")
    (month,) = reading.units[0].months
    assert (month.updates, month.visi, month.alamat, month.surel, month.telepon, month.note) == (
        4, True, False, None, True, "baik",
    )  # fmt: skip

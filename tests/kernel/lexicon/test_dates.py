from datetime import date, datetime, timedelta, timezone

import pytest

from suluh.kernel.lexicon import read_date, read_dates

NOW = datetime(2026, 4, 15, 12, 0, tzinfo=timezone(timedelta(hours=7)))


def said(text: str) -> str | None:
    reading = read_date(text, NOW)
    return " ".join(part for part in (str(reading.date), reading.time, reading.utc_offset) if part)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Senin, 11 Februari 2019", "2019-02-11"),
        ("Jum'at, 5 Mei 2023", "2023-05-05"),
        ("Jum&#8217;at, 5 Mei 2023", "2023-05-05"),
        ("Rabu Pon, 3 Mei 2023", "2023-05-03"),
        ("Ahad, 7 Mei 2023", "2023-05-07"),
        ("12 Agt 2024", "2024-08-12"),
        ("12 Ags 2024", "2024-08-12"),
        ("1 Nopember 2019", "2019-11-01"),
        ("12 Pebruari 2019", "2019-02-12"),
        ("Rabu, 03-Mei-2023", "2023-05-03"),
        ("2023/05/03", "2023-05-03"),
        ("Mei 3, 2023", "2023-05-03"),
        ("May 3rd, 2023", "2023-05-03"),
        ("2023 Mei 3", "2023-05-03"),
        ("Tgl. 3/5/2023", "2023-05-03"),
        ("03 / 05 / 2023", "2023-05-03"),
        ("8 Jan 25", "2025-01-08"),
        ("17 Agustus '45", "1945-08-17"),
        ("Denpasar, 03-05-23", "2023-05-03"),
        ("&nbsp;03 Mei 2023&nbsp;", "2023-05-03"),
        ('<i class="fa"></i> 03 Mei 2023', "2023-05-03"),
        ("Ditulis oleh Admin pada 6 Mei 2023", "2023-05-06"),
        ("12 Ramadhan 1445 H / 23 Maret 2024", "2024-03-23"),
    ],
)
def test_long_short_and_old_forms_name_the_same_day(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sabtu, 06 Mei 2023 | 08.30 WIB", "2023-05-06 08:30 +07:00"),
        ("13/07/2023 10:00 WITA", "2023-07-13 10:00 +08:00"),
        ("KAMIS, 02 APRIL 2026 PUKUL 09.40 WIT", "2026-04-02 09:40 +09:00"),
        ("pukul 10:00 WITA, 3 Mei 2023", "2023-05-03 10:00 +08:00"),
        ("2024-05-03T10:00:00+07:00", "2024-05-03 10:00 +07:00"),
        ("Sat, 06 May 2023 08:30:00 +0700", "2023-05-06 08:30 +07:00"),
        ("Sat May  6 08:30:00 WIB 2023", "2023-05-06 08:30 +07:00"),
        ("3 Mei 2023 10:15 PM", "2023-05-03 22:15"),
        ("3 Mei 2023 pukul 7 malam", "2023-05-03 19:00"),
        ("3 Mei 2023, 2.15 MB", "2023-05-03"),
        ("🕒 3 Mei 2023 🕒 10:15", "2023-05-03 10:15"),
        ("3 Mei 2023, 10:15 (WIB)", "2023-05-03 10:15 +07:00"),
    ],
)
def test_time_and_zone_are_read_where_written(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize("text", ["03/04/2024", "03.04.2024", "03-04-2024", "3-4-24"])
def test_the_day_comes_first_always(text):
    assert said(text) == "2024-04-03"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11 Feb", "2026-02-11"),
        ("16 April", "2025-04-16"),
        ("29 Feb", "2024-02-29"),
        ("11 Feb, 10 komentar", "2026-02-11"),
    ],
)
def test_without_a_year_the_latest_such_day_is_meant(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 hari yang lalu", "2026-04-12"),
        ("dua puluh lima hari lalu", "2026-03-21"),
        ("sejam lalu", "2026-04-15"),
        ("13 jam yang lalu", "2026-04-14"),
        ("setahun silam", "2025-04-15"),
        ("Diposting 4 bulan yang lalu", "2025-12-15"),
        ("minggu lalu", "2026-04-08"),
        ("Senin lalu", "2026-04-13"),
        ("an hour ago", "2026-04-15"),
        ("kemarin, 10:15 WIB", "2026-04-14 10:15 +07:00"),
        ("tadi pagi", "2026-04-15"),
        ("1 hari 13 jam yang lalu", "2026-04-13"),
    ],
)
def test_relative_forms_count_back_from_now(text, expected):
    assert said(text) == expected
    assert read_date(text, NOW).precision == "relative"


def test_a_month_back_from_its_31st_ends_in_the_shorter_month():
    assert read_date("sebulan lalu", NOW.replace(month=3, day=31)).date == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("text", "expected", "precision"),
    [
        ("Mei 2023", "2023-05-01", "month"),
        ("Laporan Bulan Mei 2023", "2023-05-01", "month"),
        ("Mei - Juni 2023", "2023-05-01", "month"),
        ("Tahun 2023", "2023-01-01", "year"),
        ("2023", "2023-01-01", "year"),
    ],
)
def test_a_month_or_a_year_alone_gives_its_first_day(text, expected, precision):
    assert (said(text), read_date(text, NOW).precision) == (expected, precision)


@pytest.mark.parametrize(
    "text",
    [
        "", "Senin", "3 hari kerja", "10:00 WIB", "Pukul 08.00 - 16.00 WITA", "Senin - Jumat 08.00-16.00",
        "Rp 12.500.000", "Rp. 2.024", "0812-3456-7890", "(0361) 222333", "NIK 3201010505900001",
        "NIP. 19780512 200501 1 002", "Versi 3.12.2023", "OpenSID 24.05.01", "v2.4.1", "192.168.10.20",
        "Nomor 14 Tahun 2008", "UU 14/2008", "Pasal 12 ayat (3)", "Nomor: 12/05/2024/BKD", "Nomor 470/12/2023",
        "Jl. 17 Agustus No. 5", "Jalan 10 November 1945 No. 3", "RT 03/04", "Skor 3-1", "24/7",
        "2021-2026", "Dana Desa 2024",
        "Pasal 3 Mei", "Kode 03/05/2023/AB",
        "31/02/2024", "32 Mei 2023", "30 Februari 2023", "05/13/2024", "29 Februari 2023", "2024-13-05",
    ],
)  # fmt: skip
def test_what_is_no_date_gives_none(text):
    assert read_date(text, NOW).date is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Diterbitkan: 3 Mei 2023, Diperbarui: 5 Mei 2023", "2023-05-03"),
        ("Diperbarui: 5 Mei 2023 | Diterbitkan: 3 Mei 2023", "2023-05-03"),
        ("Dibuat 1 Mei 2023, tayang 3 Mei 2023", "2023-05-03"),
        ("5 Mei 2023 (diperbarui) 3 Mei 2023 (diterbitkan)", "2023-05-03"),
        ("3 Mei 2023, 5 Mei 2023", "2023-05-03"),
        ("12 - 15 Mei 2023", "2023-05-12"),
        ("12 s.d. 15 Mei 2023", "2023-05-12"),
        ("12-15 Mei 2023", "2023-05-12"),
        ("30 April - 2 Mei 2023", "2023-04-30"),
        ("Kemarin, Rabu 8 April 2026", "2026-04-08"),
    ],
)
def test_of_several_dates_the_published_one_counts_else_the_first(text, expected):
    assert said(text) == expected


def test_every_date_can_be_had_with_what_the_text_calls_it():
    found = [(str(one.date), one.label) for one in read_dates("Agenda 12 Mei 2023. Diposting 3 Mei 2023", NOW)]
    assert found == [("2023-05-12", "event"), ("2023-05-03", "published")]

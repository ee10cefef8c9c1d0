"""Days, numbers, short forms, and what is in it for citizens."""

from datetime import date

import pytest

from .writing import LEAD, told, told_with


@pytest.mark.parametrize(
    "day",
    [
        "Selasa, 6 April 2026",
        "hari Selasa tanggal 6 April 2026",
        "Selasa (6/4)",
        "Selasa, 06-04-2026",
        "Jum'at, 6 April",
    ],
)
def test_a_weekday_that_the_calendar_does_not_have_is_told_with_the_right_one(day):
    assert "Senin" in told_with(f"Tahap dua berlangsung {day}.")["day-date"].reason


@pytest.mark.parametrize(
    "day", ["Senin, 6 April 2026", "Senin (6/4)", "Senin–Rabu, 6–8 April 2026", "Kamis, 1 Januari"]
)
def test_right_days_pass(day):
    assert told_with(f"Tahap dua berlangsung {day}.") == {}


def test_a_day_without_a_year_is_the_one_nearest_to_today():
    assert told_with("Tutup Jumat, 1 Januari.", today=date(2026, 12, 20)) == {}
    assert "day-date" in told_with("Tutup Jumat, 1 Januari.", today=date(2026, 2, 20))


def test_an_h_that_ends_a_sentence_is_no_pilgrim_before_the_next_name():
    assert told_with("Antrean lebih mudah. Kepala Desa Kembangasmara meminta warga datang pagi.") == {}


def test_a_pilgrim_without_a_capital_is_a_name_too():
    assert (
        "h. Ahmad Fulan"
        in told_with("“Jalan ini selesai pekan depan,” kata h. Ahmad Fulan.")["speaker-no-position"].reason
    )


def test_a_day_that_does_not_exist_is_told():
    assert "date-impossible" in told_with("Pendaftaran ditutup 31 April 2026.")


def test_the_text_names_the_day_of_the_form():
    assert "date-differs" in told(happens_on=date(2026, 4, 8))
    assert told(happens_on=date(2026, 4, 6)) == {}


@pytest.mark.parametrize(
    ("written", "code", "better"),
    [
        ("Rp 50.000", "money-form", "Rp50.000"),
        ("Rp1.500.000.000", "money-long", "Rp1,5 miliar"),
        ("1,250 rumah", "number-comma", "1.250"),
        ("2.5 persen", "number-point", "2,5"),
        ("12500 pelanggan", "number-plain", "12.500"),
        ("3 (tiga) mobil", "number-twice", "3"),
        ("08:00 WIB", "time-colon", "08.00"),
        ("pukul 08.00 setiap hari", "time-no-zone", "WIB"),
    ],
)
def test_numbers_money_and_times_have_their_indonesian_form(written, code, better):
    found = told_with(f"Tercatat {written}.")

    assert set(found) == {code}
    assert better in found[code].suggestion


@pytest.mark.parametrize(
    "written",
    [
        "Rp1,5 miliar", "1.250 rumah", "2,5 persen", "tahun 2026", "kode pos 53371", "telepon (0281) 891234",
        "0,125 gram", "pukul 08.00 WIB", "pukul 08.00–10.00 WIB", "Rp1.234.567", "nomor 123456",
    ],
)  # fmt: skip
def test_right_numbers_pass(written):
    assert told_with(f"Tercatat {written}.") == {}


def test_a_short_form_is_explained_once_anywhere():
    assert "SAKIP" not in str(
        told_with("Sistem Akuntabilitas Kinerja Instansi Pemerintah (SAKIP) naik. Nilai SAKIP baik.")
    )
    found = told_with("Nilai SAKIP naik. SAKIP dinilai tiap tahun.")

    assert "Sistem Akuntabilitas" in found["acronym"].suggestion


@pytest.mark.parametrize("known", ["KTP", "RT 04", "Bab III", "COVID-19", "WIB", "UMKM"])
def test_what_everybody_knows_needs_no_explanation(known):
    assert told_with(f"Warga membawa {known}.") == {}


CEREMONY = (
    "Bupati Arunika menghadiri rapat koordinasi pengendalian inflasi di Pendopo Kabupaten pada Senin, 6 April "
    "2026. Rapat "
    "dihadiri kepala dinas, camat, dan undangan lain yang mengikuti acara sampai selesai dengan foto bersama."
)


def test_ceremony_alone_is_asked_for_its_use_to_citizens():
    assert "Apa manfaatnya bagi warga?" in told(text=CEREMONY)["benefit-missing"].reason


def test_ceremony_with_something_for_citizens_passes():
    assert told(text=f"{CEREMONY}\n\nWarga dapat membeli beras murah di balai desa.") == {}
    assert told(text=CEREMONY, benefit="Harga beras turun.") == {}


def test_whoever_is_to_act_is_told_whom_to_ask():
    lead = LEAD.replace(", cukup mendaftar lewat loket", " selama pelayanan berlangsung di sana")

    assert "contact-missing" in told(text=lead, wants_contact=True)
    assert told(text=lead, wants_contact=True, contact="(0281) 891234") == {}
    assert told(text=lead) == {}

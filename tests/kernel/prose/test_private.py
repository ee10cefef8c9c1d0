"""Personal data ask for a person's confirmation, and nothing else does."""

import pytest

from suluh.kernel.prose import Picture, advise

from .writing import CLEAN, told, told_with


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("NIK 3303014506700001 tercatat.", "private-id"),
        ("NIK 3303 0145 0670 0001 tercatat.", "private-id"),
        ("Kirim pesan ke 081234567890.", "private-phone"),
        ("Kirim pesan ke +62 812-3456-7890.", "private-phone"),
        ("Kirim ke dinas.kita@gmail.com.", "private-mail"),
        ("Donasi ke rekening BRI 0123-01-234567-50-9.", "private-account"),
        ("Ia lahir di Arunika, 12 Mei 1981.", "private-birth"),
        ("Ia tinggal di RT 03/RW 02 Desa Karangjati.", "private-home"),
        ("Rumah korban ada di Jl. Melati No. 12.", "private-home"),
        ("Seorang siswi bernama Ratna Dewi ikut lomba.", "private-child"),
        ("Ratna Dewi (11) menang.", "private-child"),
        ("Pasien berinisial ST sudah pulang.", "private-case"),
        ("Penerima bantuan atas nama Joko Santoso hadir.", "private-need"),
    ],
)
def test_what_points_to_a_person_asks_for_confirmation(sentence, code):
    found = told_with(sentence)

    assert [one.code for one in found.values() if one.confirm] == [code]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kerja bakti berlangsung di RT 03 dan RT 04.",
        "Telepon kantor (0281) 891234.",
        "Ada 12 pasien pada malam pertama.",
        "Siswa SMP Negeri 1 Karangjati juga boleh datang.",
        "Surel dinkes@arunikakab.go.id.",
        "Bantuan bagi 320 keluarga tetap berjalan.",
        "Kantor pindah ke Jalan Melati.",
        "Anggaran Rp1.234.567.890.123 disahkan.",
    ],
)
def test_what_points_to_nobody_asks_nothing(sentence):
    assert not [one for one in told_with(sentence).values() if one.confirm]


def test_every_part_of_a_draft_is_looked_at():
    assert told(contact="Ibu Sri 081234567890")["private-phone"].field == "contact"
    assert told(pictures=(Picture("a.jpg", "Ratna Dewi (11) memegang piala"),))["private-child"].field == "alt-1"


def test_personal_data_come_first_and_are_all_that_asks():
    one, *others = told_with("Rapat di laksanakan. Hubungi 081234567890.").values()

    assert one.confirm
    assert others
    assert not any(other.confirm for other in others)


def test_a_clean_story_asks_nothing():
    assert advise(CLEAN).to_confirm == ()

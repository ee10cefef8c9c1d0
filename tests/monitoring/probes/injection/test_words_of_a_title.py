"""What a search engine shows of a page is enough to judge it, and enough to let news and complaints pass."""

import pytest

from suluh.monitoring.probes.injection.judge import judge_page
from suluh.monitoring.probes.injection.verdict import Verdict

CAMPUS = "https://pustaka.unarunika.ac.id/koleksi"


@pytest.mark.parametrize(
    "title",
    [
        "Daftar 7 Agen Slot Terpercaya Gampang Maxwin Malam Ini",
        "HOKIRAJA88 : Login Situs Toto Macau 4D",
        "Sl0t G4cor Deposit Pulsa Tanpa Potongan",
        "S L O T  G A C O R  Server Thailand",
        "Sl\u043et Gac\u043er Resmi",
        "Keluaran SDY dan Live Draw HK Tercepat",
        "Agen Sbobet dan Mix Parlay Uang Asli",
        "Bocoran RTP Live Pragmatic Play Pola Mahjong Ways 2",
    ],
)
def test_a_title_that_sells_gambling_on_a_campus_host_is_infected(title):
    assert judge_page(CAMPUS, title=title).verdict is Verdict.INFECTED


@pytest.mark.parametrize(
    "title",
    [
        "Polisi Tangkap Bandar Judi Slot Gacor di Tiga Kecamatan",
        "Sosialisasi Bahaya Judol bagi Siswa SMA",
        "Mohon diblokir situs judi hoki88, meresahkan warga",
        "Situs sekolah kami diretas, kok isinya slot gacor",
        "Tinjauan Yuridis Tindak Pidana Perjudian Online",
        "Slot Parkir Sepeda Ditambah, Daftar Gratis",
        "Slot waktu vaksinasi hari ini masih tersedia",
        "Bonus demografi dan deposit bank daerah",
        "Lomba Burung Berkicau Bupati Cup: Murai Gacor Jadi Juara",
        "Roulette Wheel Selection pada Algoritma Genetika",
        "Link Daftar Ulang Mahasiswa Baru dan Login SIAKAD",
        "Toto Suharto, Guru Besar Pendidikan",
    ],
)
def test_news_complaints_studies_and_look_alikes_are_clean(title):
    assert judge_page(CAMPUS, title=title).verdict is Verdict.CLEAN


def test_a_doorway_query_is_a_signal_of_its_own_kind():
    judged = judge_page("https://disdik.arunikakab.go.id/?id_ID=DEPOSIT-PULSA", title="Dinas Pendidikan")
    assert {signal.kind for signal in judged.signals} == {"address"}


def test_one_kind_of_signal_alone_is_never_infected():
    judged = judge_page("https://warta.contoh.example.com/a", title="Slot gacor maxwin gampang menang")
    assert judged.verdict is Verdict.SUSPECT


def test_the_score_is_half_at_the_threshold_and_grows_with_the_evidence():
    mild = judge_page(CAMPUS, title="Slot gacor")
    heavy = judge_page(CAMPUS + "?slot=gacor-maxwin", title="Slot gacor maxwin hari ini")
    assert 0.5 <= mild.score < heavy.score < 1

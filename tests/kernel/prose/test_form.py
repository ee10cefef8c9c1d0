"""Title, lead, sentences, quotes, spelling, hashtags, the picture's description."""

import pytest

from suluh.kernel.prose import Bounds, Picture, advise

from .writing import BODY, CLEAN, LEAD, told, told_with


def test_a_good_story_is_left_alone():
    assert advise(CLEAN).advice == ()


def test_an_empty_draft_is_left_alone():
    assert told(title="", text="") == {}


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Puskesmas Karangjati Buka Layanan Gigi Malam Bagi Semua Warga", "title-long"),
        ("PUSKESMAS BUKA LAYANAN MALAM", "title-capitals"),
        ("Luar Biasa, Puskesmas Buka Malam", "title-boast"),
        ("Jalan Karangjati Diperbaiki Tahun Ini", "title-passive"),
    ],
)
def test_titles_are_short_calm_and_active(title, code):
    assert set(told(title=title)) == {code}


@pytest.mark.parametrize("title", ["Digitalisasi Arsip Mulai Mei", "Pendaftaran Dibuka Senin", "Dinas Buka Loket Baru"])
def test_words_that_only_look_passive_pass(title):
    assert told(title=title) == {}


def test_a_lead_has_thirty_to_forty_five_words():
    short = "Puskesmas Karangjati membuka layanan gigi malam mulai Senin, 6 April 2026."

    assert "18" not in told(text=LEAD)
    assert set(told(text=short)) == {"lead-short"}
    assert set(told(text=f"{LEAD} {' '.join(['Layanan itu gratis bagi warga'] * 3)}.")) == {"lead-long"}


def test_bounds_are_the_callers():
    assert "title-long" in {one.code for one in advise(CLEAN, Bounds(title_words=3)).advice}


def test_the_dateline_is_no_part_of_the_lead():
    assert told(text=f"ARUNIKA – {CLEAN.text}") == {}


def test_what_is_no_news_needs_no_news_lead():
    assert told(text="Loket Dinas Kesehatan di Arunika tutup pada Jumat, 3 April 2026.", news=False) == {}


def test_a_lead_does_not_begin_with_the_time():
    words = LEAD.replace(" mulai Senin, 6 April 2026", "")

    assert "lead-time-first" in told(text=f"Pada Senin, 6 April 2026, {words}")


def test_open_questions_are_named_and_answered_late_or_never():
    without_day = LEAD.replace(" mulai Senin, 6 April 2026", "")

    assert "when-missing" in told(text=without_day)
    assert "when-late" in told(text=f"{without_day}\n\nLayanan mulai Senin, 6 April 2026.")


def test_the_four_questions_are_answered_by_words_of_the_story():
    facts = advise(CLEAN).facts

    assert (facts.who, facts.what, facts.where, facts.when) == ("Dinas", "membuka", "di Puskesmas", "Senin")


def test_a_sentence_of_more_than_twenty_five_words_is_marked_from_first_to_last_sign():
    sentence = " ".join(["kata"] * 26) + "."
    found = told_with(sentence)["sentence-long"]

    assert f"{CLEAN.text}\n\n{sentence}"[found.start : found.end] == sentence


def test_a_title_before_a_name_ends_no_sentence():
    sentence = f"Camat Drs. H. Joko Santoso, dr. Sri Handayani, dan Ir. Slamet di Jl. Melati {' '.join(['kata'] * 12)}."

    assert "Kalimat ini 26 kata" in told_with(sentence)["sentence-long"].reason


def test_a_quote_names_its_speaker():
    assert "quote-no-speaker" in told_with("“Pelayanan ini akan terus kami tambah.” Tenaganya datang tahun depan.")
    assert told_with("“Pelayanan ini akan terus kami tambah,” ujar Camat Karangjati.") == {}


def test_a_quote_goes_on_in_the_next_paragraph():
    assert told_with("“Kami juga membuka layanan anak pada hari Minggu.”") == {}


def test_a_speaker_has_a_position_where_named_first():
    assert "speaker-no-position" in told_with("“Antreannya pendek,” ujar Endang Kusuma.")
    assert told_with("“Antreannya pendek,” ujar Endang Kusuma, warga Karangjati.") == {}
    assert told_with("“Kami siap,” ujar Sri Handayani.") == {}


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("dihalaman", "di halaman"), ("di laksanakan", "dilaksanakan"), ("di buka", "dibuka"), ("kesana", "ke sana")],
)
def test_di_and_ke_stand_apart_before_places_and_joined_in_verbs(wrong, right):
    found = told_with(f"Acara {wrong} dengan tertib.")

    assert [right in one.suggestion for one in found.values()] == [True]


@pytest.mark.parametrize("right", ["di pasar ikan", "di kebakaran", "di tikungan", "di pekan ini", "keluar", "diskusi"])
def test_right_spelling_passes(right):
    assert told_with(f"Warga berkumpul {right}.") == {}


def test_hashtags_are_few_different_and_readable_aloud():
    assert "tags-many" in told_with("#Satu #Dua #Tiga #Empat #Lima #Enam")
    assert "tag-twice" in told_with("#Sehat #Sehat")
    assert "#LayananMalam" in told_with("Cari layanan malam: #layananmalam")["tag-case"].suggestion
    assert told_with("#pengumuman #LayananMalam") == {}


@pytest.mark.parametrize(
    ("alt", "code"),
    [
        ("", "alt-missing"),
        ("IMG_20260402_0812.jpg", "alt-file"),
        ("Puskesmas Karangjati Buka Layanan Malam", "alt-copied"),
        ("Foto kegiatan", "alt-empty"),
        ("Perawat menata kursi. " * 15, "alt-long"),
    ],
)
def test_a_picture_is_described(alt, code):
    assert set(told(pictures=(Picture("IMG_1.jpg", alt),))) == {code}


def test_a_described_picture_and_no_picture_pass():
    assert told(pictures=(Picture("IMG_1.jpg", "Dua perawat menata kursi di ruang tunggu"),)) == {}
    assert told(pictures=()) == {}


def test_the_same_draft_always_gets_the_same_report():
    text = f"{LEAD}\n\n{BODY}\n\nRapat di laksanakan pukul 09:00. Hubungi 081234567890."

    assert told(text=text) == told(text=text)

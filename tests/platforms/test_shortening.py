"""Texts are counted as each platform counts, and cut where a reader would cut."""

import pytest

from suluh.platforms.lengths import emoji_as_bytes, graphemes, graphemes_with_short_links, utf16_units, weighted
from suluh.platforms.shortening import shortened

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(
    ("count", "text", "length"),
    [
        (graphemes, FAMILY * 3, 3),
        (graphemes, "e\u0301", 1),
        (utf16_units, "\U0001f600a", 3),
        (graphemes_with_short_links, "Lihat https://dinkes.go.id/berita/sangat/panjang/sekali.", 30),
        (graphemes_with_short_links, "https://a.id", 23),
        (graphemes_with_short_links, FAMILY, 1),
        (emoji_as_bytes, "ya " + FAMILY, 21),
        (emoji_as_bytes, "مرحبا", 5),
        (weighted, "Imunisasi", 9),
        (weighted, "文字", 4),
        (weighted, FAMILY, 2),
        (weighted, "Lihat https://dinkes.go.id/berita/sangat/panjang/sekali.", 30),
        (weighted, "puskesmas.go.id", 23),
    ],
)
def test_each_platform_counts_in_its_own_way(count, text, length):
    assert count(text) == length


def cut(text: str, most: int) -> str:
    return shortened(text, lambda part: graphemes(part) <= most)


def test_what_fits_stays_as_it_is():
    assert cut("Imunisasi campak.", 20) == "Imunisasi campak."


def test_a_cut_ends_with_a_whole_sentence_where_that_keeps_most():
    assert (
        cut("Imunisasi campak untuk balita. Bawa buku kesehatan ibu dan anak.", 40) == "Imunisasi campak untuk balita."
    )


def test_a_cut_within_a_sentence_falls_between_words_and_says_so():
    assert cut("Imunisasi campak untuk semua balita di puskesmas", 20) == "Imunisasi campak…"


@pytest.mark.parametrize("tied", ["https://dinkes.go.id/berita/imunisasi", "#ImunisasiCampakBalita", "@dinkes.arunika"])
def test_an_address_hashtag_or_name_is_whole_or_gone(tied):
    for most in range(1, 70):
        kept = cut(f"Jadwal {tied} hari ini", most)
        assert tied in kept or tied[:3] not in kept
        assert f"{tied}…" not in kept


@pytest.mark.parametrize("most", range(1, 25))
def test_a_sign_of_many_code_points_is_never_cut(most):
    kept = cut(FAMILY * 30, most)

    assert kept.rstrip("…").replace(FAMILY, "") == ""
    assert graphemes(kept) <= most


@pytest.mark.parametrize(("opens", "closes"), [("\u2067", "\u2069"), ("\u202b", "\u202c")])
def test_a_cut_closes_the_marks_of_direction_that_it_left_open(opens, closes):
    kept = cut(f"Nama {opens}مرحبا بكم في المدينة الجميلة جدا{closes} selesai di sini", 25)

    assert kept.count(opens) == kept.count(closes) == 1


def test_five_thousand_signs_are_cut_to_every_limit():
    text = f"Warga {FAMILY} datang pagi, مرحبا, 文字. " * 160

    for most in (2, 5, 280, 500, 1024, 4096):
        assert 0 < graphemes(cut(text, most)) <= most

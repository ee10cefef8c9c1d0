"""A copy is found although title, byline and first paragraph are changed; a shared letterhead makes no copy."""

from datetime import date, timedelta
from random import Random

import pytest

from suluh.monitoring.copies import Article, find_copies, fingerprint

DAY = date(2026, 10, 1)
WORDS = """warga desa sawah jalan air bersih posyandu kader balita petani pupuk irigasi sekolah guru murid pasar
pedagang harga beras jembatan gotong royong musyawarah anggaran layanan loket antrean berkas kartu keluarga puskesmas
dokter obat imunisasi lomba"""
HEAD = "Arunika, Humas. Pemerintah kabupaten menyampaikan siaran pers resmi kepada media dan warga lewat kanal resmi. "
FOOT = " Demikian siaran pers ini untuk disebarluaskan, keterangan lebih lanjut ada di bagian protokol dan komunikasi."


@pytest.fixture
def prose():
    chance = Random(20)

    def write(count: int = 180) -> str:
        return " ".join(chance.choice(WORDS.split()) for _ in range(count))

    return write


def article(number: int, unit: int, text: str, days: int = 0) -> Article:
    return Article(number, unit, DAY + timedelta(days), fingerprint(text))


def test_a_text_with_a_new_first_paragraph_and_byline_is_a_copy_of_the_earlier_one(prose):
    body = prose()
    late = article(1, 10, "Oleh admin desa. " + prose(40) + body, days=2)
    early = article(2, 20, prose(40) + body)
    (copy,) = find_copies([late, early])
    assert (copy.original, copy.copy, copy.certain_order) == (2, 1, True)
    assert copy.share > 0.6


def test_head_and_foot_of_a_press_release_make_no_copy(prose):
    texts = [HEAD + prose(60) + FOOT for _ in range(12)]
    assert find_copies([article(n, n, text, n) for n, text in enumerate(texts)]) == []


def test_a_long_closing_note_that_one_unit_always_uses_makes_no_copy(prose):
    note = prose(150)
    texts = [prose(60) + note for _ in range(6)]
    assert find_copies([article(n, n % 2, text, n) for n, text in enumerate(texts)]) == []


def test_a_unit_does_not_copy_itself(prose):
    text = prose()
    assert find_copies([article(1, 10, text), article(2, 10, text, 1)]) == []


def test_a_short_announcement_is_not_compared(prose):
    text = prose(30)
    assert fingerprint(text) == b""
    assert find_copies([article(1, 10, text), article(2, 20, text, 1)]) == []


def test_every_copy_of_a_chain_names_the_first_to_publish(prose):
    body = prose()
    copies = find_copies([article(n, n, body, n) for n in range(5)])
    assert {(copy.original, copy.copy) for copy in copies} == {(0, n) for n in range(1, 5)}


def test_stored_fingerprints_are_compared_with_fresh_ones_but_not_told_again(prose):
    body, other = prose(), prose()
    known = [article(1, 10, body), article(2, 20, body, 1), article(3, 30, other)]
    (copy,) = find_copies([article(4, 40, other, 5)], known)
    assert (copy.original, copy.copy) == (3, 4)


def test_on_the_same_day_the_order_is_said_to_be_uncertain(prose):
    body = prose()
    (copy,) = find_copies([article(1, 10, body), article(2, 20, body)])
    assert copy.certain_order is False

"""Finding items: stems, typing errors, everyday words."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from suluh.disclosure.models import Lexeme
from suluh.disclosure.selectors.search import SearchQuery, search_page
from suluh.disclosure.selectors.suggestions import suggestions
from suluh.disclosure.selectors.words import distance, question, stems
from suluh.disclosure.services.lexemes import lexemes_refresh
from tests.disclosure.making import accepted, fix


@pytest.fixture
def listed(world):
    """Six items in force, with their words."""
    for title, summary in (
        ("Jadwal pengangkutan sampah 2026", "Hari, jam, dan rute truk."),
        ("Tambahan penghasilan pegawai menurut kelas jabatan", "Besaran TPP tiap kelas jabatan."),
        ("Kondisi ruas jalan kabupaten", "Panjang ruas menurut kondisi mantap dan tidak mantap."),
        ("Penerima bantuan sosial menurut kecamatan", "Jumlah keluarga penerima manfaat tahun 2025."),
        ("Penerimaan peserta didik baru", "Jadwal, kuota, dan zonasi SD dan SMP."),
        ("Laporan kinerja Dinas Kesehatan 2025", "Capaian indikator kinerja utama."),
    ):
        accepted(world.health, title, summary=summary)
    accepted(world.village, "Rahasia helikopter desa")
    fix(world.root)
    lexemes_refresh()
    return world


def titles(words: str) -> list[str]:
    return [item.title for item in search_page(SearchQuery(words=words)).items]


def test_words_are_searched_by_their_stem_without_stop_words(db):
    assert stems(["Jadwal pengangkutan sampah yang baru"]) == [["jadwal", "angkut", "sampah", "baru"]]


def test_accents_do_not_matter(db):
    assert stems(["Café"]) == stems(["cafe"])


@pytest.mark.parametrize("typed", ["pengangkutan smapah", "sampahh", "angkutan sampha"])
def test_a_typing_error_is_mended(listed, typed):
    page = search_page(SearchQuery(words=typed))

    assert page.items[0].title == "Jadwal pengangkutan sampah 2026"
    assert page.mended == "sampah"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("pnegangkutan", ["angkut"]),
        ("pgeawai", ["gawa"]),
        ("kinerja pseerta", ["kinerja"]),
        ("xylofonika", ["xylofonika"]),
    ],
)
def test_a_slip_in_a_prefix_is_mended_and_a_mistyped_stop_word_is_left_out(listed, typed, read):
    assert [term.mended or term.stem for term in question(typed).terms] == read


def test_a_question_of_mistyped_stop_words_alone_finds_nothing_and_breaks_nothing(listed):
    assert titles("pseerta") == []


def test_many_mistyped_words_are_read_with_few_queries(listed, django_assert_max_num_queries):
    question("sampah")
    with django_assert_max_num_queries(7):
        question("pnegangkutan smapah pgeawai jabatna kbaupaten xylofonika prepustakaan")


def test_a_known_word_is_never_mended(listed):
    assert question("sampah").mended == []


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("berapa gaji pegawai negeri", "Tambahan penghasilan pegawai menurut kelas jabatan"),
        ("jalan berlubang di mana saja", "Kondisi ruas jalan kabupaten"),
        ("siapa yang dapat sembako", "Penerima bantuan sosial menurut kecamatan"),
        ("daftar murid baru", "Penerimaan peserta didik baru"),
        ("truk tukang buang kotoran dan sampah", "Jadwal pengangkutan sampah 2026"),
    ],
)
def test_everyday_words_lead_to_the_item(listed, asked, title):
    assert title in [one.item.title for one in suggestions(asked)][:2]


def test_a_question_about_nothing_on_the_list_has_no_suggestion(listed):
    assert suggestions("resep rendang") == []
    assert suggestions("") == []


def test_words_of_what_is_not_public_are_not_kept(listed):
    assert not Lexeme.objects.filter(word__startswith="helikopter").exists()
    assert suggestions("helikopter") == []


def test_every_word_has_to_be_in_a_hit(listed):
    assert titles("kinerja kesehatan") == ["Laporan kinerja Dinas Kesehatan 2025"]


def test_where_no_item_holds_all_words_the_nearest_are_offered(listed):
    page = search_page(SearchQuery(words="kondisi jalan desa terpencil"))

    assert page.near
    assert page.items[0].title == "Kondisi ruas jalan kabupaten"


def test_a_swapped_pair_of_letters_is_one_error():
    assert (distance("smapah", "sampah"), distance("sampah", "sampah"), distance("abc", "xyz")) == (1, 0, 3)


def test_an_endless_word_costs_no_more_than_a_short_one(listed):
    with CaptureQueriesContext(connection) as queries:
        question("q" * 1000)

    assert sum(len(one["sql"]) for one in queries) < 10_000

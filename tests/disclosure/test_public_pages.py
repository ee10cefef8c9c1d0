"""What the public reads: the list, an item, the first page."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.disclosure.making import accepted, published


@pytest.fixture
def citizen() -> Client:
    return Client()


def test_the_search_finds_a_stem_and_shows_the_item(world, citizen):
    item = published(world.health, world.root)

    answer = citizen.get(reverse("disclosure:public-list"), {"q": "angkut sampah"})

    assert item.title in answer.content.decode()


def test_the_search_says_so_when_nothing_matches(world, citizen):
    published(world.health, world.root)

    answer = citizen.get(reverse("disclosure:public-list"), {"q": "helikopter"})

    assert "Jadwal" not in answer.content.decode()
    assert answer.status_code == 200


@pytest.mark.parametrize("words", ["'", '"', "a & b | !", "-", "%", "(" * 50])
def test_odd_words_break_nothing(world, citizen, words):
    assert citizen.get(reverse("disclosure:public-list"), {"q": words}).status_code == 200


def test_filters_of_class_and_unit_narrow_the_list(world, citizen):
    published(world.health, world.root, "Laporan kinerja", category="berkala", law_code="B-c")
    published(world.social, world.root, "Data bantuan")

    page = citizen.get(reverse("disclosure:public-list"), {"jenis": "berkala"}).content.decode()
    assert "Laporan kinerja" in page
    assert "Data bantuan" not in page
    page = citizen.get(reverse("disclosure:public-list"), {"unit": world.social.slug}).content.decode()
    assert "Data bantuan" in page
    assert "Laporan kinerja" not in page


def test_an_item_has_a_permanent_page_with_the_statutory_columns(world, citizen):
    item = published(world.health, world.root)

    page = citizen.get(item.get_absolute_url()).content.decode()

    assert item.get_absolute_url() == "/informasi/DKS-001/"
    for words in (
        item.title,
        item.summary,
        item.holder,
        item.responsible,
        "Arunika",
        "12 Januari 2026",
        item.retention,
    ):
        assert words in page


def test_a_proposal_has_no_public_page(world, citizen):
    item = accepted(world.health).item

    assert citizen.get(item.get_absolute_url()).status_code == 404


def test_the_first_page_names_what_is_new(world, citizen):
    item = published(world.health, world.root)

    assert item.title in citizen.get(reverse("portal:home")).content.decode()

"""Pictures to send on: their size, and what they must not say."""

from __future__ import annotations

import struct

import pytest
from django.urls import reverse

from suluh.monitoring.reports import cards
from suluh.monitoring.selectors.overview import overview
from suluh.monitoring.selectors.unit_file import unit_file
from tests.support.regency import Regency, regency_make

ADDRESS = "https://papan.arunika.example/"


@pytest.fixture
def regency(db: None) -> Regency:
    return regency_make(offices=8, districts=1, villages=6)


@pytest.fixture
def said(monkeypatch):
    """What a card was set from, beside the picture itself."""
    kept = {}
    draw = cards.picture

    def keep(template, data, **more):
        kept.update(data)
        return draw(template, data, **more)

    monkeypatch.setattr(cards, "picture", keep)
    return kept


def size(content: bytes) -> tuple[int, int]:
    assert content.startswith(b"\x89PNG")
    return struct.unpack(">II", content[16:24])


def test_the_government_s_card_is_a_tall_picture_that_names_no_accused_unit(regency, said):
    board = overview(regency.coordinator)

    assert size(cards.regency_card(board, address=ADDRESS)) == (1080, 1350)
    assert said["address"] == "papan.arunika.example"
    assert regency.infected.unit.name not in str(said)
    assert [row["mark"] for row in said["lines"]] == ["1", "2", "3"]


def test_an_accused_unit_s_card_tells_what_it_published_and_nothing_of_the_accusation(regency, said):
    file = unit_file(regency.coordinator, regency.infected.unit.slug)

    assert size(cards.unit_card(file, address=ADDRESS + "unit/x/")) == (1080, 1350)
    assert regency.infected.unit.name in said["title"]
    assert "judi" not in str(said).lower()


def test_a_long_title_and_a_unit_without_a_site_still_make_one_picture(regency):
    for unit in regency.units[:3] + [unit for unit in regency.units if not unit.sites.exists()][:1]:
        file = unit_file(regency.coordinator, unit.slug)
        for post in file.posts:
            post.title = "Pelayanan administrasi kependudukan keliling " * 6
        assert size(cards.unit_card(file, address=ADDRESS)) == (1080, 1350)


def test_the_card_stands_beside_its_text(regency, client):
    client.force_login(regency.coordinator, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get(reverse("monitoring:digest")).content.decode()

    assert reverse("monitoring:digest_card") in page
    assert client.get(reverse("monitoring:digest_card"))["Content-Type"] == "image/png"

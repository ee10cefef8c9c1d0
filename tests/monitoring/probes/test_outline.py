"""A menu that all pages of a site share is outlined as from each page of its own."""

import pytest

from suluh.monitoring.engine.values import Document
from suluh.monitoring.probes.outline import outline
from tests.monitoring.probes.conftest import answer

SITE = "http://dinas.arunika.localhost"


def seen_from(path, menu):
    page = Document(answer(f"{SITE}{path}", f"<html><body><p>Awal</p>{menu}<p>Isi</p></body></html>"))
    return outline(page)


@pytest.mark.parametrize(
    ("href", "from_a", "from_b"),
    [
        ("/profil", "/profil", "/profil"),
        ("profil", "/a/profil", "/b/profil"),
        ("?hal=2", "/a/satu?hal=2", "/b/dua?hal=2"),
    ],
    ids=["from the root", "from the folder", "from the page"],
)
def test_a_link_of_a_shared_menu_leads_where_it_leads_from_that_page(href, from_a, from_b):
    menu = f'<nav><a href="{href}">Profil</a></nav>'
    links = [seen_from(path, menu).links[0].url for path in ("/a/satu", "/b/dua")]
    assert links == [SITE + from_a, SITE + from_b]


def test_a_shared_menu_stands_in_its_place_among_the_blocks():
    menu = '<nav><a href="/x">Profil</a></nav>'
    first, second = (seen_from(path, menu) for path in ("/c", "/d"))
    assert (
        [block.text for block in second.blocks] == [block.text for block in first.blocks] == ["Awal", "Profil", "Isi"]
    )
    assert {link.region for link in second.links} == {"menu"}


def test_what_stands_around_a_menu_is_not_taken_over_with_it():
    menu = '<div class="menu"><a href="/x">Lihat</a></div>'
    labels = [
        seen_from(path, f"<div><b>{words}</b>{menu}</div>").links[0].label
        for path, words in (("/e", "Anggaran"), ("/f", "Kinerja"))
    ]
    assert labels == ["Anggaran", "Kinerja"]

import json
from datetime import UTC, date, datetime

import pytest

from suluh.kernel.page.reader import read_page

NOW = datetime(2026, 4, 15, 5, 0, tzinfo=UTC)
URL = "https://desa.example/berita/panen-raya-padi-di-desa"
TITLE = "Panen Raya Padi di Desa"
PROSE = "<p>" + "Warga memanen padi bersama di sawah milik desa sejak pagi. " * 6 + "</p>"


def page(around: str = "", head: str = "", top: str = "", end: str = "", body_class: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="id"><head><title>{TITLE} - Desa Contoh</title>{head}</head>'
        f'<body class="{body_class}">'
        f"{top}<h1>{TITLE}</h1>{around}{PROSE}{PROSE}{end}</body></html>"
    )


def read(html: str, url: str = URL):
    return read_page(html, url, NOW, ("date", "date_source", "date_precision", "confidence", "kind"))


def ld(**node: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **node})}</script>'


def test_the_article_node_of_structured_data_comes_first():
    head = ld(
        **{
            "@graph": [
                {"@type": "WebSite", "datePublished": "2020-01-01"},
                {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2023-05-03T08:00:00+07:00"},
            ]
        }
    )
    reading = read(page("<span class='date'>4 Mei 2023</span>", head))
    assert (reading.date, reading.date_source) == (date(2023, 5, 3), "json-ld")


def test_of_several_article_nodes_the_one_with_this_address_counts():
    other = {"@type": "NewsArticle", "url": "https://desa.example/berita/lain", "datePublished": "2024-01-01"}
    own = {"@type": "NewsArticle", "mainEntityOfPage": {"@id": URL}, "datePublished": "2023-05-03"}
    assert read(page(head=ld(**{"@graph": [other, own]}))).date == date(2023, 5, 3)


def test_broken_structured_data_is_passed_over():
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>'
    assert read(page("<p class='tanggal'>3 Mei 2023</p>", head)).date == date(2023, 5, 3)


def test_the_published_meta_is_read_and_the_modified_one_is_not():
    head = (
        '<meta property="article:modified_time" content="2024-01-01">'
        '<meta property="article:published_time" content="2023-05-03T01:00:00+00:00">'
    )
    reading = read(page(head=head))
    assert (reading.date, reading.date_source) == (date(2023, 5, 3), "meta")


def test_near_midnight_in_utc_the_printed_day_wins():
    head = '<meta property="article:published_time" content="2023-05-03T22:30:00+00:00">'
    assert read(page("<span>04/05/2023</span>", head)).date == date(2023, 5, 4)


def test_the_address_carries_the_day():
    reading = read(page(), "https://desa.example/artikel/2023/5/3/panen-raya")
    assert (reading.date, reading.date_source) == (date(2023, 5, 3), "url")


@pytest.mark.parametrize(
    "around",
    [
        "<div class='meta'>Rabu, 3 Mei 2023 | Oleh Admin</div>",
        "<time datetime='2023-05-03T08:00'>kemarin</time>",
        "<p><i>Admin, 3 Mei 2023</i></p>",
        "<span itemprop='datePublished' content='2023-05-03'>3/5</span>",
        "<small>Diposting pada 03-05-2023 10:15:00</small>",
        "<ul><li>3 Mei 2023</li><li>Dibaca 12 kali</li></ul>",
        "<abbr class='published' title='2023-05-03T08:00:00+07:00'>08.00</abbr>",
    ],
)
def test_the_date_by_the_title_is_read(around):
    assert read(page(around)).date == date(2023, 5, 3)


@pytest.mark.parametrize(
    ("trap", "place"),
    [
        ("<div id='clock'>Rabu, 15 April 2026</div>", "top"),
        ("<div class='topbar'>Hari ini: 15 April 2026</div>", "top"),
        ("<footer>© 1 Januari 2026 Desa Contoh</footer>", "end"),
        ("<div class='sidebar'><h3>Agenda</h3><ul><li>12 April 2026 Rapat</li></ul></div>", "end"),
        ("<div id='comments'><p>Siti, 10 April 2026</p></div>", "end"),
        ("<p class='updated'>Terakhir diperbarui: 10 April 2026</p>", "end"),
        (
            "<div class='related'><a href='/x'>Berita lain yang panjang judulnya</a> <b>9 April 2026</b></div>",
            "end",
        ),
    ],
)
def test_clocks_footers_agendas_comments_and_updates_are_no_publication(trap, place):
    assert read(page("<div class='info'>3 Mei 2023</div>", **{place: trap})).date == date(2023, 5, 3)


@pytest.mark.parametrize("place", ["top", "end"])
def test_a_page_with_nothing_but_a_clock_has_no_date(place):
    trap = "<div class='clock'>Hari ini: Rabu, 15 April 2026</div>"
    assert read(page(**{place: trap}), "https://desa.example/lembaga/pkk-desa").date is None


def test_a_relative_date_counts_back_from_now():
    reading = read(page("<span>3 hari yang lalu</span>"))
    assert (reading.date, reading.date_precision) == (date(2026, 4, 12), "relative")


def test_a_day_after_tomorrow_is_never_given():
    head = '<meta property="article:published_time" content="2026-05-03">'
    assert read(page("<span class='date'>3 Mei 2026</span>", head)).date is None


@pytest.mark.parametrize(
    ("url", "body_class", "kind"),
    [
        ("https://desa.example/", "", "listing"),
        ("https://desa.example/kategori/berita", "", "listing"),
        ("https://desa.example/berita?page=2", "", "listing"),
        ("https://desa.example/profil/visi-misi", "", "page"),
        ("https://desa.example/apa-saja", "page-template-default page page-id-12", "page"),
        ("https://desa.example/apa-saja", "archive category category-berita", "listing"),
    ],
)
def test_lists_and_standing_pages_have_no_date(url, body_class, kind):
    reading = read(page("<div class='meta'>3 Mei 2023</div>", body_class=body_class), url)
    assert (reading.kind, reading.date) == (kind, None)


def test_many_teasers_and_hardly_a_paragraph_are_a_list():
    teaser = "<div><h3><a href='/{0}'>Judul berita nomor {0} tentang desa</a></h3><span>{0} Mei 2023</span></div>"
    items = "".join(teaser.format(number) for number in range(1, 12))
    html = f"<html lang='id'><head><title>Kabar</title></head><body><h1>Kabar</h1>{items}</body></html>"
    reading = read(html, "https://desa.example/kabar-desa-kami")
    assert (reading.kind, reading.date) == ("listing", None)


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("en", "Posted on March 5, 2015 by Anna"), ("en", "Thursday 5 March 2015"),
        ("de", "Veröffentlicht am 5. März 2015"),
        ("fr", "Publié le 5 mars 2015"), ("es", "5 de marzo de 2015"), ("it", "5 marzo 2015"), ("nl", "5 maart 2015"),
        ("pl", "5 marca 2015"), ("ru", "5 марта 2015"), ("ja", "2015年3月5日"), ("en", "03/05/2015"),
        ("de", "05.03.2015"),
    ],
)  # fmt: skip
def test_pages_of_the_world_are_dated_too(language, printed):
    html = page(f"<div class='post-meta'>{printed}</div>").replace('lang="id"', f'lang="{language}"')
    assert read(html, "https://paper.example/some-long-slug-of-a-story").date == date(2015, 3, 5)

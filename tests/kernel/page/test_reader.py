from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suluh.kernel.page.language import language_of
from suluh.kernel.page.reader import read_page

NOW = datetime(2026, 4, 15, 5, 0, tzinfo=UTC)
URL = "https://kec.example/berita/camat-buka-musrenbang"


def read(html: str, *fields: str):
    return read_page(html, URL, NOW, fields)


@pytest.mark.parametrize(
    "html",
    [
        "<title>Camat Buka Musrenbang | Kecamatan Arunika Raya Sentosa</title><body><h1>Kecamatan Arunika</h1>"
        "<h2>Camat Buka Musrenbang</h2>",
        "<title>.:: Kecamatan Arunika ::. Camat Buka Musrenbang</title><body><p>x</p>",
        "<title>Kecamatan Arunika: Camat Buka Musrenbang</title><body><h1><a href='/'>Kecamatan Arunika</a></h1>"
        "<h3>Camat Buka Musrenbang</h3>",
        "<meta property='og:title' content='Camat Buka Musrenbang - Arunika'>"
        "<meta property='og:site_name' content='Arunika'><body>",
        "<HTML><HEAD><TITLE>Camat Buka Musrenbang</TITLE></HEAD><BODY></BODY></HTML>",
    ],
)
def test_the_title_comes_without_the_name_of_the_site(html):
    assert read(html, "title").title == "Camat Buka Musrenbang"


def test_a_front_page_is_not_named_after_the_news_it_shows():
    html = "<title>Beranda</title><body><h1>Camat Buka Musrenbang</h1>"
    assert read_page(html, "https://kec.example/", NOW, ("title",)).title == "Beranda"


ARTICLE = "<meta property='article:published_time' content='2023-05-03'>"


@pytest.mark.parametrize("title", ["Dinas Sosial Kabupaten Arunika", "Website Resmi Dinas Sosial", "Detail Berita"])
@pytest.mark.parametrize("fields", [("title",), ("title", "date", "text")], ids=["alone", "with others"])
def test_where_each_page_bears_the_name_of_the_site_the_only_heading_of_an_article_is_its_title(title, fields):
    menu = "<h1><a href='/'>Dinas Sosial</a></h1>"
    html = f"<head>{ARTICLE}<title>{title}</title></head><body>{menu}<h1>Camat Buka Musrenbang</h1><h2>Berita lain</h2>"
    assert read(html, *fields).title == "Camat Buka Musrenbang"


def test_of_several_headlines_none_is_taken_for_the_title():
    html = f"<head>{ARTICLE}<title>Dinas Sosial</title><body><h1>Camat Buka Musrenbang</h1><h1>Warga Menanam Padi</h1>"
    assert read(html, "title").title == "Dinas Sosial"


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("<span class='author'>Rina Maheswari</span>", "Rina Maheswari"),
        ("<p>Ditulis oleh <b>Admin</b> pada 3 Mei 2023</p>", "Admin"),
        ("<p><i>Tim Redaksi / 3 Mei 2023</i></p>", "Tim Redaksi"),
        ("<div>Humas · 3 Mei 2023 · Dibaca 152 kali</div>", "Humas"),
        ("<p>By Anna Keller, 3 May 2023</p>", "Anna Keller"),
    ],
)
def test_the_author_is_read_from_the_byline(byline, name):
    title = "<html lang='id'><title>Camat Buka Musrenbang</title><body><h1>Camat Buka Musrenbang</h1>"
    html = f"{title}{byline}<p>Isi berita yang pendek saja.</p>"
    assert read(html, "author", "date").author == name


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("id", "Pemerintah desa akan membangun jalan yang menghubungkan dua dusun dan pasar untuk warga."),
        ("en", "The council has announced that the bridge will be closed for repairs until the end of the year."),
        ("de", "Der Rat der Stadt hat beschlossen, die Brücke für den Verkehr zu sperren und nicht zu öffnen."),
        ("jv", "Wong-wong desa padha kumpul ing bale desa kanggo rembugan lan sing teka ora sithik."),
        ("ja", "市役所は新しい橋の工事を来年の春に始めると発表しました。"),
        ("ar", "أعلنت البلدية أن الجسر سيغلق للإصلاحات حتى نهاية العام الجاري"),
        ("ru", "Городской совет объявил, что мост будет закрыт на ремонт до конца года и не ранее."),
    ],
)
def test_the_language_is_known_by_common_words_or_script(code, text):
    assert language_of(text) == code


def test_a_field_not_asked_for_stays_empty():
    reading = read("<title>Judul</title><body><h1>Judul</h1><p>" + "isi dan teks yang panjang " * 40, "title")
    assert (reading.text, reading.kind, reading.language) == (None, None, None)


@settings(deadline=None)
@given(st.text(alphabet="<>/=\"' abdhilmpty123!-&;", max_size=300))
def test_no_page_breaks_the_reader(html):
    found = read_page(html, URL, NOW, None)
    assert found.date is None or found.date <= NOW.date() + timedelta(days=1)

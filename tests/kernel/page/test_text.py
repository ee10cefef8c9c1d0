import pytest

from suluh.kernel.page.text import main_text

ONE = "Pemerintah desa menyerahkan bantuan bibit kepada kelompok tani di balai desa pada hari Senin pagi."
TWO = "Kepala desa berharap bantuan itu menambah hasil panen dan pendapatan keluarga petani tahun ini."
THREE = "Kelompok tani menyambut baik dan akan menanam bibit itu bersama pada awal musim hujan nanti."
STORY = "\n".join((ONE, TWO, THREE))
PARAGRAPHS = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"


@pytest.mark.parametrize(
    "body",
    [
        PARAGRAPHS,
        f"<div>{ONE}<br><br>{TWO}<br/><br/>{THREE}</div>",
        f"<div><div>{ONE}</div><div>{TWO}</div><div>{THREE}</div></div>",
        f"<table><tr><td><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></td></tr></table>",
        f"<p>{ONE}<p>{TWO}<p>{THREE}",
        f"<div>{ONE}<p>{TWO}</p>{THREE}</div>",
    ],
    ids=["p", "br", "div", "table", "unclosed", "mixed"],
)
def test_paragraphs_are_read_however_they_are_built(body):
    assert main_text(f"<html><body><h1>Judul</h1><div id='a'>{body}</div></body></html>", "Judul") == STORY


MENU = "<div class='menu'><ul>" + "<li><a href='/x'>Menu yang panjang</a></li>" * 20 + "</ul></div>"
SIDE = (
    "<div class='sidebar'><p>" + "Teks samping yang panjang sekali tentang hal lain di luar berita. " * 4 + "</p></div>"
)
COMMENTS = (
    "<div id='comments'>"
    + "<p>Saya setuju sekali dengan isi berita ini, semoga terus berlanjut ya pak.</p>" * 5
    + "</div>"
)
RELATED = (
    "<div>" + "<div><a href='/y'>Judul berita lain yang cukup panjang untuk dibaca semua orang</a></div>" * 6 + "</div>"
)
FIGURE = "<figure><img src='a.jpg'><figcaption>Warga menerima bibit di balai desa, foto humas.</figcaption></figure>"
ALSO = "<p><strong>Baca juga: <a href='/z'>Harga pupuk turun di pasar</a></strong></p>"


@pytest.mark.parametrize(
    "extra",
    [MENU, SIDE, COMMENTS, RELATED, FIGURE, ALSO],
    ids=["menu", "sidebar", "comments", "related", "caption", "also"],
)
def test_what_is_not_the_article_is_left_out(extra):
    inside, outside = (extra, "") if extra is ALSO else ("", extra)
    story = f"<div class='main'><h1>Judul</h1><p>{ONE}</p>{inside}<p>{TWO}</p><p>{THREE}</p></div>"
    html = f"<html><body><div class='wrap'>{story}{outside}</div></body></html>"
    assert main_text(html, "Judul") == STORY


def test_class_names_of_the_whole_article_do_not_condemn_it():
    html = f"<html><body><article class='post category-agenda has-sidebar info'>{PARAGRAPHS}</article></body></html>"
    assert main_text(html) == STORY


def test_subheadings_and_lists_inside_the_article_stay():
    inside = "<h2>Syarat penerima</h2><ul><li>Warga desa yang bertani di lahan sendiri</li></ul>"
    html = f"<html><body><article><p>{ONE}</p>{inside}<p>{TWO}</p><p>{THREE}</p></article></body></html>"
    text = main_text(html) or ""
    assert text.split("\n")[1:3] == ["Syarat penerima", "Warga desa yang bertani di lahan sendiri"]


def test_bytes_that_are_hardly_a_page_give_no_text_and_no_error():
    assert not main_text("<<<<")
    assert not main_text("")


def test_deep_nesting_is_survived():
    assert ONE in (main_text("<div>" * 5000 + PARAGRAPHS) or "")

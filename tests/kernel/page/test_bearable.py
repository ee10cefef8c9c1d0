import pytest

from suluh.kernel.page.bearable import FEW_TAGS, MOST_ATTRIBUTES, MOST_DEPTH, bearable
from suluh.kernel.page.elements import elements, without, without_tags


def test_an_ordinary_page_is_left_as_it_is():
    page = "<html><body>" + "<div><ul><li>Satu<li>Dua</ul><p>Tiga<br><img src=a></div>" * FEW_TAGS + "</body></html>"

    assert bearable(page) == page


@pytest.mark.parametrize("deeper", ["<div>", "<ul><li>", "<b><i>", "<dl><dt></x></x>", "<a href=/x><p>", "<x-y>"])
def test_a_page_is_cut_where_it_is_deeper_than_any_browser_follows(deeper):
    cut = bearable("<p>Dinas</p>" + deeper * FEW_TAGS + "<p>akhir</p>")

    assert cut.startswith("<p>Dinas</p>")
    assert cut.count(deeper) <= MOST_DEPTH


def test_a_tag_with_too_many_attributes_ends_the_page_and_long_data_do_not():
    picture = f"<img src='data:image/png;base64,{'A' * 200_000}'><p>Dinas</p>"

    assert bearable(picture) == picture
    assert bearable("<p>Dinas</p><p " + "a b " * MOST_ATTRIBUTES + ">x</p>") == "<p>Dinas</p>"


def test_elements_are_found_whatever_their_case_and_one_never_closed_ends_the_search():
    page = "<TITLE lang=id>Satu</Title ><title>Dua</title><titles>x</titles><title>Tiga"

    assert [inside for _, inside in elements(page, "title")] == ["Satu", "Dua"]
    assert without(page, ("title",)) == "  <titles>x</titles><title>Tiga"


def test_words_remain_when_tags_go():
    assert without_tags("a<b class='x'>c</b> 1 < 2").split() == ["a", "c", "1", "<", "2"]

import codecs

import pytest

from suluh.kernel.page.encoding import decode

WORDS = "<p>Jum’at – naïve café</p>"


def test_the_header_is_believed_first():
    assert decode(WORDS.encode("utf-8"), "text/html; charset=UTF-8") == WORDS


def test_a_byte_order_mark_outranks_the_header():
    assert decode(codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), "text/html; charset=utf-8") == WORDS


def test_meta_is_read_where_the_header_says_nothing():
    page = '<meta http-equiv="Content-Type" content="text/html; charset=shift_jis"><p>日本語</p>'
    assert decode(page.encode("cp932")) == page


@pytest.mark.parametrize("declared", ["", "text/html; charset=iso-8859-1", "text/html; charset=utf-8"])
def test_windows_1252_is_the_last_resort(declared):
    assert decode(WORDS.encode("cp1252"), declared) == WORDS


def test_utf_8_behind_a_latin_1_header_is_still_utf_8():
    assert decode(WORDS.encode("utf-8"), "text/html; charset=iso-8859-1") == WORDS


def test_a_page_cut_in_mid_character_stays_utf_8():
    page = ("é" * 500).encode("utf-8")[:-1]
    assert decode(page, "text/html; charset=utf-8") == "é" * 499 + "\ufffd"


@pytest.mark.parametrize("declared", ["charset=no-such-thing", "charset=hex", "charset=utf-16", "charset=", "\x00"])
def test_nonsense_declarations_do_no_harm(declared):
    assert decode(WORDS.encode("utf-8"), declared) == WORDS

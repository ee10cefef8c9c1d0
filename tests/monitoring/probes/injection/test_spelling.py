"""Disguised spelling is read as a reader reads it; roots are known in the forms headlines give them."""

import pytest

from suluh.monitoring.probes.injection.affix import forms
from suluh.monitoring.probes.injection.fold import fold, latin, mixed_alphabets
from suluh.monitoring.probes.injection.lexicon import read


@pytest.mark.parametrize(
    "written",
    ["ＳＬＯＴ", "𝗦𝗹𝗼𝘁", "sl\u200bot", "slót", "ꜱʟᴏᴛ", "ѕlоt"],
)
def test_ornaments_look_alikes_and_invisible_letters_become_plain(written):
    assert latin(written) == "slot"


def test_letters_written_apart_are_joined():
    assert fold("main S L O T dulu").joined == ("slot",)


@pytest.mark.parametrize("written", ["gac0r sl0t", "g4c0r 5l0t", "gасor slоt", "g.a.c.o.r s-l-o-t"])
def test_a_disguised_term_is_found_and_said_to_be_disguised(written):
    assert read(written).disguised == ["gacor", "slot"]


def test_an_ordinary_word_with_digits_is_not_disguised():
    assert read("Vaksin covid19 dan H1N1 di SMAN 88").disguised == []


def test_mixed_alphabets_are_named_word_by_word():
    assert mixed_alphabets("situs rеsmi desa") == ["rеsmi"]


@pytest.mark.parametrize(
    ("root", "form"),
    [
        ("cegah", "pencegahan"),
        ("tangkap", "menangkap"),
        ("sita", "disita"),
        ("usut", "mengusut"),
        ("waspada", "waspadai"),
    ],
)
def test_a_root_is_known_in_its_forms(root, form):
    assert form in forms([root])


def test_a_negated_warning_does_not_excuse_a_seller():
    assert read("slot gacor anti blokir").strong_guard == []
    assert read("slot gacor diblokir").strong_guard

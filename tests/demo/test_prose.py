"""Texts are whole, varied, and tell the day of their scene."""

import re
from datetime import date

import pytest

from suluh.demo.prose.news import Mix, Scene, compose
from suluh.demo.prose.topics import TOPICS
from suluh.demo.register import demo_units
from suluh.demo.seeds import draw

DAY = date(2026, 5, 4)


def scene(field):
    return Scene("Dinas Contoh", "Discontoh", "Arunika Kota", field, DAY)


@pytest.mark.parametrize("mix", list(Mix))
@pytest.mark.parametrize("field", sorted(TOPICS))
def test_a_text_is_whole(field, mix):
    article = compose(draw(1, field, mix), scene(field), mix)
    whole = "\n".join((article.title, *article.paragraphs))
    assert 5 <= len(article.paragraphs) <= 12
    assert "{" not in whole
    assert "}" not in whole
    assert all(paragraph[0].isupper() or paragraph[0] == "“" for paragraph in article.paragraphs)


def test_every_unit_writes_about_a_known_field():
    assert {unit.field for unit in demo_units()} <= TOPICS.keys()


def test_independent_texts_of_one_kind_share_little():
    texts = [" ".join(compose(draw(2, number), scene("kesehatan"), Mix.KEGIATAN).paragraphs) for number in range(60)]
    shingles = []
    for text in texts:
        words = re.findall(r"\w+", text.lower())
        shingles.append({tuple(words[at : at + 4]) for at in range(len(words) - 3)})
    shared = [
        len(one & other) / min(len(one), len(other)) for at, one in enumerate(shingles) for other in shingles[at + 1 :]
    ]
    assert max(shared) < 0.7
    assert sum(shared) / len(shared) < 0.25


def test_the_same_path_of_chance_writes_the_same_text():
    assert compose(draw(3, "a"), scene("sosial"), Mix.DATA) == compose(draw(3, "a"), scene("sosial"), Mix.DATA)
    assert compose(draw(3, "a"), scene("sosial"), Mix.DATA) != compose(draw(3, "b"), scene("sosial"), Mix.DATA)

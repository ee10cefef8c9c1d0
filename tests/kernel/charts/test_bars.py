"""Split bar and strip: parts keep their order, small parts stay visible, the dot stays inside."""

from xml.etree import ElementTree

import pytest

from suluh.kernel.charts import Group, Part, split_bar, strip

SVG = ElementTree.fromstring


def test_empty_parts_are_not_drawn():
    bar = SVG(split_bar([Part("a", 3), Part("b", 0), Part("c", 1)], label="4 unit"))

    assert [rect.get("class") for rect in bar] == ["a", "c"]


def test_the_parts_fill_the_row():
    bar = SVG(split_bar([Part("a", 199), Part("b", 1)], label="200 unit", width=1000))
    last = bar[-1]

    assert float(last.get("x", 0)) + float(last.get("width", 0)) == pytest.approx(999, abs=0.2)


def test_one_among_thousands_can_still_be_seen():
    bar = SVG(split_bar([Part("a", 9999), Part("b", 1)], label="10.000 unit"))

    assert float(bar[1].get("width", 0)) >= 4


def test_nothing_at_all_is_an_empty_bar():
    assert len(SVG(split_bar([], label="0 unit"))) == 0


def test_a_dot_beyond_the_group_stays_on_the_strip():
    drawing = SVG(strip(99, Group(0, 2, 3, 5, 10), label="-"))

    assert drawing[-1].get("cx") == "192"


def test_without_a_value_there_is_no_dot():
    assert [element.get("class") for element in SVG(strip(None, Group(0, 2, 3, 5, 10), label="-"))] == [
        "line",
        "half",
        "median",
    ]

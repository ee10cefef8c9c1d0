"""A government's colour is taken only when it can be read."""

import pytest

from suluh.desk.theme import contrast, readable, stylesheet


def test_black_on_white_is_the_greatest_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize(
    ("colour", "fit"), [("#0b5a63", True), ("#7c1d6f", True), ("#f2c200", False), ("#9fd0d3", False)]
)
def test_a_pale_colour_is_refused(colour, fit):
    assert readable(colour) is fit


def test_the_stylesheet_replaces_the_first_tokens():
    assert stylesheet("#0b5a63").startswith(":root{--su-primary:#0b5a63;--su-primary-strong:#08444a")

"""A government's colour is taken only when it can be read."""

import pytest

from suluh.kernel.colours import contrast, nearest_readable, readable, stylesheet


def test_black_on_white_is_the_greatest_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize(
    ("colour", "fit"), [("#0b5a63", True), ("#7c1d6f", True), ("#f2c200", False), ("#9fd0d3", False)]
)
def test_a_pale_colour_is_refused(colour, fit):
    assert readable(colour) is fit


@pytest.mark.parametrize("text", ["", "0b5a63", "#0B5A63", "#0b5a6", "red;}body{display:none", "#0b5a63;}"])
def test_what_is_no_colour_is_never_readable(text):
    assert not readable(text)


def test_a_pale_colour_has_a_readable_neighbour_and_a_dark_one_is_its_own():
    assert readable(nearest_readable("#f2c200"))
    assert nearest_readable("#0b5a63") == "#0b5a63"


def test_the_stylesheet_replaces_the_first_tokens():
    assert stylesheet("#0b5a63").startswith(":root{--su-primary:#0b5a63;--su-primary-strong:#08444a")

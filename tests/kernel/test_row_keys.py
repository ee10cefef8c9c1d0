import pytest

from suluh.kernel.row_keys import row_key


@pytest.mark.parametrize(("text", "key"), [("0", 0), ("7", 7), ("007", 7), ("9" * 18, 10**18 - 1)])
def test_decimal_digits_are_a_key(text, key):
    assert row_key(text) == key


@pytest.mark.parametrize("text", ["", "-1", "+1", " 1", "1.0", "1_0", "0x1", "²", "٣", "9" * 19, "9" * 5_000, "1\x00"])
def test_anything_else_is_none(text):
    assert row_key(text) is None

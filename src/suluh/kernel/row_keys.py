"""Keys of rows as addresses and lists of keys carry them."""

from __future__ import annotations

MOST_DIGITS = 18


def row_key(text: str) -> int | None:
    """The key that `text` writes in decimal digits of ASCII, or None for anything else.

    At most 18 digits are read: every such number fits PostgreSQL's bigint, which goes to 9,223,372,036,854,775,807,
    and no stranger's address of thousands of digits reaches `int`, which refuses them.
    """
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None

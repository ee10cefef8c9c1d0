"""Numbers that stand for a person."""

from __future__ import annotations

import re

_NIK = re.compile(r"\d{16}")


def could_be_nik(number: str) -> bool:
    """True for sixteen figures whose seventh to tenth are a day and month of birth, 40 added to a woman's day."""
    if not _NIK.fullmatch(number) or len(set(number)) == 1:
        return False
    day, month = int(number[6:8]), int(number[8:10])
    return 1 <= (day - 40 if day > 40 else day) <= 31 and 1 <= month <= 12

"""Numbers of items: the letters of the unit and a running number, never used twice."""

from __future__ import annotations

import re

from django.db import connection

from suluh.organization.models import Unit
from suluh.organization.naming import fold

NUMBERING_LOCK = 7_585_743
SKIPPED = {"dan", "di", "ke", "of", "and", "&"}


def unit_letters(unit: Unit) -> str:
    """Letters that stand for a unit in a number: its code, its short name, or the initials of its name."""
    for text in (unit.code, unit.short_name):
        if letters := re.sub(r"[^A-Z0-9]+", "", fold(text).upper())[:12]:
            return letters
    return "".join(word[0] for word in fold(unit.name).split() if word not in SKIPPED).upper()[:12] or "U"


def next_codes(unit: Unit, count: int = 1) -> list[str]:
    """The next numbers for items of a unit; the caller's transaction holds them until it ends."""
    letters = unit_letters(unit)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [NUMBERING_LOCK, letters])
        cursor.execute(
            "SELECT coalesce(max(substring(code FROM %s)::int), 0) FROM disclosure_item WHERE code ~ %s",
            [r"(\d+)$", rf"^{letters}-\d{{1,9}}$"],
        )
        (last,) = cursor.fetchone()
    return [f"{letters}-{number:03d}" for number in range(last + 1, last + 1 + count)]

"""Names under a row of weeks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format


def month_names(mondays: Sequence[date]) -> list[str]:
    """A name where a month begins, January as its year; the first is left out where the next would touch it."""
    names = []
    for place, monday in enumerate(mondays):
        new = place == 0 or monday.month != mondays[place - 1].month
        names.append((str(monday.year) if monday.month == 1 else date_format(monday, "M")) if new else "")
    if len(names) > 3 and any(names[1:4]):
        names[0] = ""
    return names


def ends_of(mondays: Sequence[date]) -> list[str]:
    """Names for a narrow axis: the first month with its year, and one in the middle."""
    names = [""] * len(mondays)
    names[0] = date_format(mondays[0], "M Y")
    names[len(mondays) // 2] = date_format(mondays[len(mondays) // 2], "M")
    return names

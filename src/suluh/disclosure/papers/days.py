"""Days as Indonesian letters write them."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import override


def indonesian_day(day: date) -> str:
    """A day with its weekday, whatever language the officer works in: "Selasa, 7 April 2026"."""
    with override("id"):
        return date_format(day, "l, j F Y")

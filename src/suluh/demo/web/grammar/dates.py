"""Writes a moment in one of the forms that Indonesian sites use."""

from __future__ import annotations

from datetime import datetime

from suluh.demo.prose.calendar import MONTHS, SHORT_MONTHS, ago, day_in_words, full_date, long_date, short_date

_OLD = {2: "Pebruari", 8: "Agustus", 11: "Nopember"}


def written(at: datetime, form: str, now: datetime) -> str:
    """`at` in that form; a relative one counts back from `now`."""
    day = at.date()
    if form == "relative":
        return ago(day, now.astimezone(at.tzinfo).date())
    month = MONTHS[day.month - 1]
    return {
        "long": long_date(day),
        "full": full_date(day),
        "short": short_date(day),
        "slash": f"{day:%d/%m/%Y}",
        "dash": f"{day:%d-%m-%Y}",
        "dot": f"{day:%d.%m.%Y}",
        "iso": f"{day:%Y-%m-%d}",
        "zone": f"{full_date(day)} | {at:%H.%M} WIB",
        "comma-time": f"{day.day} {month} {day.year}, {at:%H:%M}",
        "old-spelling": f"{day_in_words(day)}, {day.day:02d} {_OLD.get(day.month, month)} {day.year}",
        "two-digit": f"{day.day} {SHORT_MONTHS[day.month - 1]} {day:%y}",
    }[form]

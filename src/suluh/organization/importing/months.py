"""Months named in titles, tab names and column heads."""

from __future__ import annotations

import re
from dataclasses import dataclass

NAMES = (
    ("januari", "jan", "january"), ("februari", "feb", "peb", "pebruari", "february", "febuari"),
    ("maret", "mar", "mrt", "march"), ("april", "apr"), ("mei", "may"), ("juni", "jun", "june"),
    ("juli", "jul", "july"), ("agustus", "agu", "agt", "ags", "agust", "aug", "august"),
    ("september", "sep", "sept"), ("oktober", "okt", "oct", "october"),
    ("november", "nov", "nop", "nopember"), ("desember", "des", "dec", "december"),
)  # fmt: skip
NUMBER = {word: number for number, words in enumerate(NAMES, 1) for word in words}
QUARTERS = {"i": 1, "1": 1, "ii": 4, "2": 4, "iii": 7, "3": 7, "iv": 10, "4": 10}
WORD = re.compile(r"[a-z]+", re.I)
YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)|(?<=['’])(\d{2})(?!\d)")
RANGE = re.compile(r"^\s*(?:20\d{2})?\s*(-|–|—|s\.?\s?/?\s?d\.?|sampai( dengan)?|hingga|to)\s*$", re.I)
QUARTER = re.compile(r"\b(?:triwulan|triw|tw|kuartal|quarter|q)\s*[-.]?\s*(iv|iii|ii|i|[1-4])\b", re.I)
FULL = tuple(words[0].capitalize() for words in NAMES)


@dataclass(frozen=True, slots=True)
class Named:
    """Months (1–12, in the order written) and the year, None where none is written."""

    months: tuple[int, ...] = ()
    year: int | None = None

    def __bool__(self) -> bool:
        return bool(self.months)

    def __str__(self) -> str:
        names = [FULL[month - 1] for month in self.months]
        words = names[0] if len(names) == 1 else f"{names[0]}–{names[-1]}" if names else ""
        return f"{words} {self.year}" if self.year else words


def read_months(text: str) -> Named:
    """The months a text names: one, a list, a range ("JAN-MAR 2025") or a quarter ("Triwulan II")."""
    years = [int(found[1] or f"20{found[2]}") for found in YEAR.finditer(text)]
    year = years[-1] if years else None
    if quarter := QUARTER.search(text):
        first = QUARTERS[quarter[1].lower()]
        return Named((first, first + 1, first + 2), year)
    hits = [(found, NUMBER[found[0].lower()]) for found in WORD.finditer(text) if found[0].lower() in NUMBER]
    months: list[int] = []
    for place, (found, month) in enumerate(hits):
        between = text[hits[place - 1][0].end() : found.start()] if place else ""
        if place and RANGE.match(between) and month > months[-1]:
            months += range(months[-1] + 1, month + 1)
        elif month not in months:
            months.append(month)
    return Named(tuple(months), year)


def settle_year(months: tuple[int, ...], *, own: int | None, title: Named, fallback: int | None) -> int | None:
    """The year of a column's months.

    The column's own year wins. Else the title's year, moved by one where the title is that of the month next door
    across New Year ("DESEMBER" under a title of January 2026 is December 2025). Else `fallback`.
    """
    if own is not None:
        return own
    if title.year is None or not title:
        return title.year or fallback
    gap = _middle(months) - _middle(title.months)
    if gap >= 10:
        return title.year - 1
    if gap <= -10:
        return title.year + 1
    return title.year


def _middle(months: tuple[int, ...]) -> float:
    return sum(months) / len(months)

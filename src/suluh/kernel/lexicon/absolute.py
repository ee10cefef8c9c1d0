"""Dates written with a day, month or year: `3 Mei 2023`, `03/05/2023`, `Mei 3, 2023`, `2023-05-03`, `Mei 2023`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from suluh.kernel.lexicon.clock import clock_time
from suluh.kernel.lexicon.reading import Found
from suluh.kernel.lexicon.words import COUNTED, PLACES, ZONES

FIRST_YEAR, LAST_YEAR = 1900, 2100
_ORDINALS = frozenset(("st", "nd", "rd", "th", "er", "º", "ª"))
_TO_MONTH = frozenset((".", "-", "/", ",", "of", "bulan", "bln", "de"))
_TO_YEAR = frozenset((",", ".", "-", "/", "tahun", "thn", "th", "of", "de", "del"))
_RANGE = frozenset(("-", "s", "d", "sd", "/", ".", "~", "&", "dan", "sampai", "hingga", "to", "dengan", "until", "and"))
_YEAR_AND_TIME = re.compile(r"(\d{4})[-.:/](\d{1,2}[.:]\d{2}(?:[.:]\d{2})?)$")

Tokens = list[str]
Months = Mapping[str, int]


def full_year(two_digits: int, now: date) -> int:
    """The year meant by two digits: up to next year it is of this century, else of the one before."""
    century = now.year - now.year % 100
    return century + two_digits if century + two_digits <= now.year + 1 else century - 100 + two_digits


def latest(month: int, day: int, now: date) -> date | None:
    """The latest such day not after `now`; 29 February looks back to a leap year."""
    for year in range(now.year, now.year - 9, -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= now:
            return found
    return None


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def from_number(tokens: Tokens, at: int, now: date, months: Months) -> Found | None:
    """A date that begins with the plain number at `at`."""
    token, count = tokens[at], len(tokens)
    if len(token) > 2:
        return _from_year(tokens, at, months) if len(token) == 4 else None
    index = at + 1
    if index < count and tokens[index] in _ORDINALS:
        index += 1
    skipped = 0
    while index < count and skipped < 2 and tokens[index] in _TO_MONTH:
        index += 1
        skipped += 1
    if index >= count:
        return None
    month = months.get(tokens[index])
    if month:
        return day_and_month(tokens, at, index, int(token), month, now, months)
    return _from_range(tokens, at, now, months)


def day_and_month(tokens: Tokens, at: int, month_at: int, day: int, month: int, now: date, months: Months) -> Found:
    """A date whose day and month have been read, the month at `month_at`; its year is looked for behind them."""
    year, end, confidence, time = _year_after(tokens, month_at + 1, now, months)
    if year == 0 or _is_place(tokens, at):
        return Found(at, end, None, "day", 0.0)
    if year is None:
        return Found(at, end, latest(month, day, now), "day", 0.6, time)
    return Found(at, end, make_day(year, month, day), "day", confidence, time)


def _from_range(tokens: Tokens, at: int, now: date, months: Months) -> Found | None:
    """The first day of `12 - 15 Mei 2023`."""
    index, count = at + 1, len(tokens)
    while index < count and index < at + 6 and tokens[index] in _RANGE:
        index += 1
    if index == at + 1 or index + 1 >= count or not tokens[index].isdigit() or len(tokens[index]) > 2:
        return None
    month = months.get(tokens[index + 1])
    if not month or not 0 < int(tokens[at]) <= int(tokens[index]):
        return None
    return day_and_month(tokens, at, index + 1, int(tokens[at]), month, now, months)


def _year_after(tokens: Tokens, at: int, now: date, months: Months) -> tuple[int | None, int, float, str | None]:
    """Year written from `at` on: (year, end, confidence, time). None: no year; 0: a number that no date has there."""
    count, index = len(tokens), at
    while index < count and index < at + 2 and tokens[index] in _TO_YEAR:
        index += 1
    if index >= count or not "0" <= tokens[index][0] <= "9":
        return _later_year(tokens, at, index) if index < count else (None, at, 0.6, None)
    token = tokens[index]
    if token.isdigit():
        if len(token) <= 2 and _leads_to_month(tokens, index, months):
            return _later_year(tokens, at, index)
        return _plain_year(tokens, at, index, now)
    glued = _YEAR_AND_TIME.match(token)
    if glued and FIRST_YEAR <= int(glued[1]) <= LAST_YEAR:
        return int(glued[1]), index + 1, 0.97, clock_time(glued[2])
    time = clock_time(token)
    if time:
        # "Sat May 6 08:30:00 WIB 2023"
        after = index + 1
        if after < count and (tokens[after] in ZONES or tokens[after] in ("gmt", "utc")):
            after += 1
        if after < count and len(tokens[after]) == 4 and tokens[after].isdigit():
            year = int(tokens[after])
            if FIRST_YEAR <= year <= LAST_YEAR:
                return year, after + 1, 0.97, time
    return None, at, 0.6, None


def _plain_year(tokens: Tokens, at: int, index: int, now: date) -> tuple[int | None, int, float, str | None]:
    token = tokens[index]
    if len(token) == 4:
        year = int(token)
        if 1500 <= year <= LAST_YEAR:
            return year, index + 1, 0.98, None
        return (None, at, 0.6, None) if token[0] == "0" else (0, index + 1, 0.0, None)
    after = tokens[index + 1] if index + 1 < len(tokens) else ""
    spoiled = after in COUNTED or after in ZONES or after in ("am", "pm") or (index > at and tokens[index - 1] == ",")
    if len(token) == 2 and not spoiled:
        return full_year(int(token), now), index + 1, 0.8, None
    return None, at, 0.6, None


def _later_year(tokens: Tokens, at: int, index: int) -> tuple[int | None, int, float, str | None]:
    """The year of `30 April - 2 Mei 2023` stands behind its second day."""
    if index > at or tokens[index] in _RANGE:
        for token in tokens[index + 2 : index + 7]:
            if len(token) == 4 and token.isdigit() and FIRST_YEAR <= int(token) <= LAST_YEAR:
                return int(token), at, 0.9, None
    return None, at, 0.6, None


def _is_place(tokens: Tokens, at: int) -> bool:
    before = at - 1
    while before >= 0 and tokens[before] in (".", ","):
        before -= 1
    return before >= 0 and tokens[before] in PLACES


def _from_year(tokens: Tokens, at: int, months: Months) -> Found | None:
    """`2023 Mei 3`, or a year that stands alone."""
    year = int(tokens[at])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    index = at + 1
    while index < len(tokens) and index < at + 2 and tokens[index] in _TO_MONTH:
        index += 1
    month = months.get(tokens[index]) if index < len(tokens) else None
    if month:
        index += 1
        if index < len(tokens) and tokens[index] in _TO_MONTH:
            index += 1
        if index < len(tokens) and tokens[index].isdigit() and len(tokens[index]) <= 2:
            return Found(at, index + 1, make_day(year, month, int(tokens[index])), "day", 0.95)
    return Found(at, at + 1, date(year, 1, 1), "year", 0.4, weak=True)


def from_month(tokens: Tokens, at: int, now: date, months: Months) -> Found | None:
    """A date that begins with the month at `at`: `Mei 3, 2023`, `Mei 2023`, or the month alone."""
    month, count, index = months[tokens[at]], len(tokens), at + 1
    while index < count and index < at + 3 and tokens[index] in _TO_YEAR:
        index += 1
    if index < count and tokens[index].isdigit():
        number = tokens[index]
        if len(number) == 4 and FIRST_YEAR <= int(number) <= LAST_YEAR:
            return Found(at, index + 1, date(int(number), month, 1), "month", 0.85)
        close = index == at + 1 or tokens[index - 1] in (".", "-", "/")
        if len(number) <= 2 and close and not _leads_to_month(tokens, index, months):
            return _month_day(tokens, at, index, month, now, months)
    ending = _range_year(tokens, index, months)
    if ending:
        return Found(at, at + 1, date(ending, month, 1), "month", 0.8)
    return Found(at, at + 1, latest(month, 1, now), "month", 0.4, weak=True)


def _leads_to_month(tokens: Tokens, at: int, months: Months) -> bool:
    after = at + 1
    while after < len(tokens) and after < at + 3 and tokens[after] in _TO_MONTH:
        after += 1
    return after < len(tokens) and tokens[after] in months


def _month_day(tokens: Tokens, at: int, day_at: int, month: int, now: date, months: Months) -> Found | None:
    day = int(tokens[day_at])
    index = day_at + 1
    if index < len(tokens) and tokens[index] in _ORDINALS:
        index += 1
    year, end, confidence, time = _year_after(tokens, index, now, months)
    if year == 0 or _is_place(tokens, at):
        return Found(at, end, None, "day", 0.0)
    if year is None:
        after = tokens[index] if index < len(tokens) else ""
        found = None if after in COUNTED else latest(month, day, now)
        return Found(at, index, found, "day", 0.55, time)
    return Found(at, end, make_day(year, month, day), "day", confidence, time)


def _range_year(tokens: Tokens, at: int, months: Months) -> int:
    """Year of `Mei - Juni 2023`, 0 where there is none."""
    index = at
    while index < len(tokens) and index < at + 5 and tokens[index] in _RANGE:
        index += 1
    if index + 1 < len(tokens) and tokens[index] in months and (index > at or tokens[at - 1] in _RANGE):
        year = tokens[index + 1]
        if len(year) == 4 and year.isdigit() and FIRST_YEAR <= int(year) <= LAST_YEAR:
            return int(year)
    return 0

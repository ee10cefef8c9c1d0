"""Dates written in figures: `03/05/2023`, `2023-05-03`, `3.5.23`. Day first unless a four-digit year leads."""

from __future__ import annotations

import re
from datetime import date

from suluh.kernel.lexicon.absolute import (
    FIRST_YEAR,
    LAST_YEAR,
    Months,
    Tokens,
    day_and_month,
    full_year,
    latest,
    make_day,
)
from suluh.kernel.lexicon.clock import clock_time
from suluh.kernel.lexicon.reading import Found
from suluh.kernel.lexicon.words import KNOWN, LABELS, NO_DATE_AFTER, WEEKDAYS

_NUMERIC = re.compile(
    r"(?:\d{1,2}-(?=\d{1,2}/\d{1,2}/\d{4}))?(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})"
    r"(?:[-.:/](\d{1,2}[.:]\d{2}(?:[.:]\d{2})?)|-\d{1,2}[./-]\d{1,2}[./-]\d{2,4})?$"
)
_SPAN = re.compile(r"(\d{1,2})-\d{1,2}/(\d{1,2})/(\d{4})$")
_DAY_SPAN = re.compile(r"(\d{1,2})[-/.](\d{1,2})$")
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])[/-](\d{4})$|(\d{4})[/-](0[1-9]|1[0-2])$")
_DAY_MONTH = re.compile(r"([0-3]\d)[/-]([01]\d)$")
_COUNTED_OR_PAID = frozenset(("%", "rupiah", "juta", "ribu", "miliar"))
_DATED = WEEKDAYS.keys() | LABELS.keys()


def day_in_figures(tokens: Tokens, at: int, now: date, months: Months) -> Found | None:
    """A date in figures at `at`: `03/05/2023`, `2023-05-03`, `3.5.23`; also the day span of `12-13 Mei 2023`."""
    token = tokens[at]
    match = _NUMERIC.match(token)
    if match is None:
        return _short_figures(tokens, at, now, months)
    first, separator, second, third = match[1], match[2], match[3], match[4]
    if len(first) == 3 or len(third) == 3 or (len(third) == 1 and len(first) < 4) or denied(tokens, at):
        return None
    time = clock_time(match[5]) if match[5] else None
    if len(first) == 4:
        good = len(third) <= 2 and FIRST_YEAR <= int(first) <= LAST_YEAR
        day = make_day(int(first), int(second), int(third)) if good else None
        return Found(at, at + 1, day, "day", 0.96, time)
    if len(third) == 4:
        day = make_day(int(third), int(second), int(first)) if 1500 <= int(third) <= LAST_YEAR else None
        return Found(at, at + 1, day, "day", 0.95, time)
    if separator != "/" and not _after_known(tokens, at):
        return None
    return Found(at, at + 1, make_day(full_year(int(third), now), int(second), int(first)), "day", 0.75, time)


def _short_figures(tokens: Tokens, at: int, now: date, months: Months) -> Found | None:
    token = tokens[at]
    span = _SPAN.match(token)
    if span:
        return Found(at, at + 1, make_day(int(span[3]), int(span[2]), int(span[1])), "day", 0.9)
    days = _DAY_SPAN.match(token)
    following = at + 1
    if days and following < len(tokens) and tokens[following] in ("-", "/"):
        following += 1
    if days and following < len(tokens) and tokens[following] in months and int(days[1]) <= int(days[2]):
        return day_and_month(tokens, at, following, int(days[1]), months[tokens[following]], now, months)
    if denied(tokens, at):
        return None
    if found := _MONTH_YEAR.match(token):
        year, month = (int(found[2]), int(found[1])) if found[1] else (int(found[3]), int(found[4]))
        if FIRST_YEAR <= year <= LAST_YEAR:
            return Found(at, at + 1, date(year, month, 1), "month", 0.5, weak=True)
    if found := _DAY_MONTH.match(token):
        return Found(at, at + 1, latest(int(found[2]), int(found[1]), now), "day", 0.4, weak=True)
    return None


def denied(tokens: Tokens, at: int) -> bool:
    """True when the words beside a number say that it is money, a version, a letter's number and the like."""
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    if after in _COUNTED_OR_PAID or (after == "/" and at + 2 < len(tokens) and tokens[at + 2] not in KNOWN):
        return True
    before = at - 1
    if before >= 0 and tokens[before] == "/" and (before == 0 or tokens[before - 1] not in _DATED):
        return True
    while before >= 0 and tokens[before] in (".", ":", "-", "#", "=", "("):
        before -= 1
    return before >= 0 and (tokens[before] in NO_DATE_AFTER or tokens[before] in ("+", "$", "©"))


def _after_known(tokens: Tokens, at: int) -> bool:
    before = tokens[at - 1] if at else "|"
    return before in KNOWN or not before[0].isalnum()

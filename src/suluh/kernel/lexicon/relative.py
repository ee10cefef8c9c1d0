"""Dates counted back from now: `3 hari yang lalu`, `sejam lalu`, `kemarin`, `Senin lalu`."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

from suluh.kernel.lexicon.reading import Found
from suluh.kernel.lexicon.words import (
    DAY,
    HOUR,
    MINUTE,
    MONTH,
    NUMBERS,
    ONE_UNIT,
    SECOND,
    UNITS,
    WEEK,
    WEEKDAYS,
    YEAR,
    word_set,
)

AGO = word_set("lalu silam ago lampau")
NEAR_DAYS = {
    "kemarin": -1, "kemaren": -1, "kmrn": -1, "yesterday": -1, "semalam": -1,
    "today": 0, "barusan": 0, "tadi": 0, "besok": 1, "esok": 1, "tomorrow": 1, "lusa": 2,
}  # fmt: skip
ANCHORS = AGO | NEAR_DAYS.keys() | {"ini", "saja", "now", "last"}
"""Words at which a relative date may be recognised."""

_YANG = frozenset(("yang", "yg"))
_TODAY_BEFORE_INI = word_set("hari pagi siang sore malam")
_SOLE_UNITS = frozenset((WEEK, MONTH, YEAR))
_EXACT = {SECOND: timedelta(seconds=1), MINUTE: timedelta(minutes=1), HOUR: timedelta(hours=1),
          DAY: timedelta(days=1), WEEK: timedelta(weeks=1)}  # fmt: skip


def back(now: datetime, amount: float, unit: str) -> datetime:
    """`amount` units before `now`; months and years keep the day, or take the last of a shorter month."""
    if unit in _EXACT:
        return now - _EXACT[unit] * amount
    months = now.year * 12 + now.month - 1 - int(amount * (12 if unit == YEAR else 1))
    year, month = divmod(months, 12)
    return now.replace(year=year, month=month + 1, day=min(now.day, monthrange(year, month + 1)[1]))


def relative(tokens: list[str], at: int, now: datetime) -> Found | None:
    """The relative date that the anchor word at `at` completes, if it does."""
    word = tokens[at]
    before = tokens[at - 1] if at else ""
    if word in AGO or (word in ("kemarin", "kemaren") and (before in UNITS or before in WEEKDAYS)):
        found = _ago(tokens, at, now)
        if found is not None or word in AGO:
            return found
    if word in NEAR_DAYS:
        return _near(tokens, at, now)
    if (word == "ini" and before in _TODAY_BEFORE_INI) or (word, before) in (("saja", "baru"), ("now", "just")):
        return _found(at - 1, at + 1, now.date())
    if word == "last" and at + 1 < len(tokens):
        return _last(tokens, at, now)
    return None


def _found(start: int, end: int, day: date) -> Found:
    return Found(start, end, day, "relative", 0.7)


def _near(tokens: list[str], at: int, now: datetime) -> Found:
    days, end = NEAR_DAYS[tokens[at]], at + 1
    after = tokens[end] if end < len(tokens) else ""
    if days == -1 and after in ("lusa", "dulu"):
        days, end = -2, end + 1
    elif tokens[at] == "tadi" and after == "malam":
        days, end = (-1 if now.hour < 18 else 0), end + 1
    return _found(at, end, now.date() + timedelta(days=days))


def _last(tokens: list[str], at: int, now: datetime) -> Found | None:
    unit = UNITS.get(tokens[at + 1])
    if unit in _SOLE_UNITS and len(tokens[at + 1]) > 2:
        return _found(at, at + 2, back(now, 1, unit).date())
    if tokens[at + 1] in WEEKDAYS and len(tokens[at + 1]) > 3:
        return _found(at, at + 2, _weekday_before(now.date(), WEEKDAYS[tokens[at + 1]]))
    return None


def _weekday_before(day: date, weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)


def _ago(tokens: list[str], at: int, now: datetime) -> Found | None:
    """Walks back from "lalu" over pairs of number and unit, so that "1 jam 20 menit yang lalu" adds up."""
    index = at - 1
    while index >= 0 and (tokens[index] in _YANG or tokens[index] == "("):
        index -= 1
    if index < 0:
        return None
    if tokens[index] == "saat" or tokens[index] == "sesaat":
        return _found(max(0, index - 1), at + 1, now.date())
    moment, start = now, at
    while index >= 0:
        step = _amount(tokens, index)
        if step is None:
            break
        amount, unit, start = step
        try:
            moment = back(moment, amount, unit)
        except (ValueError, OverflowError):
            return None
        index = start - 1
        while index > 0 and tokens[index] in (",", "dan", "and"):
            index -= 1
    if start < at:
        return _found(start, at + 1, moment.date())
    word = tokens[at - 1]
    sole = UNITS.get(word, "")
    if (sole in _SOLE_UNITS and len(word) > 2) or (sole == DAY and tokens[at] == "kemarin"):
        return _found(at - 1, at + 1, back(now, 1, sole).date())
    if word in WEEKDAYS and len(word) > 3:
        return _found(at - 1, at + 1, _weekday_before(now.date(), WEEKDAYS[word]))
    return None


def _amount(tokens: list[str], at: int) -> tuple[float, str, int] | None:
    """Number and unit that end at `at`: (amount, unit, start)."""
    word = tokens[at]
    if word in ONE_UNIT:
        return 1, ONE_UNIT[word], at
    unit = UNITS.get(word)
    if unit is None or not at:
        return None
    before = tokens[at - 1]
    if before.isdigit():
        return (int(before), unit, at - 1) if len(before) <= 4 else None
    if before == "setengah":
        return 0.5, unit, at - 1
    if before == "beberapa" and unit in (SECOND, MINUTE, HOUR):
        return 0, unit, at - 1
    return _spelled(tokens, at - 1, unit)


def _spelled(tokens: list[str], at: int, unit: str) -> tuple[float, str, int] | None:
    """A number in words that ends at `at`: `tiga`, `dua belas`, `tiga puluh`, `dua puluh lima`."""
    word = tokens[at]
    tens = at and tokens[at - 1] == "puluh" and at >= 2 and NUMBERS.get(tokens[at - 2])
    if word in NUMBERS:
        return (tens * 10 + NUMBERS[word], unit, at - 2) if tens else (NUMBERS[word], unit, at)
    count = NUMBERS.get(tokens[at - 1]) if at else None
    if count and word == "belas":
        return count + 10, unit, at - 1
    if count and word == "puluh":
        return count * 10, unit, at - 1
    return None

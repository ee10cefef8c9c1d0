"""Days from machine-written values: meta fields, JSON-LD, `datetime` attributes, addresses."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from suluh.kernel.lexicon.absolute import make_day
from suluh.kernel.lexicon.dates import read_date

EARLIEST = date(1995, 1, 1)

_ISO = re.compile(r"\s*((?:19|20)\d\d)[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?!\d)(?:[T ]+(\d{2}):?(\d{2}))?")
_LOOSE = re.compile(r"\s*((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_UTC = re.compile(r"(?:Z|[+-]00:?00|UTC|GMT)\s*$")
_EPOCH = re.compile(r"\s*(\d{10})(?:\d{3})?\s*$")
_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)")
_YEAR = r"((?:19[89]|20[0-4])\d)"
_MONTH = r"(0?[1-9]|1[0-2])"
_MONTH_2 = r"(0[1-9]|1[0-2])"
_DAY_2 = r"(0[1-9]|[12]\d|3[01])"
_DAY = r"(0?[1-9]|[12]\d|3[01])"
_PATH_DAY = re.compile(rf"(?<!\d){_YEAR}/{_MONTH}/{_DAY}(?=/|$|[-_.])|(?<!\d){_YEAR}[-_.]{_MONTH_2}[-_.]{_DAY_2}(?!\d)")
_PATH_COMPACT = re.compile(rf"(?<![\da-zA-Z]){_YEAR}{_MONTH_2}{_DAY_2}(?!\d)")
_PATH_WORD = re.compile(
    rf"/{_YEAR}/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/{_DAY}(?=/|$|-)", re.IGNORECASE
)
_PATH_DAY_FIRST = re.compile(rf"(?<!\d){_DAY_2}[-_]{_MONTH_2}[-_]{_YEAR}(?!\d)")
_PATH_MONTH = re.compile(rf"/{_YEAR}[/-]?{_MONTH_2}(?=/|$)")
_SHORT_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Stamp(NamedTuple):
    """A day from a machine-written value; `utc_hour` is set where the time is given in UTC."""

    day: date
    utc_hour: int | None = None


def latest_allowed(now: datetime) -> date:
    """A publication is never dated later than tomorrow: clocks and zones differ by a day at most."""
    return now.date() + timedelta(days=1)


def read_stamp(value: object, now: datetime) -> Stamp | None:
    """The day in a machine-written value: ISO first, then seconds since 1970, then what a reader would see."""
    text = str(value) if isinstance(value, (str, int, float)) else ""
    found = _ISO.match(text)
    if found:
        day = make_day(int(found[1]), int(found[2]), int(found[3]))
        hour = int(found[4]) if found[4] and _UTC.search(text) else None
        return _allowed(day, now, hour)
    if found := _LOOSE.match(text):
        return _allowed(make_day(int(found[1]), int(found[2]), int(found[3])), now)
    if found := _EPOCH.match(text):
        return _allowed(datetime.fromtimestamp(int(found[1]), UTC).date(), now)
    if not text or len(text) > 80:
        return None
    if (found := _FIGURES.search(text)) and int(found[2]) > 12:
        return _allowed(make_day(int(found[3]), int(found[1]), int(found[2])), now)
    reading = read_date(text, now)
    return _allowed(reading.date, now) if reading.precision == "day" and reading.confidence > 0.6 else None


def _allowed(day: date | None, now: datetime, utc_hour: int | None = None) -> Stamp | None:
    return Stamp(day, utc_hour) if day and EARLIEST <= day <= latest_allowed(now) else None


def address_day(url: str, now: datetime) -> date | None:
    """The full day that an address carries, as in `/2023/05/03/judul`."""
    path = unquote(urlsplit(url).path)
    for pattern, order in ((_PATH_DAY, "ymd"), (_PATH_WORD, "ywd"), (_PATH_COMPACT, "ymd"), (_PATH_DAY_FIRST, "dmy")):
        found = pattern.search(path)
        if found:
            first, second, third = (group for group in found.groups() if group)
            if order == "dmy":
                first, third = third, first
            month = _SHORT_MONTHS.index(second[:3].lower()) + 1 if order == "ywd" else int(second)
            stamp = _allowed(make_day(int(first), month, int(third)), now)
            return stamp.day if stamp else None
    return None


def address_month(url: str) -> tuple[int, int] | None:
    """Year and month that an address carries, as in `/2023/05/judul`."""
    found = _PATH_MONTH.search(urlsplit(url).path)
    return (int(found[1]), int(found[2])) if found else None

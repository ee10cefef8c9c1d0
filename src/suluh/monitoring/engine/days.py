"""The printed day of a publication from the machine dates of feeds, APIs and attributes, and from visible words."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from suluh.kernel.lexicon import read_date

WIB = timezone(timedelta(hours=7))
_EASTERNMOST = timezone(timedelta(hours=9))
_ISO = re.compile(r"^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$")
_EPOCH = re.compile(r"^1[0-9]{9}(?:[0-9]{3})?$")
_COARSE = re.compile(r"bulan|minggu|pekan|tahun|month|week|year", re.I)
"""Units in which "3 bulan yang lalu" is too rough to be a day: the article itself must say it."""


class Day(NamedTuple):
    """A day as printed for the reader, how exactly it is known (`day|month|year|relative`) and how surely (0–1)."""

    day: date
    precision: str = "day"
    confidence: float = 1.0


def local_today(now: datetime) -> date:
    """The latest day that has begun anywhere in Indonesia; a publication cannot be later."""
    return now.astimezone(_EASTERNMOST).date()


def machine_day(text: str) -> Day | None:
    """The day of an RFC 822, ISO 8601 or epoch time.

    A time in UTC is moved to WIB, since that is what the site prints; one with an own offset is taken as written.
    """
    words = text.strip()
    moment = _iso(words) or _epoch(words) or _rfc822(words)
    if moment is None:
        return None
    if moment.tzinfo is not None and not moment.utcoffset():
        moment = moment.astimezone(WIB)
    return Day(moment.date()) if 1995 <= moment.year <= 2100 else None


def _iso(words: str) -> datetime | None:
    if not _ISO.match(words):
        return None
    try:
        return datetime.fromisoformat(words.replace(" +", "+").replace("Z", "+00:00"))
    except ValueError:
        return None


def _epoch(words: str) -> datetime | None:
    if not _EPOCH.match(words):
        return None
    return datetime.fromtimestamp(int(words[:10]), WIB)


def _rfc822(words: str) -> datetime | None:
    if not words[-1:].isalnum() or words.count(":") == 0:
        return None
    try:
        return parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError):
        return None


def visible_day(text: str, now: datetime) -> Day | None:
    """The day that visible words name, or None."""
    read = read_date(text, now.astimezone(WIB))
    if read.date is None:
        return None
    if read.precision == "relative" and _COARSE.search(text):
        return Day(read.date, "month", min(read.confidence, 0.4))
    return Day(read.date, read.precision or "day", read.confidence)


def any_day(text: str, now: datetime) -> Day | None:
    """A machine date where it is one, else what the words say."""
    return machine_day(text) or visible_day(text, now)

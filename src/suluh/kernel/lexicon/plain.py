"""The commonest strings at a fraction of the cost: one full date, no other figures but its time.

Whatever is not plain is left to the reader in `dates`, and both give the same reading.
"""

from __future__ import annotations

import re
from datetime import date

from suluh.kernel.lexicon.absolute import FIRST_YEAR, LAST_YEAR, full_year, latest, make_day
from suluh.kernel.lexicon.reading import DateReading
from suluh.kernel.lexicon.relative import ANCHORS
from suluh.kernel.lexicon.words import AFTERNOON, COUNTED, LABELS, MONTHS, NO_DATE_AFTER, PLACES, ZONES

_TIME = r"((?:[01]?|2(?=[0-3]))[0-9])[.:]([0-5][0-9])(?:[.:][0-5][0-9])?"
_DAY_FIRST = re.compile(
    r"([^0-9&<(+]*)([0-9]{1,2})([ /.-])"
    r"(?:([a-z]{3,9})(?:\3'?([0-9]{4}|[0-9]{2}))?|([0-9]{1,2})\3([0-9]{4}))(?![0-9a-z:])"
    rf"(?:(?:[ ,|-]|pukul|pkl|jam|\.)*[ ,|-]{_TIME}(?![0-9.:]) ?(wib|wita|wit|\+[0-9]{{2}}:?[0-9]{{2}})?\b)?"
    r"([^0-9&<(+]*)"
)
_ISO = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?:[t ]([01][0-9]|2[0-3]):([0-5][0-9])(?::[0-9]{2}(?:\.[0-9]+)?)?([+-][0-9]{2}:[0-9]{2})?)?"
)
_WORDS = re.compile(r"[a-z]+")
_NOT_PLAIN = (
    ANCHORS | MONTHS.keys() | NO_DATE_AFTER | PLACES | AFTERNOON.keys() | COUNTED | ZONES.keys() | {"gmt", "utc"}
) - {"minggu", "hari"}


def plain_date(text: str, now: date) -> DateReading | None:
    """The reading of a plain string, None for one that needs a closer look."""
    text = text.strip().lower().replace("\u00a0", " ")
    if text[4:5] == "-":
        return _iso(text)
    match = _DAY_FIRST.fullmatch(text)
    if match is None:
        return None
    before, day, _, word, word_year, month_number, year, hour, minute, zone, after = match.groups()
    label = None
    if before or after:
        words = _WORDS.findall(before)
        if (before and before[-1] not in " ,|:") or not _NOT_PLAIN.isdisjoint(words):
            return None
        if after and not _NOT_PLAIN.isdisjoint(_WORDS.findall(after)):
            return None
        for one in words:
            label = LABELS.get(one, label)
    found, confidence = _day(day, MONTHS.get(word, 0) if word else int(month_number), word_year or year, now)
    if found is None:
        return None
    offset = ZONES.get(zone) or f"{zone[:3]}:{zone[-2:]}" if zone else None
    return DateReading(found, f"{hour:0>2}:{minute}" if hour else None, offset, "day", confidence, label)


def _day(day: str, month: int, year: str | None, now: date) -> tuple[date | None, float]:
    if not month:
        return None, 0.0
    if year is None:
        return latest(month, int(day), now), 0.6
    number = int(year)
    if len(year) == 2:
        return make_day(full_year(number, now), month, int(day)), 0.8
    return (make_day(number, month, int(day)) if FIRST_YEAR <= number <= LAST_YEAR else None), 0.98


def _iso(text: str) -> DateReading | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, offset = match.groups()
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        return None
    return DateReading(found, f"{hour}:{minute}" if hour else None, offset, "day", 0.98)

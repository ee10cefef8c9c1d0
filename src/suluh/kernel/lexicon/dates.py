"""Reads the dates that Indonesian sites print for their readers. Day first, always."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from itertools import pairwise

from suluh.kernel.lexicon.absolute import from_month, from_number
from suluh.kernel.lexicon.clock import time_beside, zone_within
from suluh.kernel.lexicon.figures import day_in_figures
from suluh.kernel.lexicon.plain import plain_date
from suluh.kernel.lexicon.reading import NOTHING, DateReading, Found
from suluh.kernel.lexicon.relative import ANCHORS, relative
from suluh.kernel.lexicon.tokens import tokens_of
from suluh.kernel.lexicon.words import KNOWN, LABEL_RANK, LABELS, MARKET_DAYS, MONTHS, WEEKDAYS

_LABEL_REACH = 12
_ENOUGH = 8
_OTHER_MEANING = frozenset("%$©®€+")


def read_date(text: str, now: datetime) -> DateReading:
    """The date that a visible string names: the one labelled as publication, else the first.

    `now` anchors relative forms and dates without a year, in its own zone. Money, telephone and identity numbers,
    versions, articles of law, addresses, times alone and impossible dates give an empty reading.
    """
    plain = plain_date(text, now.date())
    if plain is not None:
        return plain
    tokens = tokens_of(text)
    found = _find(tokens, now, MONTHS)
    if not found:
        return NOTHING
    return _reading(tokens, *_chosen(tokens, found))


def read_dates(text: str, now: datetime, months: Mapping[str, int] = MONTHS) -> list[DateReading]:
    """Every date that a visible string names, in order, each with its label. `months` may name another table."""
    tokens = tokens_of(text)
    found = _find(tokens, now, months)
    ends = [0, *(one.end for one in found)]
    return [_reading(tokens, one, _label(tokens, one, end)) for one, end in zip(found, ends, strict=False)]


def _find(tokens: list[str], now: datetime, months: Mapping[str, int]) -> list[Found]:
    """Walks the tokens once; what has been read as part of one date is not looked at again."""
    found: list[Found] = []
    today = now.date()
    at, count = 0, len(tokens)
    while at < count:
        token = tokens[at]
        if "0" <= token[0] <= "9":
            one = (from_number if token.isdigit() else day_in_figures)(tokens, at, today, months)
        elif token in months:
            one = from_month(tokens, at, today, months)
        elif token in ANCHORS:
            one = relative(tokens, at, now)
        else:
            at += 1
            continue
        if one is None:
            at += 1
            continue
        if one.day is not None and not (one.weak and not _alone(tokens, one)):
            found.append(one)
            if len(found) >= _ENOUGH:
                break
        at = max(one.end, at + 1)
    return found


def _alone(tokens: list[str], one: Found) -> bool:
    """True when nothing stands beside a month or a year but words that belong to dates."""
    for at, token in enumerate(tokens):
        if one.start <= at < one.end or token in KNOWN:
            continue
        if token[0].isalnum() or token in _OTHER_MEANING:
            return False
    return True


def _chosen(tokens: list[str], found: list[Found]) -> tuple[Found, str | None]:
    first = found[0]
    label = _label(tokens, first, 0)
    if len(found) == 1:
        return first, label
    labelled = [(first, label)]
    labelled += [(one, _label(tokens, one, before.end)) for before, one in pairwise(found)]
    best = max(labelled, key=lambda pair: LABEL_RANK.get(pair[1] or "", 0))
    second = found[1]
    # "Hari ini, Rabu 3 Mei 2023" names one day twice; the exact one counts.
    if (
        best[0] is first
        and first.precision == "relative"
        and second.precision == "day"
        and _touch(tokens, first, second)
    ):
        return second, label
    return best


def _touch(tokens: list[str], first: Found, second: Found) -> bool:
    between = tokens[first.end : second.start]
    return all(
        token in WEEKDAYS or token in MARKET_DAYS or token in (",", ":", "-", "(", "/", "tanggal") for token in between
    )


def _label(tokens: list[str], one: Found, since: int) -> str | None:
    """What the text calls a date: the nearest label word before it, or one in brackets behind it."""
    end = one.end
    if end + 1 < len(tokens) and tokens[end] == "(" and tokens[end + 1] in LABELS:
        return LABELS[tokens[end + 1]]
    for at in range(one.start - 1, max(since, one.start - _LABEL_REACH) - 1, -1):
        label = LABELS.get(tokens[at])
        if label:
            return label
    return None


def _reading(tokens: list[str], one: Found, label: str | None) -> DateReading:
    time, offset = one.time, None
    if time:
        offset = zone_within(tokens, one.start, one.end)
    elif one.start or one.end < len(tokens):
        time, offset = time_beside(tokens, one.start, one.end)
    return DateReading(one.day, time, offset, one.precision, one.confidence, label)

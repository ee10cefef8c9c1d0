"""Times of day and zones beside a date."""

from __future__ import annotations

import re

from suluh.kernel.lexicon.words import AFTERNOON, CLOCK_WORDS, COUNTED, WEEKDAYS, ZONES, word_set

_TIME = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)(?:[.:]([0-5]\d)(?:\.\d+)?)?(-\d{1,2}(?:[.:]?\d\d)?(?:[.:]\d\d)?)?$")
_OFFSET = re.compile(r"(0\d|1[0-4]):?([034][05])$|(\d{1,2})$")
_BESIDE = (
    word_set(", | - · • / ( ) @ . ; : [ ] ~ » « # pada hari tanggal tgl t on date") | CLOCK_WORDS | WEEKDAYS.keys()
)
_FIGURE_MARKS = frozenset("+%$€")
_REACH = 6


def clock_time(token: str) -> str | None:
    """`HH:MM` of a token such as `08.30`, `8:30:15` or `08.00-16.00`, else None."""
    found = _TIME.match(token)
    if not found or found[1] == "24":
        return None
    return f"{found[1]:0>2}:{found[2]}"


def time_beside(tokens: list[str], start: int, end: int) -> tuple[str | None, str | None]:
    """Time and zone written after the date at `start:end`, or else directly before it."""
    at = end
    for token in tokens[end : end + _REACH]:
        if "0" <= token[0] <= "9":
            return _read_time(tokens, at)
        if token not in _BESIDE and (token[0].isalnum() or token in _FIGURE_MARKS):
            break
        at += 1
    return _time_before(tokens, start) if start else (None, None)


def _time_before(tokens: list[str], start: int) -> tuple[str | None, str | None]:
    at = start - 1
    stop = max(-1, start - 1 - _REACH)
    while at > stop and (tokens[at] in _BESIDE or tokens[at] in ZONES or tokens[at] in AFTERNOON):
        at -= 1
    if at <= stop or (":" not in tokens[at] and "." not in tokens[at]):
        return None, None
    return _read_time(tokens, at)


def _read_time(tokens: list[str], at: int) -> tuple[str | None, str | None]:
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    if token.isdigit():
        named = len(token) <= 2 and int(token) < 24 and at and tokens[at - 1] in CLOCK_WORDS
        half = after in AFTERNOON or after in ZONES
        if not named and not (half and len(token) <= 2 and int(token) < 24):
            return None, None
        time = f"{token:0>2}:00"
    else:
        found = clock_time(token)
        if found is None or after in COUNTED:
            return None, None
        time = found
    if after in AFTERNOON:
        time = _half_day(time, after)
        at += 1
    return time, zone_after(tokens, at, token)


def zone_within(tokens: list[str], start: int, end: int) -> str | None:
    """A zone named inside the date itself (`Sat May 6 08:30:00 WIB 2023`) or directly after it."""
    return next((ZONES[token] for token in tokens[start : end + 2] if token in ZONES), None)


def _half_day(time: str, word: str) -> str:
    hour = int(time[:2])
    if word == "am" and hour == 12:
        return "00" + time[2:]
    return f"{hour + 12:02}{time[2:]}" if 1 <= hour <= AFTERNOON[word] else time


def zone_after(tokens: list[str], at: int, token: str) -> str | None:
    """Offset written after the time at `at`: a zone's name, `+07:00`, `GMT+7` or `Z`."""
    for index in range(at + 1, min(len(tokens), at + 6)):
        word = tokens[index]
        if word in ZONES:
            return ZONES[word]
        if word in ("+", "-") and index + 1 < len(tokens):
            offset = _OFFSET.match(tokens[index + 1])
            if not offset:
                return None
            hours, minutes = (offset[3], "00") if offset[3] else (offset[1], offset[2])
            return f"{word}{hours:0>2}:{minutes}"
        if word == "z":
            return "+00:00"
        if word not in ("(", "gmt", "utc", "-", "sampai", "hingga", "s", "d", "/", "sd", "."):
            plain = tokens[index - 1] in ("gmt", "utc")
            return "+00:00" if plain else (_other_end(tokens, index) if "0" <= word[0] <= "9" else None)
    tail = _TIME.match(token)
    if tail and tail[3] and tail[4] and (offset := _OFFSET.match(tail[4][1:])) and offset[1]:
        return f"-{offset[1]}:{offset[2]}"
    return "+00:00" if tokens[-1] in ("gmt", "utc") and len(tokens) == at + 2 else None


def _other_end(tokens: list[str], at: int) -> str | None:
    """Zone behind the second time of a span such as `08.00 - 10.00 WIB`."""
    return ZONES.get(tokens[at + 1]) if at + 1 < len(tokens) and clock_time(tokens[at]) else None

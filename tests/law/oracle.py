"""An independent oracle of due dates: nothing is counted, the n-th entry of a written-out list of working days is read.

It shares nothing with the engine: free days come from the `holidays` package itself, a due date is the n-th working day
behind the start in the list of all of them, and a holiday or a pause is a day that is missing from the list.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from holidays.countries.indonesia import Indonesia

from suluh.project.cli.deadline import answer

LENGTHS = {
    "CHK": 3, "FIX": 3, "ANS": 10, "REJ": 10, "EXT": 7, "OBJ": 30, "SUP": 30, "DSP": 14, "KI1": 14, "KI2": 100,
    "CRT": 14, "LPR": 3, "EXP": -30,
}  # fmt: skip
"""Working days by clock, typed from the law; a negative number counts back."""


@dataclass(frozen=True)
class Case:
    """What a line adds to the national calendar, as days after its start: single holidays and a pause."""

    extra: tuple[int, ...] = ()
    pause: tuple[int, int] | None = None


CASES = (
    Case(),
    Case(extra=(1,)),
    Case(extra=(0, 3, 4)),
    Case(extra=(-9, 12, 45)),
    Case(pause=(2, 2)),
    Case(pause=(5, 19)),
    Case(extra=(1, 2, 8, 15, 16), pause=(3, 9)),
    Case(extra=(-20, -3), pause=(-12, -6)),
)


@cache
def usual() -> list[date]:
    """Every working day of the years around, in order."""
    free = set(Indonesia(years=range(2023, 2030), categories=("public", "government")))
    first, last = date(2023, 1, 1).toordinal(), date(2029, 12, 31).toordinal()
    days = map(date.fromordinal, range(first, last + 1))
    return [day for day in days if day.isoweekday() not in (6, 7) and day not in free]


def due(code: str, start: date, extra: Sequence[date], pause: tuple[date, date] | None) -> date:
    """The due date by the list."""
    missing = set(extra)
    if pause is not None:
        missing |= {pause[0] + timedelta(days=number) for number in range((pause[1] - pause[0]).days + 1)}
    length = LENGTHS[code]
    if length > 0:
        at = bisect_right(usual(), start)
        return [day for day in usual()[at : at + length + len(missing)] if day not in missing][length - 1]
    at = bisect_left(usual(), start)
    return [day for day in usual()[at + length - len(missing) : at] if day not in missing][length]


def lines(first: date, last: date, cases: Sequence[Case]) -> Iterator[tuple[str, date]]:
    """Each line of the command with the due date that the oracle gives."""
    for number in range((last - first).days + 1):
        start = first + timedelta(days=number)
        for case in cases:
            extra = [start + timedelta(days=one) for one in case.extra]
            pause = case.pause and (start + timedelta(days=case.pause[0]), start + timedelta(days=case.pause[1]))
            for code in LENGTHS:
                line = {
                    "clock": code,
                    "start": start.isoformat(),
                    "extra_holidays": [day.isoformat() for day in extra],
                    "pauses": [[day.isoformat() for day in pause]] if pause else [],
                }
                yield json.dumps(line), due(code, start, extra, pause)


def compare(first: date, last: date, cases: Sequence[Case]) -> tuple[int, int]:
    """How many lines were compared, and how many of the command's answers differ."""
    compared = wrong = 0
    for line, expected in lines(first, last, cases):
        compared += 1
        wrong += answer(line, 1)["due"] != expected.isoformat()
    return compared, wrong

"""Weeks as values: the compact string of a site's weeks, and the Mondays they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

UNWATCHED = "x"
Week = int | None
"""Items published in a week, None where nobody watched."""

_COUNTED: dict[str, Week] = {UNWATCHED: None, **{str(count): count for count in range(10)}}

WeekTable = NDArray[np.uint8]
"""Characters of week strings: one row a site, one column a week, the oldest first."""


def monday_of(day: date) -> date:
    """Monday of the week that holds the day."""
    return day - timedelta(days=day.weekday())


def mondays_until(last: date, count: int) -> list[date]:
    """The Mondays of `count` weeks, oldest first, the last being the week of `last`."""
    end = monday_of(last)
    return [end - timedelta(weeks=count - 1 - place) for place in range(count)]


def align(marks: str, first: date | None, *, last: date, count: int) -> str:
    """A week string cut or filled with "x" so that it ends in the week of `last` and has `count` characters.

    Args:
        marks: one character a week, oldest first: 0-9 items (9 = nine or more), x = not observed.
        first: Monday of the first character; None means the string ends in the week of `last`.
        last: any day of the week that shall stand at the right.
        count: weeks wanted.
    """
    if first is not None and marks:
        late = _weeks_late(first, len(marks), last)
        marks = marks + UNWATCHED * late if late >= 0 else marks[:late]
    return marks[-count:].rjust(count, UNWATCHED)


@lru_cache(maxsize=4096)
def _weeks_late(first: date, length: int, last: date) -> int:
    """Weeks between the end of a string and the week of `last`; ten thousand sites share a handful of answers."""
    return (monday_of(last) - first - timedelta(weeks=length - 1)).days // 7


def counts(marks: str) -> list[Week]:
    """A week string as numbers."""
    return [_COUNTED[mark] for mark in marks]


def active(marks: str) -> int:
    """How many of the weeks have an item."""
    return len(marks) - marks.count("0") - marks.count(UNWATCHED)


def week_table(rows: Sequence[str], count: int) -> WeekTable:
    """Rows that all have `count` characters, as one table."""
    return np.frombuffer("".join(rows).encode("ascii"), dtype=np.uint8).reshape(len(rows), count)


def align_together(joined: str, rows: int, first: date | None, *, last: date, count: int) -> WeekTable:
    """What `align` does, for many sites at once whose strings are equally long and begin in the same week.

    Args:
        joined: the strings, one after the other; empty when the sites have none.
        rows: how many sites.
        first: Monday of the first character of each; None means they end in the week of `last`.
        last: any day of the week that shall stand at the right.
        count: weeks wanted.
    """
    known = np.frombuffer(joined.encode("ascii"), dtype=np.uint8).reshape(rows, -1 if joined else 0)
    late = _weeks_late(first, known.shape[1], last) if first is not None and joined else 0
    known = known[:, :late] if late < 0 else np.pad(known, ((0, 0), (0, late)), constant_values=ord(UNWATCHED))
    known = known[:, -count:]
    return np.pad(known, ((0, 0), (count - known.shape[1], 0)), constant_values=ord(UNWATCHED))


def published_each_week(table: WeekTable) -> list[tuple[int, int]]:
    """For each week: how many sites published, and how many were watched."""
    watched = (table != ord(UNWATCHED)).sum(axis=0)
    lit = watched - (table == ord("0")).sum(axis=0)
    return list(zip(lit.tolist(), watched.tolist(), strict=True))


def silent_throughout(table: WeekTable) -> int:
    """How many sites were watched in every week of the table and had nothing."""
    return int((table == ord("0")).all(axis=1).sum())


def median_each_week(table: WeekTable) -> list[Week]:
    """Lower median of the items in each week over the sites that were watched in it."""
    return [_median(column) for column in table.T]


def _median(column: NDArray[np.uint8]) -> Week:
    watched = np.sort(column[column != ord(UNWATCHED)])
    return int(watched[(len(watched) - 1) // 2]) - ord("0") if len(watched) else None

"""Which days are free in Indonesia, and how sure that is. The bundled table is a seed that an officer may overrule."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from importlib.resources import files

FIVE_DAYS = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """Free days with their reasons. `tentative` are free days that may still move; `version` names the source.

    `confirmed` are years whose joint decree (SKB 3 Menteri) is known; a span touching another year is an estimate.
    `week` is the number of working days in a week, from Monday: 5, or 6 for units that also work on Saturdays.
    """

    version: str
    free: Mapping[date, str]
    confirmed: frozenset[int] = frozenset()
    tentative: frozenset[date] = frozenset()
    pauses: tuple[tuple[date, date, str], ...] = field(default=())
    week: int = FIVE_DAYS

    def reason(self, day: date) -> str | None:
        """Why a day of the working week does not count; None when it is a working day. Weekends have none here."""
        if day in self.free:
            return self.free[day]
        return next((why for begin, end, why in self.pauses if begin <= day <= end), None)

    def works(self, day: date) -> bool:
        """True for a day of the working week that is no holiday, no cuti bersama and not inside a pause."""
        return day.weekday() < self.week and self.reason(day) is None

    def with_days(self, days: Iterable[date], why: str = "Libur tambahan") -> Calendar:
        """The same calendar with more free days; days that were free keep their reason."""
        return replace(self, free=dict.fromkeys(days, why) | dict(self.free))

    def with_pauses(self, pauses: Iterable[tuple[date, date]], why: str = "Jeda") -> Calendar:
        """The same calendar with stretches that do not count, both ends included."""
        return replace(self, pauses=(*self.pauses, *((begin, end, why) for begin, end in pauses)))

    def is_estimate(self, first: date, last: date) -> bool:
        """True when a span touches a year without a joint decree, or a free day that may still move."""
        years = range(first.year, last.year + 1)
        return any(year not in self.confirmed for year in years) or any(first <= day <= last for day in self.tentative)


@cache
def national_calendar() -> Calendar:
    """National holidays and cuti bersama, from the bundled table (`seed.py` writes it)."""
    data = json.loads(files("suluh.kernel.workdays").joinpath("indonesia.json").read_text(encoding="utf-8"))
    return Calendar(
        version=data["version"],
        free={date.fromisoformat(day): why for day, why in data["free"].items()},
        confirmed=frozenset(data["confirmed"]),
        tentative=frozenset(date.fromisoformat(day) for day in data["tentative"]),
    )

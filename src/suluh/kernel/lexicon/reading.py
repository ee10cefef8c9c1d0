"""What a visible date string says."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class DateReading(NamedTuple):
    """A date as printed for a reader; `date` is None where the text names none.

    `precision` is day, month, year or relative; a month or a year alone gives its first day. `time` is `HH:MM` and
    `utc_offset` as `+07:00`, each only where written. `confidence` is 0–1. `label` says what the text calls the date:
    published, made, updated, event, or None.
    """

    date: date | None = None
    time: str | None = None
    utc_offset: str | None = None
    precision: str | None = None
    confidence: float = 0.0
    label: str | None = None


class Found(NamedTuple):
    """A date inside a list of tokens, from `start` up to `end`."""

    start: int
    end: int
    day: date | None
    precision: str
    confidence: float
    time: str | None = None
    weak: bool = False


NOTHING = DateReading()

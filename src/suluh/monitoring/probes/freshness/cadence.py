"""How steadily a site publishes: the gap between posts, the longest silence, the weeks with a post."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

WINDOW = 365
WEEK = 7


@dataclass(frozen=True, slots=True)
class Cadence:
    """Rhythm of a year's publications. Gaps and silences are days; the silence counts up to today."""

    posts: int
    last_post: date | None
    median_gap: float | None
    longest_silence: int | None
    active_weeks: int
    weeks: int = WINDOW // WEEK

    def as_data(self) -> dict[str, object]:
        """The figures as JSON-able values."""
        return asdict(self) | {"last_post": self.last_post.isoformat() if self.last_post else None}


def cadence(days: Iterable[date], today: date) -> Cadence:
    """Rhythm of the publications of the 365 days up to today; days to come are not counted.

    `median_gap` is None with fewer than two days of publication, `longest_silence` with none. Active weeks are
    seven-day weeks counted back from today.
    """
    known = sorted(day for day in days if timedelta(0) <= today - day < timedelta(days=WINDOW))
    if not known:
        return Cadence(0, None, None, None, 0)
    distinct = sorted(set(known))
    gaps = [(after - before).days for before, after in pairwise(distinct)]
    weeks = {(today - day).days // WEEK for day in known}
    return Cadence(
        posts=len(known),
        last_post=known[-1],
        median_gap=float(median(gaps)) if gaps else None,
        longest_silence=max([*gaps, (today - distinct[-1]).days]),
        active_weeks=len(weeks & set(range(WINDOW // WEEK))),
    )

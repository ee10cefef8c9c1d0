"""National and international days by date."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Kept:
    """A day that is kept, and by whose word."""

    name: str
    source: str
    mourning: bool = False


def national_on(day: date) -> tuple[Kept, ...]:
    """What the country or the world keeps on a day."""
    return _table().get((day.month, day.day), ())


@cache
def _table() -> dict[tuple[int, int], tuple[Kept, ...]]:
    text = files("suluh.newsroom").joinpath("data/observances.toml").read_text(encoding="utf-8")
    found: dict[tuple[int, int], tuple[Kept, ...]] = {}
    for row in tomllib.loads(text)["day"]:
        key = (row["month"], row["day"])
        found[key] = (*found.get(key, ()), Kept(row["name"], row["source"]))
    return found

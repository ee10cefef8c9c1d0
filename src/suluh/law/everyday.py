"""Everyday words for what the law and the list call otherwise: people ask for "gaji", titles say "tunjangan"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from suluh.law.versions import read_data


@dataclass(frozen=True, slots=True)
class Everyday:
    """Phrases that stand for each other when somebody searches, and the mandatory items they are mostly about."""

    phrases: tuple[str, ...]
    codes: tuple[str, ...] = ()


@cache
def everyday() -> tuple[Everyday, ...]:
    """Every group of phrases."""
    return tuple(
        Everyday(tuple(dict.fromkeys((*row["say"], *row["mean"]))), tuple(row.get("codes", ())))
        for row in read_data("everyday")["group"]
    )

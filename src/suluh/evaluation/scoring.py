"""Scores with their uncertainty, and ranks that do not pretend to more than the data say. Pure arithmetic.

A score counts n of m observations. Its 90 % interval is that of Agresti and Coull (1998, "Approximate is better than
exact") for each criterion; a weighted sum takes the weighted variances together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Generic, TypeVar

from .instrument import Criterion

T = TypeVar("T")

Z90 = 1.6448536269514722
"""Normal quantile of a two-sided 90 % interval."""

LEAST_OBSERVATIONS = 8
LEAST_DAYS = 28
LEAST_WEIGHT = 0.6
"""Share of the instrument that must have been observed: a site that could not be read is not ranked by the rest."""


@dataclass(frozen=True, slots=True)
class Count:
    """n good of m observations; with marks 0/1/2 a half mark counts one half."""

    n: float
    m: float


@dataclass(frozen=True, slots=True)
class Score:
    """Share of what was looked for and found, 0 to 100, with its 90 % interval."""

    value: float
    low: float
    high: float
    n: float
    m: float
    enough: bool


@dataclass(frozen=True, slots=True)
class Ranked(Generic[T]):
    """A scored thing with its shared rank."""

    rank: int
    shared: bool
    item: T
    score: Score


def score(*, counts: Mapping[str, Count], criteria: Sequence[Criterion], observations: int, days: int) -> Score:
    """Weigh the counts of one unit.

    Args:
        counts: by criterion code; a criterion without observations is left out and the others weigh more.
        criteria: the instrument's lines.
        observations: visits in the period.
        days: days between the first and the last of them.
    """
    seen = [(line, counts[line.code]) for line in criteria if line.code in counts and counts[line.code].m > 0]
    total = sum(line.weight for line, _ in seen)
    watched = observations >= LEAST_OBSERVATIONS and days >= LEAST_DAYS
    enough = watched and total >= LEAST_WEIGHT * sum(line.weight for line in criteria)
    if not total:
        return Score(0.0, 0.0, 0.0, 0, 0, enough=False)
    value = centre = variance = 0.0
    for line, count in seen:
        weight = line.weight / total
        value += weight * count.n / count.m
        size = count.m + Z90**2
        share = (count.n + Z90**2 / 2) / size
        centre += weight * share
        variance += weight**2 * share * (1 - share) / size
    half = Z90 * sqrt(variance)
    return Score(
        value=100 * value,
        low=100 * max(0.0, min(centre - half, value)),
        high=100 * min(1.0, max(centre + half, value)),
        n=sum(count.n for _, count in seen),
        m=sum(count.m for _, count in seen),
        enough=enough,
    )


def ranking(scored: Iterable[tuple[T, Score]]) -> list[Ranked[T]]:
    """Rank by the lower bound; who cannot be told from the first of a rank shares it. Too little data is not ranked."""
    order = sorted((pair for pair in scored if pair[1].enough), key=lambda pair: (-pair[1].low, -pair[1].value))
    groups: list[list[tuple[T, Score]]] = []
    for pair in order:
        if groups and pair[1].high >= groups[-1][0][1].low:
            groups[-1].append(pair)
        else:
            groups.append([pair])
    ranked: list[Ranked[T]] = []
    for group in groups:
        rank = len(ranked) + 1
        ranked += [Ranked(rank, len(group) > 1, item, result) for item, result in group]
    return ranked

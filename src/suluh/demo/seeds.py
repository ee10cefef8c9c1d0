"""Chance that repeats: every choice of the demo is drawn from a seed and a path of names."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


def draw(*path: object) -> Random:
    """A generator that depends on `path` alone, in any process and in any order of calls."""
    return Random("/".join(map(str, path)))  # noqa: S311 - the demo wants repeatable chance, not secrecy


def weighted(chance: Random, options: Sequence[tuple[T, float]]) -> T:
    """One of the options, in proportion to its weight."""
    return chance.choices([option for option, _ in options], [weight for _, weight in options])[0]


def spread(chance: Random, low: float, high: float) -> float:
    """A number between the two, evenly."""
    return low + (high - low) * chance.random()

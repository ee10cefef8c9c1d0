"""Measure socket: a number about a unit in a period, with its proof."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from suluh.organization.models import Person, Unit

from .registry import Registry


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included, in the government's zone."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class MeasureValue:
    """What was measured: `good` of `observed` looks, or a plain `value` where there is nothing to count.

    A unit that was not observed has no MeasureValue at all, which is not zero.
    """

    good: float = 0.0
    observed: float = 0.0
    value: float | None = None
    evidence: tuple[str, ...] = ()
    """Addresses of pages that prove it."""


Compute = Callable[[Sequence[Unit], Period], Mapping[int, MeasureValue]]
"""Values by unit id; a unit that is left out was not observed."""


Proof = Callable[[Unit, Person], str]
"""The address of the page with the rows behind a value, "" for a person who may not open it."""


@dataclass(frozen=True, slots=True)
class Measure:
    """An offer of a feature: a code such as "active-weeks", a label for people, and how to compute it at once."""

    code: str
    label: Any
    compute: Compute
    unit: str = ""
    """What is counted, for the table head: "minggu", "persen"."""
    higher_is_better: bool = True
    proof: Proof | None = None


measures: Registry[Measure] = Registry("measure")


def measure_named(code: str) -> Compute:
    """How to compute the measure with this code.

    Raises:
        LookupError: no feature offers it.
    """
    return measures.get(code).compute

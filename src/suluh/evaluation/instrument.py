"""Instruments: what is judged and with which weight, read from data files. A new rubric is one new file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from suluh.law.kinds import UnitKind

FOLDER = Path(__file__).parent / "instruments"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of an instrument; `measure` names where its observations come from."""

    code: str
    label: str
    measure: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Instrument:
    """A versioned set of criteria for some kinds of units. Weights are shares that sum to 1."""

    code: str
    version: str
    title: str
    source: str
    period: str
    kinds: frozenset[UnitKind]
    criteria: tuple[Criterion, ...]


def instrument_read(path: Path) -> Instrument:
    """Read one file.

    Raises:
        ValueError: a weighted instrument has a criterion without a weight, or two criteria share a code.
    """
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    rows = data["criteria"]
    if data["weighted"] and any("weight" not in row for row in rows):
        raise ValueError(f"{path.name}: every criterion of a weighted instrument needs a weight")
    if len({row["code"] for row in rows}) != len(rows):
        raise ValueError(f"{path.name}: two criteria share a code")
    total = sum(row.get("weight", 1.0) for row in rows)
    return Instrument(
        code=data["code"],
        version=data["version"],
        title=data["title"],
        source=data["source"],
        period=data["period"],
        kinds=frozenset(UnitKind(kind) for kind in data["kinds"]),
        criteria=tuple(
            Criterion(row["code"], row["label"], row["measure"], row.get("weight", 1.0) / total) for row in rows
        ),
    )


@cache
def instruments() -> dict[str, Instrument]:
    """Every instrument that ships, by code."""
    return {found.code: found for found in map(instrument_read, sorted(FOLDER.glob("*.toml")))}

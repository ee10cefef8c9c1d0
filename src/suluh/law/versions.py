"""Versions of the rules with their dates of force, and how the tables of `data/` are read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class LawVersion:
    """One version of the rules, with its dates of force; `until` is None while it is in force."""

    key: str
    title: str
    in_force_from: date
    until: date | None = None

    def holds(self, on: date) -> bool:
        """True when the version is in force on a day."""
        return self.in_force_from <= on and (self.until is None or on <= self.until)


def read_data(name: str) -> dict[str, Any]:
    """The table `data/<name>.toml` as it stands.

    Raises:
        FileNotFoundError: there is no such table.
    """
    return tomllib.loads(files("suluh.law").joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


def versions_of(table: Mapping[str, Any]) -> dict[str, LawVersion]:
    """The versions that a table names, by key."""
    return {row["key"]: LawVersion(**row) for row in table["version"]}

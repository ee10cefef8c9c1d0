"""History socket: where months that were typed into sheets before Suluh came are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from suluh.organization.importing.values import MonthRow

from .registry import Registry

Months = Mapping[int, Sequence[MonthRow]]
"""Months by unit id."""


@dataclass(frozen=True, slots=True)
class MonthChanges:
    """What storing a unit's months would do, or did, to what is kept."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0


class HistorySink(Protocol):
    """Keeps typed months. A blank says nothing: it neither counts as zero nor erases what is kept."""

    code: str

    def compare(self, months: Months) -> Mapping[int, MonthChanges]:
        """What `store` would do, by unit id; changes nothing."""
        ...

    def store(self, months: Months) -> None:
        """Keep the months; the caller's transaction is open."""
        ...


history: Registry[HistorySink] = Registry("history")
"""Registry of sinks; monitoring offers the one that there is."""

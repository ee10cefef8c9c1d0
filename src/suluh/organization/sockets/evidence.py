"""Evidence socket: what was found for a unit and a code, where, when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from suluh.organization.models import Unit

from .registry import Registry


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found. `state` is the finder's own word ("found", "stub", "inherited", "missing")."""

    unit_id: int
    code: str
    state: str
    url: str
    seen_at: datetime
    proof_url: str = ""
    """Address of the proof inside Suluh, where there is one."""


@dataclass(frozen=True, slots=True)
class EvidenceSource:
    """An offer of a feature: finds for a unit, of all codes or of those asked for."""

    code: str
    find: Callable[[Unit, Iterable[str] | None], Iterable[Found]]


CARRIES = "carries:"
"""Before a title: who carries an item of this title? Found are the unit's own posts that bear it."""

evidence_sources: Registry[EvidenceSource] = Registry("evidence")


def evidence_for(unit: Unit, codes: Iterable[str] | None = None) -> list[Found]:
    """What every feature found for a unit, newest first."""
    wanted = None if codes is None else tuple(codes)
    found = [one for source in evidence_sources for one in source.find(unit, wanted)]
    return sorted(found, key=lambda one: one.seen_at, reverse=True)

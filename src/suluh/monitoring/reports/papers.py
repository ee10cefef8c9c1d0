"""Papers of the board."""

from __future__ import annotations

from suluh.monitoring.selectors.unit_file import UnitFile
from suluh.organization.models import Person


def unit_paper(file: UnitFile, *, address: str) -> bytes:
    """One unit on one page."""
    return b""


def regency_paper(person: Person, *, address: str) -> bytes:
    """The government on one page."""
    return b""

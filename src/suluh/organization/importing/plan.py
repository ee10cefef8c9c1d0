"""What an import would do to the register: one entry a unit, compared before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from suluh.organization.addresses import Address

from .values import Faults, UnitRow


class Fate(StrEnum):
    """What happens to a unit."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(slots=True)
class Entry:
    """One unit of the sheet beside the one in the register."""

    row: UnitRow
    unit_id: int | None = None
    parent: int | str | None = None
    """Id of the superior unit, or the key of one that this import adds; None for the root."""
    key: str = ""
    changes: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Field to old and new text."""
    sites: tuple[Address, ...] = ()
    """Addresses to register, the main one first when `main` is set."""
    main: bool = False
    replaces_site: int | None = None
    """Id of the site whose address is corrected by the first of `sites`."""
    accounts: tuple[tuple[str, str], ...] = ()
    months_added: int = 0
    months_changed: int = 0
    months_unchanged: int = 0

    @property
    def fate(self) -> Fate:
        """Added, changed in anything, or left as it is."""
        if self.unit_id is None:
            return Fate.ADDED
        touched = self.changes or self.sites or self.accounts or self.months_added or self.months_changed
        return Fate.CHANGED if touched else Fate.UNCHANGED


@dataclass(slots=True)
class Plan:
    """The whole import, ready to be shown or done."""

    file: str
    rows: int
    units: int = 0
    """Distinct units that the sheet names, those of rows with a fault too."""
    entries: list[Entry] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    errors: Faults = field(default_factory=Faults)

    def count(self, fate: Fate) -> int:
        """Units with this fate."""
        return sum(entry.fate is fate for entry in self.entries)

    @property
    def left_out(self) -> int:
        """Rows that an import with skipped errors leaves out."""
        return len({(fault.sheet, fault.row) for fault in self.errors if fault.row is not None})

    def as_dict(self, *, applied: bool) -> dict[str, object]:
        """The last line of `suluh import units --json`; counts are what was done, or would be in a dry run."""
        return {
            "rows": self.rows,
            "units": self.units,
            "added": self.count(Fate.ADDED),
            "changed": self.count(Fate.CHANGED),
            "unchanged": self.count(Fate.UNCHANGED),
            "months": {
                "added": sum(entry.months_added for entry in self.entries),
                "changed": sum(entry.months_changed for entry in self.entries),
                "unchanged": sum(entry.months_unchanged for entry in self.entries),
            },
            "applied": applied,
            "warnings": self.warnings,
            "errors": [fault.as_dict() for fault in self.errors],
        }

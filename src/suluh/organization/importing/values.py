"""What a sheet says, before anybody has looked into the register."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from suluh.kernel.sheets import SheetFault, column_letters
from suluh.organization.addresses import Address


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file; `column` counts from 0."""

    file: str
    sheet: str
    row: int
    column: int | None = None

    def __str__(self) -> str:
        cell = f"{column_letters(self.column)}{self.row}" if self.column is not None else str(self.row)
        return f"{self.file}, {self.sheet}!{cell}"

    def fault(self, message: str, *, column: int | None = None) -> SheetFault:
        """A fault at this place, or in another column of this row."""
        place = self.column if column is None else column
        return SheetFault(self.sheet, self.row, column_letters(place) if place is not None else None, message)


@dataclass(frozen=True, slots=True)
class MonthRow:
    """What one row says of one month. None means that nothing was recorded."""

    month: date
    updates: int | None
    visi: bool | None
    struktur: bool | None
    alamat: bool | None
    surel: bool | None
    telepon: bool | None
    note: str
    site_url: str
    where: Where
    agrees: bool = True
    """False when the tab's title or name speaks of another month."""

    def says(self) -> tuple[int | bool | str | None, ...]:
        """The contents without the place, for telling repeats from contradictions."""
        return (self.updates, self.visi, self.struktur, self.alamat, self.surel, self.telepon, self.note)


@dataclass(slots=True)
class UnitRow:
    """One unit as one row names it. Empty fields say nothing, they do not erase; an empty kind is told by the name."""

    name: str
    where: Where
    code: str = ""
    short_name: str = ""
    kind: str = ""
    parent: str = ""
    mail: str = ""
    phone: str = ""
    sites: tuple[Address, ...] = ()
    accounts: tuple[tuple[str, str], ...] = ()
    """Platform and handle."""
    months: list[MonthRow] = field(default_factory=list)
    registers: bool = True
    """True where the sheet is meant to change what stands in the register (our template), False for a recap."""


class Faults(list[SheetFault]):
    """What is wrong, in the order of its discovery, each fault once: a broken sheet has tens of thousands."""

    def __init__(self) -> None:
        super().__init__()
        self._noted: set[SheetFault] = set()

    def note(self, fault: SheetFault) -> None:
        """Add a fault that was not noted before."""
        if fault not in self._noted:
            self._noted.add(fault)
            self.append(fault)


@dataclass(slots=True)
class Reading:
    """Everything a file says, and everything that is wrong with it."""

    file: str
    rows: int = 0
    units: list[UnitRow] = field(default_factory=list)
    left_out: list[UnitRow] = field(default_factory=list)
    """Rows with a fault, as far as they could be read."""
    warnings: list[str] = field(default_factory=list)
    errors: Faults = field(default_factory=Faults)

    def refuse(self, fault: SheetFault) -> None:
        """Note a fault once."""
        self.errors.note(fault)

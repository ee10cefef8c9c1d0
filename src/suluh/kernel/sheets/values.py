"""What a sheet is once it has been read, and how a fault in it is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

Value = str | int | float | bool | date | datetime | time | None
"""What a cell may hold; text arrives trimmed, an empty cell is None."""


class SheetRefused(Exception):
    """The file as a whole cannot be read; the message is Indonesian and says what to do."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep a hostile or mistaken file from taking the machine."""

    bytes: int = 20 * 1024 * 1024
    unpacked_bytes: int = 200 * 1024 * 1024
    rows: int = 20_000
    columns: int = 200
    tabs: int = 60


@dataclass(frozen=True, slots=True)
class SheetFault:
    """One thing wrong in one cell. `row` counts from 1 as spreadsheets show it; `column` is a letter or a heading."""

    sheet: str
    row: int | None
    column: str | None
    message: str

    def as_dict(self) -> dict[str, str | int | None]:
        """The form the command line prints."""
        return {"sheet": self.sheet, "row": self.row, "column": self.column, "message": self.message}


@dataclass(slots=True)
class Tab:
    """One visible tab. Rows are keyed by their number in the file; rows without any value are left out."""

    name: str
    rows: dict[int, tuple[Value, ...]] = field(default_factory=dict)
    spans: tuple[tuple[int, int, int], ...] = ()
    """Cells merged sideways: row (from 1), first and last column (from 0)."""
    faults: list[SheetFault] = field(default_factory=list)

    def numbered(self) -> Iterator[tuple[int, tuple[Value, ...]]]:
        """Rows with their numbers, top to bottom."""
        yield from sorted(self.rows.items())

    def value(self, row: int, column: int) -> Value:
        """The cell in `row` (from 1) and `column` (from 0), None outside of what is filled."""
        values = self.rows.get(row, ())
        return values[column] if 0 <= column < len(values) else None


@dataclass(slots=True)
class Workbook:
    """Everything that was read of one file, with warnings for the person who uploaded it."""

    tabs: list[Tab]
    warnings: list[str] = field(default_factory=list)

    @property
    def faults(self) -> list[SheetFault]:
        """Cells that could not be read, of all tabs."""
        return [fault for tab in self.tabs for fault in tab.faults]


@dataclass(frozen=True, slots=True)
class TabOut:
    """One tab to write: rows of values, of which the first `header` ones are bold and stay in view."""

    name: str
    rows: Sequence[Sequence[Value]]
    widths: Sequence[float] = ()
    header: int = 1
    merges: Sequence[str] = ()
    """Ranges to merge, such as "A1:C1"."""


def column_letters(column: int) -> str:
    """The letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

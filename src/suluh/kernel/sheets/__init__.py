"""Sheets in and out: XLSX and CSV as plain rows, with faults that name the cell."""

from .reading import read_sheets
from .values import Limits, SheetFault, SheetRefused, Tab, TabOut, Value, Workbook, column_letters
from .writing import write_csv, write_xlsx

__all__ = [
    "Limits",
    "SheetFault",
    "SheetRefused",
    "Tab",
    "TabOut",
    "Value",
    "Workbook",
    "column_letters",
    "read_sheets",
    "write_csv",
    "write_xlsx",
]

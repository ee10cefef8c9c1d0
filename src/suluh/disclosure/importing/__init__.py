"""Sheets of items: the annex layout as offices keep it, read into contents with faults by cell."""

from .reading import SheetItem, SheetReading, read_items

__all__ = ["SheetItem", "SheetReading", "read_items"]

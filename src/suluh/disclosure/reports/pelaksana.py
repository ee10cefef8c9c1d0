"""The standing of every PPID Pelaksana as a workbook."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from suluh.disclosure.selectors.pelaksana import Standing
from suluh.kernel.sheets import TabOut, Value, write_xlsx


def standings_xlsx(rows: Sequence[Standing], *, year: int) -> bytes:
    """One row a unit, with the columns of the page."""
    head: list[Value] = [
        _("Unit"), _("Published"), _("Overdue"), _("Mandatory items"), _("Lacking"), _("Broken addresses"),
        _("Last refreshed"), _("Asked to bring"), _("In time"), _("Late"), _("Median working days"),
        _("Objections lost"),
    ]  # fmt: skip
    lines: list[list[Value]] = [
        [
            row.unit.name, row.published, row.overdue, row.obliged, row.lacking, row.broken, row.refreshed,
            row.asked, row.in_time, row.late, row.days, row.lost,
        ]
        for row in rows
    ]  # fmt: skip
    return write_xlsx([TabOut(f"PPID {year}", [head, *lines], widths=[40, *[14] * 11])])

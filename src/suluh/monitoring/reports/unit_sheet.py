"""The list of units as a sheet."""

from __future__ import annotations

from django.utils.translation import gettext as _

from suluh.kernel.sheets import TabOut, Value, write_xlsx
from suluh.monitoring.selectors.kinds import group_name
from suluh.monitoring.selectors.unit_list import UnitList
from suluh.monitoring.selectors.units import UnitRow


def unit_sheet(found: UnitList) -> bytes:
    """One row a unit, the ordered ones first, then those without enough data, then those without a site."""
    head = [
        _("Unit"), _("Kind"), _("Site"), _("State"), _("Active weeks of 26"), _("Weeks observed"),
        _("Last published"), _("Items found"), _("Items looked for"),
    ]  # fmt: skip
    rows = [_row(row) for row in (*found.rows, *found.young, *found.siteless)]
    return write_xlsx([TabOut(name=_("Units"), rows=[head, *rows], widths=(44, 22, 40, 28, 12, 12, 16, 12, 14))])


def _row(row: UnitRow) -> list[Value]:
    watched = [row.active_weeks, row.watched_weeks, row.last_post, row.items_found, row.items_total]
    return [row.name, group_name(row.kind), row.host or "", str(row.mark.words), *(watched if row.host else [None] * 5)]

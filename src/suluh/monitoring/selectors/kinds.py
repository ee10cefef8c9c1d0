"""Groups of units: their names and their order."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from suluh.law.kinds import UnitKind

GROUPS = {
    UnitKind.OPD: _("Offices and agencies"),
    UnitKind.BAGIAN: _("Secretariat sections"),
    UnitKind.RSUD: _("Regional hospitals"),
    UnitKind.BLUD: _("Public service agencies"),
    UnitKind.UPT: _("Technical units"),
    UnitKind.KECAMATAN: _("Districts"),
    UnitKind.KELURAHAN: _("Urban villages"),
    UnitKind.DESA: _("Villages"),
    UnitKind.MAIN: _("Regency government"),
}
"""Plural names, in the order in which groups are shown."""

ORDER = {kind.value: place for place, kind in enumerate(GROUPS)}


def group_name(kind: str) -> str:
    """The name of a group, in the reader's language."""
    return str(GROUPS[UnitKind(kind)])

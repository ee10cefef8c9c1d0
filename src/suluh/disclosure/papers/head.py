"""Whose letterhead a paper of the information service carries."""

from __future__ import annotations

from suluh.kernel.letters import Letterhead
from suluh.law.kinds import UnitKind
from suluh.organization.models import Government, Unit
from suluh.organization.selectors.government import letterhead_of


def head_of(body: Unit) -> Letterhead:
    """The letterhead of a body's information service: a village's own, or that of the PPID."""
    office = body.name if body.kind == UnitKind.DESA else "Pejabat Pengelola Informasi dan Dokumentasi"
    return letterhead_of(Government.objects.first(), office=office)

"""What the watch found for a unit's mandatory items, for disclosure and evaluation."""

from __future__ import annotations

from collections.abc import Iterable

from suluh.monitoring.models import ItemRow
from suluh.organization.models import Unit
from suluh.organization.sockets.evidence import EvidenceSource, Found, evidence_sources


def items_of(unit: Unit, codes: Iterable[str] | None) -> Iterable[Found]:
    """The items of the unit's sites, with the page that proves each."""
    rows = ItemRow.objects.filter(site__unit=unit, site__active=True).select_related("evidence")
    if codes is not None:
        rows = rows.filter(code__in=list(codes))
    for row in rows:
        proof = row.evidence.get_absolute_url() if row.evidence else ""
        yield Found(unit.pk, row.code, row.state, row.evidence_url, row.checked_at, proof)


evidence_sources.register(EvidenceSource("monitoring.items", items_of))

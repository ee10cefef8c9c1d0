"""Keeping the state of each mandatory item, with the page that proves it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from suluh.monitoring.engine.values import ItemSeen, VisitResult
from suluh.monitoring.models import ItemRow

from .proofs import ProofToStore, proofs_store
from .storable import clean
from .visits import site_of


def items_store(*, results: Sequence[VisitResult]) -> None:
    """Bring the item rows of the visited sites up to date. A dead site leaves them as they were."""
    alive = [result for result in results if result.alive and result.items]
    rows = {
        (row.site_id, row.code): row
        for row in ItemRow.objects.filter(site_id__in=[site_of(result) for result in alive])
    }
    fresh: list[ItemRow] = []
    known: list[ItemRow] = []
    proofs: list[tuple[ItemRow, ProofToStore]] = []
    for result in alive:
        for item in result.items:
            row = rows.get((site_of(result), item.code))
            if row is None:
                row = ItemRow(site_id=site_of(result), code=item.code, since=result.started_at, observations=0)
                fresh.append(row)
            else:
                known.append(row)
            if _observe(row, item, result.started_at) and item.proof is not None:
                proofs.append((row, ProofToStore(row.site_id, item.code, item.proof)))
    for (row, _), evidence in zip(proofs, proofs_store(proofs=[proof for _, proof in proofs]), strict=True):
        row.evidence = evidence
    ItemRow.objects.bulk_create(fresh, batch_size=1000)
    ItemRow.objects.bulk_update(
        known,
        ["state", "evidence_url", "evidence", "since", "checked_at", "observations", "times_found"],
        batch_size=1000,
    )


def _observe(row: ItemRow, item: ItemSeen, at: datetime) -> bool:
    """Count the observation; return True when the proof has to be stored anew."""
    url = clean(item.evidence_url or "")[:1000]
    moved = row.state != item.state.value or row.evidence_url != url
    if row.state != item.state.value:
        row.since = at
    row.state = item.state.value
    row.evidence_url = url
    row.checked_at = at
    row.observations += 1
    row.times_found += item.found
    return moved or row.evidence_id is None

"""The life of a finding: seen once → open → acknowledged or contested → upheld, withdrawn, or gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from suluh.monitoring.engine.values import FindingSeen, Severity
from suluh.monitoring.models import Finding

from .proofs import ProofToStore, proofs_store
from .storable import clean, clean_all

State = Finding.State
RANK = {Severity.HIGH.value: 3, Severity.MEDIUM.value: 2, Severity.LOW.value: 1, Severity.INFO.value: 0}
LIVE = (State.SEEN_ONCE, *Finding.OPEN_STATES)


ACROSS = frozenset({"copied"})
"""Faults that only a look across units sees."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """All that one look saw on one site.

    A dead site says nothing about its content: `conclusive` is False then. `across` marks a look at several units'
    sites together, which sees other faults than a visit to one.
    """

    site_id: int
    unit_id: int
    at: datetime
    findings: Sequence[FindingSeen]
    conclusive: bool = True
    across: bool = False

    def could_see(self, code: str) -> bool:
        """Whether this look would have seen the fault if it were there."""
        return (code in ACROSS) == self.across and (self.conclusive or code == "slow")


def sightings_store(*, sightings: Sequence[Sighting]) -> list[Finding]:
    """Bring the findings of the visited sites up to date; return those that opened by this.

    A finding opens with its second observation at least `settle_seconds` after the first. It is gone when a
    conclusive visit no longer sees it; a withdrawn one is not opened again by the same sight.
    """
    rows = _present_rows(sightings)
    withdrawn = _withdrawn(sightings)
    fresh: list[Finding] = []
    again: list[Finding] = []
    gone: list[Finding] = []
    proofs: list[tuple[Finding, ProofToStore]] = []
    for sighting in sightings:
        seen = {finding.code: finding for finding in sighting.findings}
        for code, finding in seen.items():
            row = rows.pop((sighting.site_id, code), None)
            if row is None:
                if (sighting.site_id, code) in withdrawn:
                    continue
                row = _new(sighting, finding)
                fresh.append(row)
            else:
                _observe(row, sighting, finding)
                again.append(row)
            if finding.proof is not None:
                proofs.append((row, ProofToStore(sighting.site_id, code, finding.proof)))
        gone += _close_unseen(sighting, seen, rows)
    _save(fresh, again, gone)
    _attach(proofs)
    return [row for row in again if row.state == State.OPEN and row.opened_at == row.last_seen]


def _present_rows(sightings: Sequence[Sighting]) -> dict[tuple[int, str], Finding]:
    sites = [sighting.site_id for sighting in sightings]
    rows = Finding.objects.select_for_update().filter(site_id__in=sites, state__in=LIVE)
    return {(row.site_id, row.code): row for row in rows}


def _withdrawn(sightings: Sequence[Sighting]) -> set[tuple[int, str]]:
    """Faults a person has withdrawn in the last 90 days: the machine does not accuse again by itself."""
    sites = [sighting.site_id for sighting in sightings]
    since = max((sighting.at for sighting in sightings), default=None)
    if since is None:
        return set()
    rows = Finding.objects.filter(
        site_id__in=sites, state=State.WITHDRAWN, closed_at__gte=since - timedelta(days=90)
    ).values_list("site_id", "code")
    return set(rows)


def _new(sighting: Sighting, finding: FindingSeen) -> Finding:
    return Finding(
        site_id=sighting.site_id,
        unit_id=sighting.unit_id,
        code=finding.code,
        first_seen=sighting.at,
        last_seen=sighting.at,
        **_words(finding),
    )


def _words(finding: FindingSeen) -> dict[str, object]:
    return {
        "severity": finding.severity.value,
        "message": clean(finding.message)[:500],
        "step": clean(finding.step)[:500],
        "data": clean_all(finding.data),
    }


def _observe(row: Finding, sighting: Sighting, finding: FindingSeen) -> None:
    settle = timedelta(seconds=settings.CONFIG.settle_seconds)
    for name, value in _words(finding).items():
        setattr(row, name, value)
    row.observations += 1
    row.last_seen = sighting.at
    if row.state == State.SEEN_ONCE and sighting.at - row.first_seen >= settle:
        row.state = State.OPEN
        row.opened_at = sighting.at


def _close_unseen(
    sighting: Sighting, seen: dict[str, FindingSeen], rows: dict[tuple[int, str], Finding]
) -> list[Finding]:
    """Rows of this site that the visit no longer saw. A dead site closes nothing but what it contradicts."""
    mine = [key for key in rows if key[0] == sighting.site_id and key[1] not in seen]
    closed = []
    for key in mine:
        row = rows[key]
        if sighting.could_see(row.code):
            row.state = State.GONE
            row.closed_at = sighting.at
            closed.append(rows.pop(key))
    return closed


def _save(fresh: list[Finding], again: list[Finding], gone: list[Finding]) -> None:
    never_opened = [row.pk for row in gone if row.opened_at is None]
    Finding.objects.filter(pk__in=never_opened).delete()
    Finding.objects.bulk_create(fresh)
    Finding.objects.bulk_update(
        again,
        ["severity", "message", "step", "data", "observations", "last_seen", "state", "opened_at"],
        batch_size=500,
    )
    Finding.objects.bulk_update([row for row in gone if row.opened_at is not None], ["state", "closed_at"])


def _attach(pairs: list[tuple[Finding, ProofToStore]]) -> None:
    stored = proofs_store(proofs=[proof for _, proof in pairs])
    through = Finding.proofs.through
    through.objects.bulk_create(
        [through(finding_id=row.pk, evidence_id=evidence.pk) for (row, _), evidence in zip(pairs, stored, strict=True)],
        ignore_conflicts=True,
    )


def gravest(rows: Iterable[Finding]) -> str:
    """Code of the gravest finding, empty when there is none."""
    best = max(rows, key=lambda row: RANK.get(row.severity, 0), default=None)
    return best.code if best else ""


__all__ = ["Sighting", "gravest", "sightings_store"]

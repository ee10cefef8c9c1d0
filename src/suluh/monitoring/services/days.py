"""The daily roll-up: what scores are computed from, one row a site and day instead of a row a visit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from suluh.kernel.http.answer import TlsState
from suluh.monitoring.engine.values import ItemState, VisitResult
from suluh.monitoring.models import SiteDay

from .visits import site_of

MARKS = {ItemState.FOUND: 2, ItemState.INHERITED: 1, ItemState.STUB: 1, ItemState.MISSING: 0}
"""Marks 0 absent, 1 incomplete or borrowed, 2 complete (method of the court-site index of 2012, `users.md` P6)."""


def days_add(*, results: Sequence[VisitResult], today: date) -> None:
    """Add the visits to their sites' row of `today` (government's zone)."""
    sites = [site_of(result) for result in results]
    rows = {row.site_id: row for row in SiteDay.objects.select_for_update().filter(site_id__in=sites, day=today)}
    for result in results:
        site_id = site_of(result)
        row = rows.setdefault(site_id, SiteDay(site_id=site_id, day=today))
        _add(row, result)
    SiteDay.objects.bulk_create(
        rows.values(),
        update_conflicts=True,
        unique_fields=["site", "day"],
        update_fields=["visits", "alive", "secure", "items", "findings"],
    )


def _add(row: SiteDay, result: VisitResult) -> None:
    row.visits += 1
    row.alive += result.alive
    row.secure += result.alive and result.certificate.state is TlsState.OK
    items = Counter(row.items)
    for item in result.items:
        items[item.code] += MARKS[item.state]
    row.items = dict(items)
    row.findings = dict(Counter(row.findings) + Counter({finding.code for finding in result.findings}))

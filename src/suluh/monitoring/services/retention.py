"""Forgetting in time: proofs past their term, visits of old sweeps, daily sums and posts past two years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from suluh.monitoring.models import Blob, Evidence, Finding, ItemRow, Post, SiteDay, SiteInterval, Visit, WeekCount

VISIT_DAYS = 90
HISTORY_DAYS = 3 * 366
BATCH = 5000


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many rows of each kind were removed."""

    evidence: int
    blobs: int
    visits: int
    history: int


def observations_forget() -> Forgotten:
    """Remove what is past its term. A proof that an open finding or a present item stands on stays."""
    now = timezone.now()
    old = now - timedelta(days=HISTORY_DAYS)
    oldest = timezone.localdate(old)
    needed = Exists(Finding.objects.filter(proofs=OuterRef("pk")).exclude(state__in=["gone", "withdrawn"]))
    shown = Exists(ItemRow.objects.filter(evidence=OuterRef("pk")))
    evidence = _delete(Evidence.objects.filter(~needed, ~shown, keep_until__lt=timezone.localdate(now)))
    blobs = _delete(Blob.objects.filter(~Exists(Evidence.objects.filter(blob=OuterRef("pk")))))
    visits = _delete(Visit.objects.filter(state=Visit.State.DONE, done_at__lt=now - timedelta(days=VISIT_DAYS)))
    history = sum(
        (
            _delete(SiteDay.objects.filter(day__lt=oldest)),
            _delete(WeekCount.objects.filter(week__lt=oldest)),
            _delete(SiteInterval.objects.filter(until__lt=old)),
            _delete(Post.objects.filter(published__lt=oldest)),
        )
    )
    return Forgotten(evidence, blobs, visits, history)


def _delete(rows) -> int:  # type: ignore[no-untyped-def]  # any queryset
    """Delete in batches, so that no lock is held for long."""
    total = 0
    while True:
        with transaction.atomic():
            keys = list(rows.values_list("pk", flat=True)[:BATCH])
            rows.model.objects.filter(pk__in=keys).delete()
        total += len(keys)
        if len(keys) < BATCH:
            return total

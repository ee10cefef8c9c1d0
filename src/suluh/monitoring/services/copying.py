"""Finding news that several units publish, and who published it first."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from suluh.monitoring.copies import Article, find_copies
from suluh.monitoring.models import Post, Sweep

WINDOW_DAYS = 120
"""Copies are looked for among posts of this many days; older ones were compared when they were young."""


@transaction.atomic
def copies_mark(*, sweep_id: int) -> int:
    """Compare the posts first seen in a sweep with all recent ones; mark the copies and return their number."""
    sweep = Sweep.objects.get(pk=sweep_id)
    since = timezone.localdate() - timedelta(days=WINDOW_DAYS)
    recent = Post.objects.filter(published__gte=since, fingerprint__isnull=False).exclude(fingerprint=b"")
    fresh = _articles(recent.filter(first_seen__gte=sweep.started_at))
    if not fresh:
        return 0
    found = find_copies(fresh, _articles(recent.filter(first_seen__lt=sweep.started_at)))
    rows = [Post(pk=copy.copy, copy_of_id=copy.original) for copy in found]
    Post.objects.bulk_update(rows, ["copy_of"], batch_size=1000)
    return len(rows)


def _articles(posts: QuerySet[Post]) -> list[Article]:
    rows = posts.values_list("pk", "site__unit_id", "published", "fingerprint", "first_seen")
    return [
        Article(pk, unit, published, bytes(stored), seen.timestamp())
        for pk, unit, published, stored, seen in rows
        if published is not None and stored is not None
    ]

"""Finding news that several units publish, and who published it first."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils import timezone

from suluh.monitoring.copies import Article, find_copies
from suluh.monitoring.engine.values import FindingSeen, Proof, Severity
from suluh.monitoring.models import Post, Sweep, Visit

from .findings import Sighting, sightings_store

WINDOW_DAYS = 120
"""Copies are looked for among posts of this many days; older ones were compared when they were young."""


@transaction.atomic
def copies_mark(*, sweep_id: int) -> int:
    """Compare the posts first seen in a sweep with all recent ones; mark the copies and return their number."""
    sweep = Sweep.objects.get(pk=sweep_id)
    since = timezone.localdate() - timedelta(days=WINDOW_DAYS)
    recent = Post.objects.filter(published__gte=since, fingerprint__isnull=False).exclude(fingerprint=b"")
    fresh = _articles(recent.filter(first_seen__gte=sweep.started_at))
    rows: list[Post] = []
    if fresh:
        found = find_copies(fresh, _articles(recent.filter(first_seen__lt=sweep.started_at)))
        rows = [Post(pk=copy.copy, copy_of_id=copy.original) for copy in found]
        Post.objects.bulk_update(rows, ["copy_of"], batch_size=1000)
    sightings_store(sightings=_sightings(sweep, since))
    return len(rows)


def _sightings(sweep: Sweep, since: date) -> list[Sighting]:
    """What the comparison says of each site that the sweep saw alive: how many of its recent posts are copies."""
    visits = list(sweep.visits.filter(alive=True, state=Visit.State.DONE).select_related("site"))
    copies = Post.objects.filter(copy_of__isnull=False, published__gte=since)
    counts = dict(copies.values_list("site_id").annotate(n=Count("id")))
    newest = {
        post.site_id: post
        for post in copies.select_related("copy_of__site__unit").order_by("site_id", "published", "id")
    }
    at = timezone.now()
    return [
        Sighting(
            visit.site_id,
            visit.site.unit_id,
            at,
            [_finding(newest[visit.site_id], counts[visit.site_id])] if visit.site_id in counts else [],
            across=True,
        )
        for visit in visits
    ]


def _finding(post: Post, count: int) -> FindingSeen:
    first = post.copy_of
    unit = first.site.unit.name if first is not None else ""
    return FindingSeen(
        code="copied",
        severity=Severity.INFO,
        message=f"{count} berita dalam {WINDOW_DAYS} hari terakhir sama dengan berita unit lain yang lebih dahulu.",
        proof=Proof(
            url=post.url,
            seen_at=timezone.now(),
            excerpt=f"{post.title} — lebih dahulu di situs {unit}: {first.title if first is not None else ''}",
            how="isi berita dibandingkan kata demi kata dengan berita unit lain",
        ),
        step="Sebutkan sumbernya dan tambahkan hal yang khas unit Anda, atau tautkan ke berita asalnya.",
        data={"copies": count, "original": first.url if first is not None else ""},
    )


def _articles(posts: QuerySet[Post]) -> list[Article]:
    rows = posts.values_list("pk", "site__unit_id", "published", "fingerprint", "first_seen")
    return [
        Article(pk, unit, published, bytes(stored), seen.timestamp())
        for pk, unit, published, stored, seen in rows
        if published is not None and stored is not None
    ]

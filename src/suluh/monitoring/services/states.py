"""The current row of each site, and the intervals in which its liveness did not change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from django.db.models import Count, Max

from suluh.monitoring.engine.memory import memory_to_json
from suluh.monitoring.engine.values import VisitResult
from suluh.monitoring.models import Finding, ItemRow, Post, SiteInterval, SiteState, VisitMemory

from .findings import gravest
from .storable import clean, clean_all
from .visits import site_of

FOUND = ("found", "inherited")


def intervals_store(*, results: Sequence[VisitResult]) -> None:
    """Extend each site's last interval, or begin a new one where liveness or its reason changed."""
    last = SiteInterval.objects.filter(site_id__in=map(site_of, results)).order_by("site_id", "-id").distinct("site_id")
    rows = {row.site_id: row for row in last}
    fresh, known = [], []
    for result in results:
        row = rows.get(site_of(result))
        if row is not None and row.alive == result.alive and row.reason == result.reason.value:
            row.until = result.finished_at
            row.observations += 1
            known.append(row)
            continue
        if row is not None:
            row.until = result.started_at
            known.append(row)
        fresh.append(
            SiteInterval(
                site_id=site_of(result),
                alive=result.alive,
                reason=result.reason.value,
                since=result.started_at,
                until=result.finished_at,
            )
        )
    SiteInterval.objects.bulk_update(known, ["until", "observations"], batch_size=1000)
    SiteInterval.objects.bulk_create(fresh)


def states_store(*, results: Sequence[VisitResult], weeks: Mapping[int, str], today: date, first: date) -> None:
    """Overwrite the current row of each visited site. Runs after posts, items and findings are stored.

    Args:
        results: the visits.
        weeks: week string a site, from `weeks_count`.
        today: the day in the government's zone.
        first: Monday of the first character of the week strings.
    """
    sites = [site_of(result) for result in results]
    rows = {row.site_id: row for row in SiteState.objects.filter(site_id__in=sites)}
    facts = _Facts(sites, today)
    touched = []
    for result in results:
        site_id = site_of(result)
        row = rows.get(site_id) or SiteState(site_id=site_id)
        _take_visit(row, result)
        facts.apply(row)
        row.weeks = weeks.get(site_id, row.weeks)
        row.weeks_from = first
        row.active_weeks_26 = sum(mark not in "0x" for mark in row.weeks[-26:])
        row.watched_weeks_26 = sum(mark != "x" for mark in row.weeks[-26:])
        touched.append(row)
    SiteState.objects.bulk_create(
        touched,
        update_conflicts=True,
        unique_fields=["site"],
        update_fields=[field.name for field in SiteState._meta.fields if field.name != "site"],
        batch_size=500,
    )


def _take_visit(row: SiteState, result: VisitResult) -> None:
    if row.alive is not result.alive or row.alive_since is None:
        row.alive_since = result.started_at
    row.first_checked_at = row.first_checked_at or result.started_at
    row.checked_at = result.finished_at
    row.observations += 1
    row.alive = result.alive
    row.reason = result.reason.value
    row.http_status = result.http_status
    row.final_url = clean(result.final_url or "")[:500]
    row.address = result.address or row.address
    row.load_seconds = result.timings.get("home")
    row.server_key = result.address or row.server_key
    row.tls = result.certificate.state.value
    row.tls_days_left = result.certificate.days_left
    if result.alive:
        row.cms = result.cms or ""
        row.feed = clean(result.feed or "")[:500]


def memories_store(*, results: Sequence[VisitResult]) -> None:
    """Keep what each living site's visit remembers for the next one."""
    VisitMemory.objects.bulk_create(
        [VisitMemory(site_id=site_of(r), data=clean_all(memory_to_json(r.memory))) for r in results if r.alive],
        update_conflicts=True,
        unique_fields=["site"],
        update_fields=["data"],
        batch_size=200,
    )


class _Facts:
    """Counts that live in other tables, fetched once for a batch of sites."""

    def __init__(self, sites: Sequence[int], today: date) -> None:
        recent = Post.objects.filter(site_id__in=sites, published__lte=today + timedelta(days=1))
        self.newest = dict(recent.values_list("site_id").annotate(last=Max("published")))
        month = recent.filter(published__gt=today - timedelta(days=30))
        self.month = dict(month.values_list("site_id").annotate(n=Count("id")))
        self.items: Counter[int] = Counter()
        self.found: Counter[int] = Counter()
        for site_id, state in ItemRow.objects.filter(site_id__in=sites).values_list("site_id", "state"):
            self.items[site_id] += 1
            self.found[site_id] += state in FOUND
        self.open: dict[int, list[Finding]] = {}
        for row in Finding.objects.filter(site_id__in=sites, state__in=Finding.OPEN_STATES):
            self.open.setdefault(row.site_id, []).append(row)

    def apply(self, row: SiteState) -> None:
        """Write the counts into the row of one site."""
        site_id = row.site_id
        row.last_post = self.newest.get(site_id)
        row.posts_30 = self.month.get(site_id, 0)
        row.items_total = self.items[site_id]
        row.items_found = self.found[site_id]
        row.open_findings = len(self.open.get(site_id, []))
        row.worst = gravest(self.open.get(site_id, []))

"""Storing posts by address, and counting them by week."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from django.db.models import Count
from django.db.models.functions import TruncWeek
from django.utils import timezone

from suluh.monitoring.copies import fingerprint
from suluh.monitoring.engine.values import PostSeen, VisitResult
from suluh.monitoring.mix import classify
from suluh.monitoring.models import Post, SiteInterval, WeekCount

from .storable import clean
from .visits import site_of

WEEKS = 52


def url_hash(url: str) -> bytes:
    """16 bytes that stand for an address; scheme, trailing slash and fragment do not count."""
    plain = url.split("#", 1)[0].split("://", 1)[-1].rstrip("/")
    return hashlib.blake2b(plain.encode("utf-8", "replace"), digest_size=16).digest()


def posts_store(*, posts: Mapping[int, Sequence[PostSeen]], at: datetime) -> int:
    """Add the posts that are new and mend those whose day or title changed; the number of new ones.

    Of a new post its place in the content mix and the fingerprint of its text are kept, where the text was read;
    the text itself is not.

    Args:
        posts: what each site showed, by site id.
        at: time of the visit, UTC.
    """
    known = _known(posts)
    fresh: dict[tuple[int, bytes], Post] = {}
    changed: list[Post] = []
    for site_id, seen in posts.items():
        for post in seen:
            key = (site_id, url_hash(post.url))
            row = known.get(key)
            if row is None:
                fresh.setdefault(key, _row(site_id, key[1], post, at))
            elif _differs(row, post):
                changed.append(row)
    Post.objects.bulk_create(fresh.values(), ignore_conflicts=True, batch_size=1000)
    Post.objects.bulk_update(changed, ["title", "published", "source", "precision", "confidence"], batch_size=500)
    return len(fresh)


def _known(posts: Mapping[int, Sequence[PostSeen]]) -> dict[tuple[int, bytes], Post]:
    hashes = {url_hash(post.url) for seen in posts.values() for post in seen}
    rows = Post.objects.filter(site_id__in=posts.keys(), url_hash__in=hashes)
    return {(row.site_id, bytes(row.url_hash)): row for row in rows}


def _row(site_id: int, digest: bytes, post: PostSeen, at: datetime) -> Post:
    return Post(
        site_id=site_id,
        url=clean(post.url)[:1000],
        url_hash=digest,
        title=clean(post.title)[:500],
        published=post.published,
        source=post.source[:10],
        precision=post.precision or "",
        confidence=post.confidence,
        author=clean(post.author or "")[:200],
        mix=classify(post.title, post.text or "").content.value,
        fingerprint=fingerprint(post.text) if post.text else None,
        first_seen=at,
    )


def _differs(row: Post, post: PostSeen) -> bool:
    """Take over a better day: the first one known, or one read with more confidence."""
    better = (
        post.published is not None
        and post.published != row.published
        and (row.published is None or post.confidence > row.confidence)
    )
    renamed = bool(post.title) and clean(post.title)[:500] != row.title
    if better:
        row.published, row.source = post.published, post.source[:10]
        row.precision, row.confidence = post.precision or "", post.confidence
    if renamed:
        row.title = clean(post.title)[:500]
    return better or renamed


def monday(day: date) -> date:
    """The Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())


def weeks_count(*, results: Sequence[VisitResult], today: date) -> dict[int, str]:
    """Recount the last 52 weeks of the visited sites and return each site's week string.

    A week is unknown when the site was dead all through it, or lies before the first day that the
    site's posts are known to be complete from. `today` is the day in the government's zone.
    """
    first = monday(today) - timedelta(weeks=WEEKS - 1)
    sites = [site_of(result) for result in results]
    counts = _counts(sites, first)
    dead = _dead_weeks(sites, first)
    covered = _covered(results, first, today)
    strings: dict[int, str] = {}
    rows: list[WeekCount] = []
    for site_id in sites:
        string = ""
        for n in range(WEEKS):
            week = first + timedelta(weeks=n)
            items = counts[site_id][week]
            seen = items > 0 or (week >= covered[site_id] and week not in dead[site_id])
            string += str(min(items, 9)) if seen else "x"
            rows.append(WeekCount(site_id=site_id, week=week, items=items, observed=seen))
        strings[site_id] = string
    WeekCount.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["site", "week"],
        update_fields=["items", "observed"],
        batch_size=2000,
    )
    return strings


def _counts(sites: Sequence[int], first: date) -> dict[int, Counter[date]]:
    found: dict[int, Counter[date]] = defaultdict(Counter)
    rows = (
        Post.objects.filter(site_id__in=sites, published__gte=first)
        .annotate(week=TruncWeek("published"))
        .values_list("site_id", "week")
        .annotate(n=Count("id"))
    )
    for site_id, week, n in rows:
        found[site_id][week] = n
    return found


def _dead_weeks(sites: Sequence[int], first: date) -> dict[int, set[date]]:
    """Weeks of which no part was outside an interval of death."""
    dead: dict[int, set[date]] = defaultdict(set)
    for row in SiteInterval.objects.filter(site_id__in=sites, alive=False, until__date__gte=first):
        begin, end = timezone.localdate(row.since), timezone.localdate(row.until)
        week = monday(begin) if begin.weekday() == 0 else monday(begin) + timedelta(weeks=1)
        while week + timedelta(days=6) <= end:
            dead[row.site_id].add(week)
            week += timedelta(weeks=1)
    return dead


def _complete_from(result: VisitResult, today: date) -> date:
    """First week of which one visit saw every post: a list that was full hides what is older than its last line."""
    since = monday(result.covered_since or today)
    if len(result.posts) < result.task.max_posts:
        return since
    oldest = min((post.published for post in result.posts if post.published is not None), default=today)
    return max(since, monday(oldest) + timedelta(weeks=1))


def _covered(results: Sequence[VisitResult], first: date, today: date) -> dict[int, date]:
    """From when on each site's silence is knowledge; a site that never answered is not known at all."""
    covered: dict[int, date] = {}
    known = dict(
        WeekCount.objects.filter(site_id__in=[site_of(result) for result in results], observed=True, week__gte=first)
        .order_by("site_id", "week")
        .distinct("site_id")
        .values_list("site_id", "week")
    )
    for result in results:
        site_id = site_of(result)
        here = _complete_from(result, today) if result.alive else None
        candidates = [day for day in (here, known.get(site_id)) if day is not None]
        covered[site_id] = min(candidates, default=date.max)
    return covered

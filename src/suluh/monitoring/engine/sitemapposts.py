"""What a sitemap tells of posts: which addresses are likely ones, and their days where its stamps proved true."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import unquote

from suluh.kernel.http.urls import split
from suluh.monitoring.engine.addresses import may_be_post, page_key, shape, url_day
from suluh.monitoring.engine.days import local_today, machine_day
from suluh.monitoring.engine.posts import Gathered
from suluh.monitoring.engine.values import PostSeen

_NEWS = re.compile(r"berita|news|artikel|article|post|kabar|warta|informasi|blog|read|baca|rilis", re.I)
_MOST = 60
_WITNESSES = 4
_STAMP_SURE = 0.6


def likely_posts(urls: list[tuple[str, str | None]], home: str) -> list[PostSeen]:
    """Addresses in the site's commonest news-like pattern, latest change first; a date only from the address."""
    candidates = [(url, changed or "") for url, changed in urls if may_be_post(url, home)]
    patterns = Counter(shape(url) for url, _ in candidates)
    if not patterns:
        return []

    def worth(pattern: str) -> tuple[bool, int]:
        return (bool(_NEWS.search(pattern)), patterns[pattern])

    best = max(patterns, key=worth)
    if not _NEWS.search(best) and patterns[best] < 5:
        return []
    chosen = sorted((row for row in candidates if shape(row[0]) == best), key=lambda row: row[1], reverse=True)
    return [_post(url) for url, _ in chosen[:_MOST]]


def _post(url: str) -> PostSeen:
    words = unquote(split(url).path.rstrip("/").rsplit("/", 1)[-1])
    title = re.sub(r"\.\w+$", "", words).replace("-", " ").replace("_", " ").strip().capitalize() or url
    day = url_day(url)
    return PostSeen(
        url, title, day.day if day else None, "sitemap", day.precision if day else None, day.confidence if day else 0.0
    )


def trust_stamps(gathered: Gathered, urls: Iterable[tuple[str, str | None]]) -> None:
    """Give posts that no request was left for the day of the sitemap, where its stamps name the days of the others.

    A sitemap that is made anew each day, or that notes every later change, does not pass: every post whose own day is
    known must be stamped with that day, on at least two different days.
    """
    stamps = {page_key(url): day.day for url, text in urls if text and (day := machine_day(text))}
    known = [
        post for key, post in gathered.by_key.items() if post.published and post.precision == "day" and key in stamps
    ]
    days = {post.published for post in known}
    if len(known) < _WITNESSES or len(days) < 2 or any(stamps[page_key(post.url)] != post.published for post in known):
        return
    for post in gathered.undated():
        key = page_key(post.url)
        stamp = stamps.get(key)
        if post.published is None and stamp is not None and stamp <= local_today(gathered.now):
            gathered.by_key[key] = replace(post, published=stamp, precision="day", confidence=_STAMP_SURE)

"""Feeds: RSS, Atom and RDF, broken ones too, with the day as their author wrote it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from html import unescape
from typing import Any

from suluh.kernel.http.urls import join
from suluh.monitoring.engine.days import Day, any_day, local_today
from suluh.monitoring.engine.values import PostSeen

_ITEM = re.compile(rb"<(?:item|entry)\b.*?(?=<(?:item|entry)\b|\Z)", re.S | re.I)
_DATE = re.compile(
    rb"<(?:pubDate|published|dc:date|issued|date|updated|a10:updated|atom:updated)\b[^<>]{0,300}>"
    rb"(?:\s{0,99}<!\[CDATA\[)?([^<>]{0,300})(?:>\s{0,99})?</",
    re.I,
)
_PUBLISHED = re.compile(rb"<(?:pubDate|published|dc:date|issued|date)\b", re.I)
_TAG = re.compile(r"<[^<>]+>")
_LOOKS_LIKE_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b", re.I)
_NEXT_LINK = re.compile(rb"<(?:atom:)?link\b[^<>]{0,300}?rel=[\"']next[\"'][^<>]{0,600}>", re.I)
_HREF = re.compile(rb"href=[\"']([^\"']+)")
_FULL_TEXT = 400


def is_feed(body: bytes) -> bool:
    """True when the bytes are meant to be a feed."""
    return bool(_LOOKS_LIKE_FEED.search(body[:3000])) or b"<item>" in body[:20_000]


def read_feed(body: bytes, url: str, now: datetime) -> list[PostSeen]:
    """Items of a feed with a title and an address, in its order. Empty when it cannot be read at all.

    Days are taken as written in the feed: the fast parser never sees them, for it would move them to UTC and read
    Indonesian ones slowly.
    """
    blocks = _ITEM.findall(body)
    entries = _entries(_DATE.sub(b"", body))
    if len(blocks) != len(entries):
        entries = _patient(body)
        blocks = [b""] * len(entries)
    posts = [
        post
        for entry, block in zip(entries, blocks, strict=True)
        if (post := _post(entry, url, _day(block, entry, now)))
    ]
    return _without_clockwork(posts, now)


def next_feed_page(body: bytes, url: str) -> str | None:
    """The older part of an Atom feed, where the feed links one."""
    for tag in _NEXT_LINK.findall(body[:20_000]):
        if found := _HREF.search(tag):
            return join(url, unescape(found[1].decode("utf-8", "replace")))
    return None


def _entries(body: bytes) -> list[Mapping[str, Any]]:
    import fastfeedparser  # loaded when the first feed is met

    try:
        found = list(fastfeedparser.parse(body).entries)
    except Exception:  # noqa: BLE001 - the fast parser raises many kinds on broken feeds; the patient one follows
        found = []
    if found and all(entry.get("title") for entry in found):
        return found
    return _patient(body) or found


def _patient(body: bytes) -> list[Mapping[str, Any]]:
    import feedparser  # slow to import and to run: only for broken feeds

    return list(feedparser.parse(body).entries)


def _day(block: bytes, entry: Mapping[str, Any], now: datetime) -> Day | None:
    marks = sorted(_DATE.finditer(block), key=lambda match: not _PUBLISHED.match(match[0]))
    words = [match[1].decode("utf-8", "replace").strip().removesuffix("]]").strip() for match in marks]
    words += [str(entry[name]) for name in ("published", "updated") if entry.get(name)]
    return next((day for text in words if (day := any_day(unescape(text), now))), None)


def _post(entry: Mapping[str, Any], base: str, day: Day | None) -> PostSeen | None:
    title = " ".join(unescape(_TAG.sub(" ", str(entry.get("title") or ""))).split())
    link = str(entry.get("link") or "") or str(entry.get("id") or "")
    url = join(base, link.strip()) if link.strip() else None
    if not title or url is None:
        return None
    tags = [str(tag.get("term") or "") for tag in entry.get("tags") or []]
    return PostSeen(
        url=url,
        title=title,
        published=day.day if day else None,
        source="feed",
        precision=day.precision if day else None,
        confidence=day.confidence if day else 0.0,
        text=_full_text(entry),
        author=str(entry.get("author") or "") or None,
        category=tags[0] if tags else None,
    )


def _full_text(entry: Mapping[str, Any]) -> str | None:
    parts = [str(part.get("value") or "") for part in entry.get("content") or []]
    parts.append(str(entry.get("summary") or entry.get("description") or ""))
    longest = max(parts, key=len)
    if len(longest) < _FULL_TEXT:
        return None
    lines = re.split(r"</p>|<br\s*/?>|\n", longest)
    text = "\n".join(line for raw in lines if (line := " ".join(unescape(_TAG.sub(" ", raw)).split())))
    return text if len(text) >= _FULL_TEXT else None


def _without_clockwork(posts: list[PostSeen], now: datetime) -> list[PostSeen]:
    """Feeds that stamp every item with the moment of the request say nothing about publication."""
    days = {post.published for post in posts}
    stamped = len(posts) >= 3 and len(days) == 1 and None not in days
    latest = next(iter(days), None)
    if not stamped or latest is None or (local_today(now) - latest).days > 1:
        return posts
    return [replace(post, published=None, precision=None, confidence=0.0) for post in posts]

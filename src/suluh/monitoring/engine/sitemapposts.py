"""Which addresses of a sitemap are likely posts, judged by what most of them share."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import unquote, urlsplit

from suluh.monitoring.engine.addresses import may_be_post, shape, url_day
from suluh.monitoring.engine.values import PostSeen

_NEWS = re.compile(r"berita|news|artikel|article|post|kabar|warta|informasi|blog|read|baca|rilis", re.I)
_MOST = 60


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
    words = unquote(urlsplit(url).path.rstrip("/").rsplit("/", 1)[-1])
    title = re.sub(r"\.\w+$", "", words).replace("-", " ").replace("_", " ").strip().capitalize() or url
    day = url_day(url)
    return PostSeen(
        url, title, day.day if day else None, "sitemap", day.precision if day else None, day.confidence if day else 0.0
    )

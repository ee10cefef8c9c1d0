"""One list of posts from several sources: each page once, with the best date that any source gave it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from suluh.monitoring.engine.addresses import page_key
from suluh.monitoring.engine.days import local_today
from suluh.monitoring.engine.values import PostSeen

_TRUST = {"wp-json": 6, "json-api": 5, "opensid": 5, "feed": 5, "article": 4, "list": 3, "sitemap": 1}
YEAR = timedelta(days=365)
NO_DAY = "none"
"""The precision of a post whose own page was read and names no day."""


@dataclass(slots=True)
class Gathered:
    """Posts found so far, by page; apart from them those that the site dates later than today."""

    now: datetime
    by_key: dict[str, PostSeen] = field(default_factory=dict)
    complete_since: date | None = None
    _ahead: dict[str, PostSeen] = field(default_factory=dict)

    def add(self, posts: Iterable[PostSeen]) -> int:
        """Take posts in; returns how many pages were new."""
        before = len(self.by_key)
        for post in posts:
            self._take(page_key(post.url), post)
        return len(self.by_key) - before

    def _take(self, key: str, post: PostSeen) -> None:
        old = self.by_key.get(key)
        if post.published is not None and post.published > local_today(self.now):
            if old is None or _weight(post) > _weight(old):
                self.set_ahead(post)
        elif key not in self._ahead or _weight(post) > _weight(self._ahead[key]):
            self._ahead.pop(key, None)
            self.by_key[key] = post if old is None else merged(old, post)

    def set_ahead(self, post: PostSeen) -> None:
        """Set a post apart that is dated later than today, whatever weaker sources said of its page."""
        self.by_key.pop(page_key(post.url), None)
        self._ahead[page_key(post.url)] = post

    @property
    def future(self) -> list[PostSeen]:
        """What the site dates later than today, each page once."""
        return list(self._ahead.values())

    def knows(self, url: str) -> bool:
        """True when this page is among the posts."""
        return page_key(url) in self.by_key

    def undated(self) -> list[PostSeen]:
        """Posts whose day nobody has said yet, or only guessed."""
        return [post for post in self.by_key.values() if needs_reading(post)]

    def has_dated(self, enough: int | None) -> bool:
        """True when at least so many posts have an exact day; never without a number."""
        dated = (post for post in self.by_key.values() if post.published and not needs_reading(post))
        return enough is not None and sum(1 for _ in dated) >= enough

    def newest_first(self, most: int) -> list[PostSeen]:
        """Dated posts of the last 365 days, newest first."""
        since = local_today(self.now) - YEAR
        dated = [post for post in self.by_key.values() if post.published is not None and post.published >= since]
        dated.sort(key=lambda post: (post.published or date.min, post.url), reverse=True)
        return dated[:most]

    @property
    def oldest(self) -> date | None:
        """The earliest day among the posts."""
        return min((post.published for post in self.by_key.values() if post.published), default=None)

    @property
    def newest(self) -> date | None:
        """The latest day among the posts."""
        return max((post.published for post in self.by_key.values() if post.published), default=None)


def needs_reading(post: PostSeen) -> bool:
    """True when the article itself must say the day: none is known, only a month, or the year was guessed."""
    if post.precision == NO_DAY:
        return False
    return post.published is None or post.precision in ("month", "year") or post.confidence < 0.5


def merged(old: PostSeen, new: PostSeen) -> PostSeen:
    """Two sightings of one post: the surer date wins, missing parts are filled in, the first sight is kept."""
    better, other = (new, old) if _weight(new) > _weight(old) else (old, new)
    return replace(
        better,
        title=better.title if len(better.title) >= 5 else other.title,
        text=better.text or other.text,
        author=better.author or other.author,
        category=better.category or other.category,
        first_seen=old.first_seen or new.first_seen,
    )


def _weight(post: PostSeen) -> tuple[bool, bool, int, float]:
    exact = post.precision in ("day", "relative")
    return (post.published is not None, exact and post.confidence >= 0.5, _TRUST.get(post.source, 2), post.confidence)

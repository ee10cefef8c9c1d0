"""Reading the articles themselves: only new ones, and of the others only those whose day nothing else tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from suluh.kernel.page.reader import read_page
from suluh.monitoring.engine.addresses import page_key
from suluh.monitoring.engine.courier import Courier
from suluh.monitoring.engine.days import local_today
from suluh.monitoring.engine.posts import NO_DAY, YEAR, Gathered, needs_reading
from suluh.monitoring.engine.values import Document, PostSeen

TEXTS = 3
"""How many of the newest new articles are read for their text on one visit."""

_OLD_IN_A_ROW = 3
_DAYLESS_AT_FIRST = 5
_SURE = 0.6
_STATED = ("json-ld", "meta", "time", "url")
_AHEAD = timedelta(days=800)
_AHEAD_SURE = 0.75
_DAY_ONLY = ("date", "date_precision", "confidence", "kind", "title")
_WHOLE = (*_DAY_ONLY, "text", "author")


ENOUGH = 10
"""Dated posts from which freshness and content mix can be judged; older ones wait until the probes had their pages."""


async def read_undated(courier: Courier, gathered: Gathered, spare: int, enough: int | None = None) -> None:
    """Ask articles for their day, in the order listed, until the budget (less `spare`) is spent or they get too old.

    With `enough` it also ends when that many posts have a day, or the first that were read have none.
    """
    too_old = dayless = 0
    since = local_today(gathered.now) - YEAR
    for post in gathered.undated():
        if courier.left <= spare or too_old >= _OLD_IN_A_ROW or gathered.has_dated(enough):
            return
        if enough is not None and dayless >= _DAYLESS_AT_FIRST and gathered.newest is None:
            return
        page = await courier.page(post.url, "artikel", spare=spare)
        if page is None:
            continue
        read = article(post, page, gathered.now, text=False)
        too_old = too_old + 1 if read.published is not None and read.published < since else 0
        dayless += read.published is None
        keep(gathered, read)


async def read_texts(courier: Courier, gathered: Gathered, posts: Iterable[PostSeen], spare: int) -> None:
    """Read the text of new posts whose feed did not carry it."""
    waiting = [post for post in posts if post.text is None and not needs_reading(post)][:TEXTS]
    pages = await courier.pages_of([post.url for post in waiting], "artikel", spare=spare)
    by_key = {page_key(page.answer.requested): page for page in pages}
    for post in waiting:
        page = by_key.get(page_key(post.url))
        if page is not None:
            keep(gathered, article(post, page, gathered.now, text=True))


def keep(gathered: Gathered, read: PostSeen) -> None:
    """Put what an article said in the place of what the list said; one dated later than today is set aside."""
    key = page_key(read.url)
    if read.published is not None and read.published > local_today(gathered.now):
        gathered.set_ahead(read)
    else:
        gathered.by_key[key] = read


def article(post: PostSeen, page: Document, now: datetime, *, text: bool) -> PostSeen:
    """The post as its own page tells it; `text` says whether its words are wanted too.

    The day of a sure source is kept. A page that names no day is remembered as asked (`precision` "none").
    """
    read = read_page(page.html, page.url, now, fields=_WHOLE if text else _DAY_ONLY)
    told = replace(post, text=read.text or post.text, author=read.author or post.author)
    if not needs_reading(post):
        return told
    if read.date_source not in _STATED and (ahead := _day_ahead(page, now)):
        return replace(told, published=ahead, precision="day", confidence=_SURE)
    guessed = read.date_precision == "relative" and (read.confidence or 0.0) < _SURE
    if read.date is None or read.kind != "article" or guessed:
        return replace(told, published=None, precision=NO_DAY)
    return replace(
        told,
        title=read.title or post.title if post.source == "sitemap" else post.title,
        published=read.date,
        precision=read.date_precision,
        confidence=max(read.confidence or 0.0, 0.5),
        source="article" if post.source == "sitemap" else post.source,
    )


def _day_ahead(page: Document, now: datetime) -> date | None:
    """A day to come that the page states as its own; else some other day on it would be taken for the publication."""
    read = read_page(page.html, page.url, now + _AHEAD, fields=_DAY_ONLY)
    stated = read.date_source in _STATED or (read.confidence or 0.0) >= _AHEAD_SURE
    is_ahead = read.date is not None and read.date > local_today(now) and read.kind == "article"
    return read.date if is_ahead and stated and read.date_precision == "day" else None

"""Reading the articles themselves: only new ones, and of the others only those whose day nothing else tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from suluh.monitoring.engine.addresses import page_key
from suluh.monitoring.engine.courier import Courier
from suluh.monitoring.engine.days import Day, local_today
from suluh.monitoring.engine.posts import YEAR, Gathered, needs_reading
from suluh.monitoring.engine.values import Document, PostSeen

TEXTS = 3
"""How many of the newest new articles are read for their text on one visit."""

_OLD_IN_A_ROW = 3


async def read_undated(courier: Courier, gathered: Gathered, spare: int) -> None:
    """Ask articles for their day, in the order listed, until the budget (less `spare`) is spent or they get too old."""
    too_old = 0
    since = local_today(gathered.now) - YEAR
    for post in gathered.undated():
        if courier.left <= spare or too_old >= _OLD_IN_A_ROW:
            return
        page = await courier.page(post.url, "artikel", spare=spare)
        read = article(post, page, gathered) if page is not None else None
        if read is None:
            continue
        too_old = too_old + 1 if read.published is not None and read.published < since else 0
        keep(gathered, post, read)


async def read_texts(courier: Courier, gathered: Gathered, posts: Iterable[PostSeen], spare: int) -> None:
    """Read the text of new posts whose feed did not carry it."""
    waiting = [post for post in posts if post.text is None and not needs_reading(post)][:TEXTS]
    pages = await courier.pages_of([post.url for post in waiting], "artikel", spare=spare)
    by_key = {page_key(page.answer.requested): page for page in pages}
    for post in waiting:
        page = by_key.get(page_key(post.url))
        read = article(post, page, gathered) if page is not None else None
        if read is not None:
            keep(gathered, post, read)


def keep(gathered: Gathered, post: PostSeen, read: PostSeen | None) -> None:
    """Put what an article said in the place of what the list said; a standing page is no post at all."""
    key = page_key(post.url)
    if read is None or (read.published is not None and read.published > local_today(gathered.now)):
        gathered.by_key.pop(key, None)
        if read is not None:
            gathered.future.append(read)
        return
    gathered.by_key[key] = read


def article(post: PostSeen, page: Document, gathered: Gathered) -> PostSeen | None:
    """The post with its day and text as its own page gives them. The day of a sure source is kept."""
    from suluh.kernel.page import read_page

    read = read_page(page.html, page.url, now=gathered.now)
    day = Day(read.date, read.date_precision or "day", read.confidence) if read.date is not None else None
    exact = day is not None and (needs_reading(post) or post.source == "list")
    return replace(
        post,
        title=post.title if post.source != "sitemap" else (read.title or post.title),
        published=day.day if day and exact else post.published,
        precision=day.precision if day and exact else post.precision,
        confidence=day.confidence if day and exact else post.confidence,
        text=read.text or post.text,
        author=read.author or post.author,
        source="article" if exact and post.source == "sitemap" else post.source,
    )

"""The change gates: what need not be read again, and what is remembered so that the next visit can tell.

A site whose home page and news source are as last time (304, or the same words) is not read at all; once a week it
is read in full, so that a page that vanished behind an unchanged home page is noticed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from suluh.monitoring.engine.addresses import host_of, page_key, same_site
from suluh.monitoring.engine.courier import Courier
from suluh.monitoring.engine.days import local_today
from suluh.monitoring.engine.front import open_home_again
from suluh.monitoring.engine.posts import YEAR, Gathered
from suluh.monitoring.engine.values import FindingSeen, ItemSeen, PostSeen, SiteMemory, Snapshot

if TYPE_CHECKING:
    from suluh.monitoring.engine.discovery import Discovery

FULL_READING = timedelta(days=7)
_WATCHED = 3
_NEWEST = 3
_POSTS_KEPT = 400
_HOSTS_KEPT = 300
_TURNS = 3
"""Readings in a row that a site larger than the budget gets before it waits for a change or for the week to end."""


def home_not_modified(seen: Snapshot) -> bool:
    """True when the home page answered 304."""
    return seen.home_answer is not None and seen.home_answer.not_modified


async def nothing_changed(courier: Courier) -> bool:
    """True when home page and news sources gave what they gave last time, and a full reading is not yet due.

    It is due at once where the last reading left pages for the next, a few times in a row at most.
    """
    memory = courier.seen.memory
    if 0 < int(memory.source.get("turns", 0)) < _TURNS:
        return False
    read_at = memory.source.get("read_at")
    if read_at is None or courier.seen.now - datetime.fromisoformat(str(read_at)) >= FULL_READING:
        return False
    if courier.seen.task.pair or not courier.home_unchanged:
        return False
    for url in memory.source.get("watch", []):
        answer = await courier.get(str(url))
        if answer is None or not answer.ok or not courier.unchanged(str(url)):
            return False
    return True


async def start_afresh(courier: Courier) -> None:
    """From here on every page is read whole; a home page that answered 304 is asked for once more."""
    courier.conditional = False
    courier.forget_unread()
    if home_not_modified(courier.seen):
        await open_home_again(courier)


def covered(memory: SiteMemory) -> date | None:
    """The day back to which the remembered posts are complete."""
    text = memory.source.get("covered")
    return date.fromisoformat(str(text)) if text else None


def remembered(
    courier: Courier, gathered: Gathered, discovery: Discovery, findings: list[FindingSeen], items: list[ItemSeen]
) -> SiteMemory:
    """What the next visit needs: validators and hashes of home and sources, posts, verdicts on content."""
    seen = courier.seen
    watch = _telling(discovery)
    source = {
        **discovery.source,
        "watch": watch,
        "cms": seen.cms,
        "feed": seen.feed,
        "straight": seen.home is not None and seen.home.answer.requested == courier.home_url,
        "read_at": seen.now.isoformat(),
        "turns": int(seen.memory.source.get("turns", 0)) % _TURNS + 1 if seen.held_back else 0,
        "covered": gathered.complete_since.isoformat() if gathered.complete_since else None,
    }
    return SiteMemory(
        pages=courier.remembered([courier.home_url, *watch]) | courier.robots_page(),
        source=source,
        posts={post.url: post for post in recent(gathered)},
        items=items,
        findings=findings,
        hosts=_external_hosts(seen),
        visited_at=seen.now,
    )


def _telling(discovery: Discovery) -> list[str]:
    """Sources to ask again beside the home page.

    One whose newest posts the home page or an earlier source announces too is left out: a newer post would show there.
    """
    told = {page_key(post.url) for post in discovery.announced}
    kept: list[str] = []
    for url, posts in discovery.watched.items():
        by_day = sorted(posts, key=lambda post: post.published or date.min, reverse=True)
        newest = {page_key(post.url) for post in by_day[:_NEWEST]}
        if len(newest) < _NEWEST or not newest <= told:
            kept.append(url)
            told |= {page_key(post.url) for post in posts}
    return kept[:_WATCHED]


def recent(gathered: Gathered) -> list[PostSeen]:
    """Posts worth remembering, without their texts; those without a day too, so that they are asked for it once."""
    since = local_today(gathered.now) - YEAR - timedelta(days=30)
    found = [post for post in gathered.by_key.values() if post.published is None or post.published >= since]
    found.sort(key=lambda post: post.published or date.max, reverse=True)
    return [replace(post, text=None, first_seen=post.first_seen or gathered.now) for post in found[:_POSTS_KEPT]]


def _external_hosts(seen: Snapshot) -> list[str]:
    """Foreign hosts linked from the home page, for telling new ones next time."""
    if seen.home is None:
        return []
    links = (node.attributes.get("href") or "" for node in seen.home.tree.css("a[href]"))
    hosts = {host_of(link) for link in links if link.startswith(("http", "//")) and not same_site(link, seen.home.url)}
    return sorted(hosts - {""})[:_HOSTS_KEPT]

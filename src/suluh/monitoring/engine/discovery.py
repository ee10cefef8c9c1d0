"""Where a site publishes, from the surest source to the least: API, feed, data of its scripts, list pages, sitemap."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from suluh.kernel.http.answer import Answer
from suluh.kernel.http.urls import join
from suluh.kernel.page.encoding import decode
from suluh.monitoring.engine import jsonapi, wordpress
from suluh.monitoring.engine.addresses import page_key, same_site
from suluh.monitoring.engine.articles import ENOUGH, read_undated
from suluh.monitoring.engine.courier import Courier
from suluh.monitoring.engine.days import local_today
from suluh.monitoring.engine.feeds import is_feed, next_feed_page, read_feed
from suluh.monitoring.engine.lists import ListPage, list_candidates, menu_pages, read_list
from suluh.monitoring.engine.posts import YEAR, Gathered
from suluh.monitoring.engine.sitemapposts import likely_posts
from suluh.monitoring.engine.sitemaps import read_sitemap
from suluh.monitoring.engine.values import Document, PostSeen, Snapshot

_FEED_GUESSES = {
    "wordpress": ("/feed/",),
    "opensid": ("/feed", "/feed.xml", "/index.php/feed"),
    "joomla": ("/?format=feed&type=rss", "/index.php?format=feed&type=rss"),
    "lokomedia": ("/rss.xml", "/feed"),
    "spa": (),
}
_FEED_ENDS = ("/feed", "/rss", "rss.xml", "feed.xml", "atom.xml", "/rss.php")
_LIBRARIES = (
    "jquery",
    "bootstrap",
    "vendor",
    "polyfill",
    "swiper",
    "owl",
    "slick",
    "analytics",
    "runtime",
    "framework",
)
_OTHER_GUESSES = ("/feed", "/rss.xml")
_LIST_PAGES = 24
_LIST_STARTS = 4
_MENU_PAGES = 8
_SCRIPTS = 4
_API_TRIES = 8
_SITEMAPS = 3


@dataclass(slots=True)
class Discovery:
    """The search for publications during one visit. `source` is remembered for the next one.

    `spare` requests of the budget are left for the probes.
    """

    courier: Courier
    seen: Snapshot
    gathered: Gathered
    spare: int
    source: dict[str, Any] = field(default_factory=dict)
    announced: list[PostSeen] = field(default_factory=list)  # on the home page
    watched: dict[str, list[PostSeen]] = field(default_factory=dict)  # sources to ask again, with what each announced
    routes: list[str] = field(default_factory=list)
    _listed: set[str] = field(default_factory=set)

    @property
    def since(self) -> date:
        """The first day that must be covered."""
        return local_today(self.seen.now) - YEAR

    @property
    def complete(self) -> bool:
        """True when the posts are known back to `since`, or as many of the newest as the task wants."""
        since = self.gathered.complete_since
        if since is None or since <= self.since:
            return since is not None
        return len(self.gathered.newest_first(self.seen.task.max_posts)) >= self.seen.task.max_posts

    async def run(self, home: Document) -> None:
        """Search until the year is covered or every way was tried within the budget."""
        wrapper = self.seen.memory.source.get("wrapper")
        first = read_list(home.tree, home.url, home.url, self.seen.now, wrapper=_learned(wrapper))
        await self._sitemaps(home.url)
        await self._wordpress(home)
        if not self.complete:
            await self._feeds(home)
        self.announced = first.posts
        self.gathered.add(first.posts)
        self._note_wrapper(home.url, first)
        if not self.complete and self._drawn_by_script:
            await self._scripts(home)
        if not self.complete:
            await self._lists(home)
        if self.gathered.newest is None:
            await read_undated(self.courier, self.gathered, spare=self.spare, enough=ENOUGH)
        if self.gathered.newest is None and not self._drawn_by_script:
            await self._scripts(home)
        if self.gathered.newest is None:
            await self._menus(home)
        if self.gathered.newest is None:
            self._from_sitemap(home.url)

    async def _wordpress(self, home: Document) -> None:
        if self.seen.cms != "wordpress" and "api.w.org" not in home.html:
            return
        posts, address, complete = await wordpress.read_posts(self.courier, home.html, home.url, self.since)
        if address is None:
            return
        self.watched[address] = posts
        self.gathered.add(posts)
        if complete:
            days = [post.published for post in posts if post.published is not None]
            reached = len(posts) >= self.seen.task.max_posts
            self.gathered.complete_since = max(self.since, min(days, default=self.since)) if reached else self.since
            self.seen.feed = next(iter(_offered_feeds(home)), None)

    async def _feeds(self, home: Document) -> None:
        offered = [url for url in _offered_feeds(home) if same_site(url, home.url)]
        guesses = _FEED_GUESSES.get(self.seen.cms, _OTHER_GUESSES)
        guessed = [url for path in guesses if (url := join(home.url, path))]
        for url in [*offered[:2], *(guessed if not offered else [])]:
            if await self._feed(url):
                return

    async def _feed(self, url: str) -> bool:
        answer = await self.courier.get(url, spare=self.spare)
        if answer is None or not answer.ok or not is_feed(answer.body):
            return False
        posts = read_feed(answer.body, answer.url, self.seen.now)
        if not posts:
            return False
        self.seen.feed = self.seen.feed or answer.url
        self.watched[url] = posts
        self.gathered.add(posts)
        days = [post.published for post in posts if post.published is not None]
        if len(days) == len(posts) and min(days) < self.since:
            self.gathered.complete_since = self.since
        elif self.seen.cms == "wordpress":
            await self._older_feed_pages(url)
        else:
            await self._linked_feed_pages(answer)
        return bool(days)

    async def _older_feed_pages(self, url: str) -> None:
        for page in range(2, 8):
            sign = "&" if "?" in url else "?"
            answer = await self.courier.get(f"{url}{sign}paged={page}", spare=self.spare)
            posts = read_feed(answer.body, answer.url, self.seen.now) if answer and answer.ok else []
            if answer is not None and self.gathered.add(posts) == 0:
                self.gathered.complete_since = self.since
                return
            oldest = self.gathered.oldest
            if answer is None or (oldest is not None and oldest < self.since):
                self.gathered.complete_since = oldest
                return

    async def _linked_feed_pages(self, answer: Answer) -> None:
        """Follow `rel=next` of Atom feeds."""
        for _ in range(_LIST_PAGES):
            further = next_feed_page(answer.body, answer.url)
            if further is None:
                return
            older = await self.courier.get(further, spare=self.spare)
            if older is None or not older.ok:
                return
            posts = read_feed(older.body, older.url, self.seen.now)
            fresh = self.gathered.add(posts)
            days = [post.published for post in posts if post.published is not None]
            if not fresh or (days and min(days) < self.since) or next_feed_page(older.body, older.url) is None:
                self.gathered.complete_since = self.since
                return
            answer = older

    @property
    def _drawn_by_script(self) -> bool:
        return self.seen.cms == "spa"

    async def _scripts(self, home: Document) -> None:
        scripts = _inline_scripts(home)
        for url in _own_scripts(home)[:_SCRIPTS]:
            answer = await self.courier.get(url, spare=self.spare)
            if answer is not None and answer.ok:
                scripts.append(decode(answer.body, answer.headers.get("content-type", "")))
        told = jsonapi.read_scripts(scripts, home.url)
        self.routes = told.routes
        for data in jsonapi.embedded_json(home.html):
            self.gathered.add(self._own_rows(data, home.url))
        for url in told.endpoints[:_API_TRIES]:
            if await self._api(url, home.url) and self.complete:
                return

    def _own_rows(self, data: Any, home: str) -> list[PostSeen]:
        """The posts of a JSON value; what lies on another site is that site's news, shown here in a box."""
        posts = jsonapi.read_items(data, home, self.routes, self.seen.now)
        return [post for post in posts if same_site(post.url, home)]

    async def _api(self, url: str, home: str) -> bool:
        found = False
        for page in range(1, _LIST_PAGES):
            answer = await self.courier.get(url, spare=self.spare)
            data = _json(answer)
            if answer is None or data is None:
                return found
            posts = self._own_rows(data, home)
            fresh = self.gathered.add(posts)
            if fresh and not found:
                found = True
                self.watched[url] = posts
            oldest = self.gathered.oldest
            further = jsonapi.next_address(data, url, page)
            if found and (further is None or (oldest is not None and oldest < self.since)):
                self.gathered.complete_since = self.since
            if not fresh or further is None or self.complete:
                return found
            url = further
        return found

    async def _lists(self, home: Document) -> None:
        starts = self._starts(home)
        for url in starts[:_LIST_STARTS]:
            if self.courier.left <= self.spare:
                return
            await self._list(url, home.url)

    def _starts(self, home: Document) -> list[str]:
        remembered = self.seen.memory.source.get("list")
        known = [post.url for post in self.gathered.by_key.values()]
        found = list_candidates(home.tree, home.url, known)
        return list(dict.fromkeys([*([str(remembered)] if remembered else []), *found]))

    async def _list(self, url: str, home: str) -> int:
        """Read one list page by page. Returns how many posts were new."""
        start, total = url, 0
        met: set[str] = set()
        wrapper = _learned(self.seen.memory.source.get("wrapper"))
        for number in range(_LIST_PAGES):
            page = await self.courier.page(url, "daftar", spare=self.spare)
            if page is None or page_key(page.url) in self._listed or page_key(page.url) == page_key(home):
                return total
            self._listed.add(page_key(page.url))
            known = [post.url for post in self.gathered.by_key.values()]
            listed = read_list(page.tree, page.url, home, self.seen.now, known, wrapper)
            fresh = self.gathered.add(listed.posts)
            total += fresh
            if number == 0 and listed.posts:
                self.watched[start] = listed.posts
                self.source.setdefault("list", start)
                self._note_wrapper(start, listed)
            if not listed.posts:
                return total
            if listed.next_url is None or self._reached(listed):
                self._mark_complete(start)
                return total
            keys = {page_key(post.url) for post in listed.posts}
            if keys <= met:
                return total
            met |= keys
            unsaid = sum(post.published is None for post in self.gathered.undated())
            if unsaid > max(ENOUGH, self.courier.left - self.spare):
                return total  # more than can be asked for their day on this visit
            url = listed.next_url
        return total

    def _reached(self, listed: ListPage) -> bool:
        """True when a page's posts are older than the year, or were all known from earlier visits."""
        days = [post.published for post in listed.posts if post.published is not None]
        if days and min(days) < self.since and sorted(days)[len(days) // 2] < self.since:
            return True
        remembered = {page_key(url) for url in self.seen.memory.posts}
        return bool(remembered) and all(page_key(post.url) in remembered for post in listed.posts)

    def _mark_complete(self, start: str) -> None:
        if self.source.get("list") == start:
            self.gathered.complete_since = self.since

    async def _menus(self, home: Document) -> None:
        """Look at the menu's pages for a list, when no word and no address told where the news is."""
        for url in menu_pages(home.tree, home.url)[:_MENU_PAGES]:
            if self.courier.left <= self.spare:
                return
            if await self._list(url, home.url) and self.gathered.newest is not None:
                return

    def harvest(self, pages: Iterable[Document], home: str) -> None:
        """Take posts from lists on pages that were fetched for other reasons, where no source told them all."""
        for page in () if self.complete else pages:
            if page_key(page.url) not in self._listed and same_site(page.url, home):
                self._listed.add(page_key(page.url))
                listed = read_list(page.tree, page.url, home, self.seen.now)
                if sum(post.published is not None for post in listed.posts) >= 3:
                    self.gathered.add(listed.posts)

    async def _sitemaps(self, home: str) -> None:
        declared = [url for text in self.courier.rules.sitemaps if (url := join(home, text))]
        waiting = declared[:_SITEMAPS] or [url for url in [join(home, "/sitemap.xml")] if url]
        for _ in range(_SITEMAPS):
            if not waiting or self.courier.left <= self.spare:
                return
            url = waiting.pop(0)
            answer = await self.courier.get(url, cap=10_000_000, spare=self.spare)
            if answer is None or not answer.ok or not answer.body:
                continue
            read = read_sitemap(answer.body)
            if read.urls or read.sitemaps:
                self.seen.sitemaps.append(url)
            self.seen.sitemap_urls += read.urls
            waiting += sorted(read.sitemaps, key=lambda text: "post" not in text and "berita" not in text)[:2]

    def _from_sitemap(self, home: str) -> None:
        """Addresses whose pages must say themselves whether they are posts; only where no post with a day is known."""
        self.gathered.add(likely_posts(self.seen.sitemap_urls, home))

    def _note_wrapper(self, url: str, listed: ListPage) -> None:
        """Learn the list's place on the page: seen alike on two visits, it is trusted on the third."""
        if not listed.signatures or "wrapper" in self.source:
            return
        before = self.seen.memory.source.get("wrapper") or {}
        signature = listed.signatures[0]
        same = before.get("signature") == signature
        self.source["wrapper"] = {"signature": signature, "url": url, "seen": min(9, before.get("seen", 0) * same + 1)}


def _learned(wrapper: Any) -> str | None:
    if isinstance(wrapper, dict) and int(wrapper.get("seen", 0)) >= 2:
        return str(wrapper.get("signature"))
    return None


def _offered_feeds(home: Document) -> list[str]:
    """Feeds that the home page links, without those of comments."""
    found: list[str] = []
    for node in home.tree.css("link[rel~=alternate][href],a[href]"):
        href = node.attributes.get("href") or ""
        low, kind = href.lower(), (node.attributes.get("type") or "").lower()
        is_link = node.tag == "link" and any(word in kind for word in ("rss", "atom", "feed"))
        is_anchor = node.tag == "a" and low.rstrip("/").endswith(_FEED_ENDS)
        if (is_link or is_anchor) and "comment" not in low and "komentar" not in low and (url := join(home.url, href)):
            found.append(url)
    return list(dict.fromkeys(found))


def _inline_scripts(home: Document) -> list[str]:
    return [node.text(deep=True) or "" for node in home.tree.css("script:not([src])")]


def _own_scripts(home: Document) -> list[str]:
    """Script files of the site itself; libraries last."""
    sources = [node.attributes.get("src") for node in home.tree.css("script[src]")]
    sources += [node.attributes.get("href") for node in home.tree.css("link[rel=modulepreload][href]")]
    own = [url for source in sources if (url := join(home.url, source or "")) and same_site(url, home.url)]
    return sorted(dict.fromkeys(own), key=lambda url: any(name in url.lower() for name in _LIBRARIES))


def _json(answer: Answer | None) -> Any:
    if answer is None or not answer.ok:
        return None
    try:
        return json.loads(answer.body)
    except (ValueError, RecursionError):
        return None

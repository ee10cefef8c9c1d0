"""Fetches for one visit: within the budget, after robots, each address once, conditionally where it was seen before."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from suluh.kernel.http.answer import Answer, Reason
from suluh.kernel.http.session import Session
from suluh.kernel.http.urls import BadUrl, normalise, split
from suluh.kernel.page.encoding import decode
from suluh.kernel.page.fingerprint import body_hash
from suluh.monitoring.engine.robots import Rules
from suluh.monitoring.engine.values import Document, PageMemory, Snapshot, Want

_ROBOTS_KEPT = timedelta(hours=24)
_ROBOTS_TEXT = 20_000
_ROBOTS_SECONDS = 10.0
_SLOW_DELAY = 5.0


@dataclass(slots=True)
class Courier:
    """The fetching side of one visit. `pages` is what will be remembered of the addresses that were asked for."""

    session: Session
    seen: Snapshot
    rules: Rules = field(default_factory=Rules)
    pages: dict[str, PageMemory] = field(default_factory=dict)
    bytes_read: int = 0
    conditional: bool = True
    home_url: str = ""
    robots_url: str = ""
    begun: float = field(default_factory=time.monotonic)
    _given: dict[str, Answer] = field(default_factory=dict)
    _running: dict[str, asyncio.Task[Answer]] = field(default_factory=dict)

    def given_up(self, answer: Answer) -> bool:
        """True when the address let so many requests run out that asking on would only wait."""
        host = split(answer.url).hostname or ""
        silent = answer.reason is Reason.TIMEOUT and answer.status is None
        return silent and self.session.client.patience.worn_out(host, answer.address or "")

    @property
    def left(self) -> int:
        """Requests that may still be made. A long Crawl-delay lowers the budget, so that a visit ends in time.

        A site that answers so slowly that the visit has taken its time is judged by what was read until then.
        """
        if time.monotonic() - self.begun > self.session.client.limits.visit:
            return 0
        most = self.seen.task.max_requests
        if self.rules.delay > _SLOW_DELAY:
            most = min(most, max(6, int(180 / min(self.rules.delay, 30.0))))
        return max(0, most - self.seen.requests)

    async def learn_rules(self, root: str) -> Answer | None:
        """Read robots.txt, at most once a day. None when yesterday's still holds."""
        url = self.robots_url = root + "/robots.txt"
        kept = self.seen.memory.pages.get(url)
        if kept is not None and self._fresh(kept):
            self.rules = Rules(str(kept.data.get("text", "")))
            self.pages[url] = kept
            return None
        self.seen.requests += 1
        answer = await self._fetch(url, seconds=_ROBOTS_SECONDS)
        text = decode(answer.body, answer.headers.get("content-type", "")) if answer.ok else ""
        if "<html" in text[:500].lower():
            text = ""
        self.rules = Rules(text)
        self.seen.robots = answer
        if answer.status is not None:
            data = {"text": text[:_ROBOTS_TEXT], "at": self.seen.now.isoformat()}
            self.pages[url] = PageMemory(data=data)
        return answer

    def _fresh(self, kept: PageMemory) -> bool:
        at = kept.data.get("at")
        return bool(at) and self.seen.now - datetime.fromisoformat(str(at)).astimezone(UTC) < _ROBOTS_KEPT

    async def home(self, url: str) -> Answer:
        """The home page; asked for whatever robots.txt says of other pages, unless it forbids this one."""
        self.home_url = url
        if not self.rules.allows(url):
            return self._unsent(url, Reason.ROBOTS, "robots.txt tidak mengizinkan")
        self.seen.requests += 1
        answer = await self._fetch(url)
        self._given[url] = self.seen.answers[url] = answer
        return answer

    def robots_page(self) -> dict[str, PageMemory]:
        """What is remembered of robots.txt."""
        kept = self.pages.get(self.robots_url)
        return {self.robots_url: kept} if kept is not None else {}

    @property
    def home_unchanged(self) -> bool:
        """True when the home page gave what it gave last time."""
        return bool(self.home_url) and self.unchanged(self.home_url)

    def forget_unread(self) -> None:
        """Forget answers without a body, so that those pages are fetched whole when asked for again."""
        self._given = {url: answer for url, answer in self._given.items() if not answer.not_modified}
        self._running.clear()

    async def get(self, url: str, *, cap: int | None = None, spare: int = 0) -> Answer | None:
        """The answer for an address, asked for once a visit. None when the budget (less `spare`) is spent."""
        try:
            url = str(normalise(url))
        except BadUrl as fault:
            return self._unsent(url, Reason.PRIVATE_ADDRESS, str(fault))
        if url in self._given:
            return self._given[url]
        if not self.rules.allows(url):
            return self._unsent(url, Reason.ROBOTS, "robots.txt tidak mengizinkan")
        if url not in self._running:
            if self.left <= spare:
                return None
            self.seen.requests += 1
            self._running[url] = asyncio.ensure_future(self._fetch(url, cap=cap))
        answer = await self._running[url]
        self._given[url] = self.seen.answers[url] = answer
        return answer

    async def page(self, url: str, purpose: str, *, spare: int = 0) -> Document | None:
        """An HTML page of the site, or None when there is none to read."""
        answer = await self.get(url, spare=spare)
        if answer is None or not answer.ok or answer.not_modified or not is_html(answer):
            return None
        return Document(answer, purpose)

    async def pages_of(self, urls: Iterable[str], purpose: str, *, spare: int = 0) -> list[Document]:
        """Several pages, two at a time, in the order given; those that cannot be read are left out."""
        found = await asyncio.gather(*(self.page(url, purpose, spare=spare) for url in urls))
        return [document for document in found if document is not None]

    async def want(self, want: Want) -> Answer | None:
        """What a probe asked for. Other methods and agents than our plain own are never remembered."""
        if want.method == "GET" and want.agent == "suluh" and want.referrer is None:
            return await self.get(want.url)
        if self.left <= 0:
            return None
        if not self.rules.allows(want.url):
            return self._unsent(want.url, Reason.ROBOTS, "robots.txt tidak mengizinkan")
        self.seen.requests += 1
        return await self.session.fetch(
            want.url, method=want.method, agent=want.agent, referrer=want.referrer, delay=self.rules.delay
        )

    async def _fetch(self, url: str, *, cap: int | None = None, seconds: float | None = None) -> Answer:
        kept = self.seen.memory.pages.get(url) if self.conditional else None
        answer = await self.session.fetch(
            url,
            etag=kept.etag if kept else None,
            last_modified=kept.last_modified if kept else None,
            delay=self.rules.delay,
            cap=cap,
            seconds=seconds,
        )
        self.bytes_read += len(answer.body)
        self._remember(url, answer, kept)
        return answer

    def _remember(self, url: str, answer: Answer, kept: PageMemory | None) -> None:
        if answer.not_modified and kept is not None:
            self.pages[url] = kept
        elif answer.ok:
            self.pages[url] = PageMemory(
                etag=answer.headers.get("etag"),
                last_modified=answer.headers.get("last-modified"),
                body_hash=body_hash(answer.body) if kept is not None and answer.body else None,
                data=kept.data if kept else {},
            )

    def remembered(self, urls: Iterable[str]) -> dict[str, PageMemory]:
        """What is remembered of these addresses; most others are never compared, so only these are hashed."""
        found: dict[str, PageMemory] = {}
        for url in urls:
            page, given = self.pages.get(url), self._given.get(url)
            if page is not None and page.body_hash is None and given is not None and given.body:
                page = replace(page, body_hash=body_hash(given.body))
            if page is not None:
                found[url] = page
        return found

    def unchanged(self, url: str) -> bool:
        """True when the address was seen on the last visit and now gave the same content."""
        before = self.seen.memory.pages.get(url)
        after = self.pages.get(url)
        if before is None or after is None:
            return False
        return after is before or (before.body_hash is not None and before.body_hash == after.body_hash)

    def _unsent(self, url: str, reason: Reason, detail: str) -> Answer:
        answer = Answer(requested=url, url=url, reason=reason, at=self.seen.now, detail=detail)
        self.seen.answers.setdefault(url, answer)
        return answer


def is_html(answer: Answer) -> bool:
    """True for a body that a browser would show as a page."""
    kind = answer.headers.get("content-type", "").lower()
    if "html" in kind:
        return True
    return not kind.startswith(("image/", "video/", "application/")) and b"<" in answer.body[:500]

"""One visit to one site: fetch politely, find what was published, ask the probes, say what was seen."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from suluh.kernel.http.answer import Answer, Certificate, Reason, TlsState
from suluh.kernel.http.client import Client
from suluh.kernel.http.session import Session
from suluh.monitoring.engine import gates
from suluh.monitoring.engine.courier import Courier
from suluh.monitoring.engine.days import WIB
from suluh.monitoring.engine.front import open_front
from suluh.monitoring.engine.posts import Gathered
from suluh.monitoring.engine.questions import (
    ask_pages,
    judge,
    look_again,
    look_in_disguise,
    of_the_unit,
)
from suluh.monitoring.engine.values import (
    FindingSeen,
    ItemSeen,
    PostSeen,
    Proof,
    SiteMemory,
    SiteTask,
    Snapshot,
    VisitResult,
)
from suluh.monitoring.probes.protocol import Probe, all_probes, doorstep_probes

log = logging.getLogger(__name__)
_FOR_A_SECOND_LOOK = 1
"""Requests that a visit to an unchanged site keeps for a home page that took its time."""


async def visit(
    task: SiteTask, memory: SiteMemory, client: Client, now: datetime, probes: Sequence[Probe] | None = None
) -> VisitResult:
    """Look at one site once. Never raises for what the site or the network does.

    Without `probes` all judge it, loaded when the site has answered.

    `memory` is what `VisitResult.memory` of the last visit was (an empty one at first); it is not changed. `now` is
    aware; what pages call today is read in WIB. A site that did not answer is told by `alive` and `reason`; trying
    again later before calling it dead is the sweep's business.
    """
    async with Session(client) as session:
        one = _Visit(task, memory, session, now.astimezone(WIB), probes)
        try:
            return await one.run()
        finally:
            one.seen.release()


class _Visit:
    """The steps of a visit, in order."""

    def __init__(
        self, task: SiteTask, memory: SiteMemory, session: Session, now: datetime, probes: Sequence[Probe] | None
    ) -> None:
        self.started = datetime.now(UTC)
        self._given = probes
        self.seen = Snapshot(task=task, now=now, memory=memory)
        self.courier = Courier(session, self.seen)
        self.gathered = Gathered(now)
        self.gathered.add(memory.posts.values())
        self.findings: list[FindingSeen] = []
        self.items: list[ItemSeen] = []

    @property
    def probes(self) -> Sequence[Probe]:
        """The probes of this visit."""
        return all_probes() if self._given is None else self._given

    async def run(self) -> VisitResult:
        """Home page, gates, posts, pages for the probes, verdicts."""
        await open_front(self.courier)
        if self.seen.home is None and not gates.home_not_modified(self.seen):
            self._judge(doorstep_probes() if self._given is None else self._given)
            return self._result(memory=self._remembered_when_unread())
        if await gates.nothing_changed(self.courier):
            return await self._reuse()
        await gates.start_afresh(self.courier)
        if self.seen.home is None:
            return self._result(memory=self._remembered_when_unread())
        return await self._read()

    async def _read(self) -> VisitResult:
        seen, home = self.seen, self.seen.home
        if home is None:
            raise ValueError("a site is read from its home page")
        from suluh.monitoring.engine.articles import ENOUGH, read_texts, read_undated
        from suluh.monitoring.engine.cms import recognise
        from suluh.monitoring.engine.discovery import Discovery
        from suluh.monitoring.engine.sitemapposts import trust_stamps

        seen.cms = recognise(home.html, home.answer.headers)
        discovery = Discovery(self.courier, seen, self.gathered, spare=_share(seen.task.max_requests))
        await discovery.run(home)
        await read_undated(self.courier, self.gathered, spare=discovery.spare, enough=ENOUGH)
        self._show_posts()
        await ask_pages(self.probes, self.courier, lambda pages: discovery.harvest(pages, home.url))
        await look_again(self.courier)
        await read_undated(self.courier, self.gathered, spare=0)
        trust_stamps(self.gathered, seen.sitemap_urls)
        await read_texts(self.courier, self.gathered, self._new_posts(), spare=0)
        self._show_posts()
        if seen.task.pair:
            await look_in_disguise(self.courier, home.url)
        self._judge([probe for probe in self.probes if probe.content_only])
        memory = gates.remembered(self.courier, self.gathered, discovery, [*self.findings], [*self.items])
        self._judge([probe for probe in self.probes if not probe.content_only])
        return replace(self._result(memory=memory), covered_since=self.gathered.complete_since)

    async def _reuse(self) -> VisitResult:
        """An unchanged site: yesterday's verdicts on its content hold; those that depend on the day are made anew.

        Posts that the budget of earlier visits did not reach are asked for their day now.
        """
        seen, memory = self.seen, self.seen.memory
        if self.gathered.undated():
            from suluh.monitoring.engine.articles import read_undated

            await read_undated(self.courier, self.gathered, spare=_FOR_A_SECOND_LOOK)
        seen.changed = False
        seen.cms = str(memory.source.get("cms", "other"))
        seen.feed = memory.source.get("feed")
        self._show_posts()
        await look_again(self.courier)
        self._judge([probe for probe in self.probes if not probe.content_only])
        self.findings += memory.findings
        self.items += memory.items
        posts = {post.url: post for post in gates.recent(self.gathered)}
        pages = {url: self.courier.pages.get(url, page) for url, page in memory.pages.items()}
        kept = replace(memory, pages=pages | self.courier.robots_page(), posts=posts, visited_at=seen.now)
        return replace(self._result(memory=kept), unchanged=True, covered_since=gates.covered(memory))

    def _show_posts(self) -> None:
        self.seen.posts = self.gathered.newest_first(self.seen.task.max_posts)
        self.seen.newest = self.gathered.newest
        self.seen.new_posts = self._new_posts()
        self.seen.future_posts = self.gathered.future

    def _new_posts(self) -> list[PostSeen]:
        known = self.seen.memory.posts
        return [post for post in self.gathered.newest_first(self.seen.task.max_posts) if post.url not in known]

    def _judge(self, probes: Sequence[Probe]) -> None:
        findings, items = judge(probes, self.seen)
        self.findings += findings
        self.items += items

    def _remembered_when_unread(self) -> SiteMemory:
        """A site that could not be read keeps its memory, so that its return is compared with what it was."""
        return replace(self.seen.memory, pages={**self.seen.memory.pages, **self.courier.robots_page()})

    def _result(self, memory: SiteMemory) -> VisitResult:
        seen = self.seen
        answer = seen.home_answer
        if answer is None:
            raise ValueError("a visit asks for the home page first")
        return VisitResult(
            task=seen.task,
            started_at=self.started,
            finished_at=datetime.now(UTC),
            alive=seen.alive,
            reason=answer.reason,
            http_status=answer.status,
            final_url=answer.url,
            address=answer.address,
            certificate=seen.certificate or Certificate(TlsState.NONE),
            cms=seen.cms if seen.home is not None or not seen.changed else None,
            feed=seen.feed,
            last_post=self.gathered.newest,
            posts=seen.posts,
            items=self.items,
            findings=of_the_unit(self.findings),
            requests=seen.requests,
            bytes_read=self.courier.bytes_read,
            timings={name: round(value, 4) for name, value in answer.timings.items()},
            home_proof=_proof(answer),
            memory=memory,
        )


def _share(requests: int) -> int:
    """Requests that the search for posts leaves for the probes; what they do not need it gets back."""
    return max(4, int(requests * 0.5))


def _proof(answer: Answer) -> Proof:
    kept = ("content-type", "server", "date", "last-modified", "etag", "location", "x-powered-by")
    return Proof(
        url=answer.url,
        seen_at=answer.at,
        status=answer.status,
        address=answer.address,
        headers={name: answer.headers[name] for name in kept if name in answer.headers},
        excerpt=answer.detail or "",
        how="Halaman depan dibuka sekali oleh perayap.",
    )


def failed_visit(task: SiteTask, memory: SiteMemory, now: datetime, fault: Exception) -> VisitResult:
    """The result of a visit that our own fault or the visit's time limit ended; `error` says so.

    It says nothing about the site: whoever stores it must not count it as an observation.
    """
    reason = Reason.TIMEOUT if isinstance(fault, TimeoutError) else Reason.OK
    log.error("visit of %s failed", task.url, exc_info=fault)
    return VisitResult(
        task=task,
        started_at=now,
        finished_at=datetime.now(UTC),
        alive=False,
        reason=reason,
        memory=memory,
        error=f"{type(fault).__name__}: {fault}",
    )

"""The engine's side of the probe socket: pages they want, verdicts they give, faults they make."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from itertools import product

from suluh.kernel.http.client import Agent
from suluh.monitoring.engine.courier import Courier, is_html
from suluh.monitoring.engine.values import Document, FindingSeen, ItemSeen, Snapshot, Want
from suluh.monitoring.probes.protocol import Probe

log = logging.getLogger(__name__)
_ROUNDS = 14
_WORTH_A_SECOND_LOOK = 2.0
"""Seconds for a home page from which it is asked for once more."""
_SURE = 2
"""Priority up to which a page is wanted for what it surely holds."""
_OF_OWN_PAGES = frozenset(
    {
        "not-mobile", "heavy", "a11y-basic", "mixed-content", "menu-broken", "links-broken",
        "stale", "silent", "future-date", "fake-fresh", "activities-only",
    }
)  # fmt: skip
"""Findings that say something of the unit's own pages, hence nothing where the home page is somebody else's."""
_NOT_OWN = frozenset({"bait", "doorway", "unlinked"})
_LOOKS = (
    ("browser", Agent.BROWSER, None),
    ("searchbot", Agent.SEARCHBOT, None),
    ("referrer", Agent.BROWSER, "https://www.google.com/"),
)


async def ask_pages(probes: Sequence[Probe], courier: Courier, also: Callable[[Sequence[Document]], None]) -> None:
    """Fetch what the probes want, in rounds, most important first, until nobody wants more or the budget is spent.

    Who kept requests back for others is asked once more when those want none. Each page is read by the probes and by
    `also` in the round in which it came; then its parse is let go of, so that a visit holds the parses of one round.
    """
    asked: set[tuple[str, str, str, str | None]] = set()
    had: set[str] = set()
    for _ in range(_ROUNDS):
        wants: list[Want] = []
        for want in _wanted(probes, courier.seen):
            mark = (want.url, want.method, want.agent, want.referrer)
            if mark not in asked:
                asked.add(mark)
                wants.append(want)
        _read_new(probes, courier.seen, had, also)
        if courier.left <= 0 or (not wants and courier.seen.last_call):
            return
        courier.seen.last_call = courier.seen.last_call or not wants
        wants.sort(key=lambda want: want.priority)
        await asyncio.gather(*(_fetch(want, courier) for want in wants))
    _read_new(probes, courier.seen, had, also)


def _read_new(
    probes: Sequence[Probe], seen: Snapshot, had: set[str], also: Callable[[Sequence[Document]], None]
) -> None:
    """Have the pages that came since the last call read, after the probes looked at them to say what they want."""
    new = {url: page for url, page in seen.pages.items() if url not in had}
    had.update(new)
    for probe, page in product(probes, new.values()):
        try:
            probe.read(page, seen)
        except Exception:  # a probe's own fault must not fail the visit
            log.exception("probe %s could not read %s", probe.code, page.url)
    also([page for page in new.values() if page.purpose not in _NOT_OWN])
    seen.put_away()


def _wanted(probes: Sequence[Probe], seen: Snapshot) -> Iterable[Want]:
    for probe in probes:
        try:
            yield from list(probe.wants(seen))
        except Exception:  # a probe's own fault must not fail the visit
            log.exception("probe %s could not say what it wants on %s", probe.code, seen.task.url)


async def _fetch(want: Want, courier: Courier) -> None:
    answer = await courier.want(want)
    if answer is None:
        courier.seen.held_back |= want.priority <= _SURE
    else:
        courier.seen.answers[want.url] = answer
        if want.method == "GET" and answer.ok and answer.body and is_html(answer):
            courier.seen.pages.setdefault(want.url, Document(answer, want.purpose))


def judge(probes: Sequence[Probe], seen: Snapshot) -> tuple[list[FindingSeen], list[ItemSeen]]:
    """What the probes say. One that fails is logged and the others stand."""
    findings: list[FindingSeen] = []
    items: list[ItemSeen] = []
    for probe in probes:
        try:
            said = list(probe.judge(seen))
        except Exception:  # a probe's own fault must not fail the visit
            log.exception("probe %s could not judge %s", probe.code, seen.task.url)
            continue
        findings += [word for word in said if isinstance(word, FindingSeen)]
        items += [word for word in said if isinstance(word, ItemSeen)]
    return findings, items


def of_the_unit(findings: Sequence[FindingSeen]) -> list[FindingSeen]:
    """Findings without those on looks and news of a home page that is not the unit's any more."""
    if not any(finding.data.get("replaced") for finding in findings):
        return list(findings)
    return [finding for finding in findings if finding.code not in _OF_OWN_PAGES]


async def look_again(courier: Courier) -> None:
    """Ask once more for a home page that took its time: one slow answer may be a hiccup on the way."""
    seen = courier.seen
    first = seen.home_answer
    if first is None or first.status is None or first.timings.get("total", 0.0) < _WORTH_A_SECOND_LOOK:
        return
    if courier.left > 0:
        seen.requests += 1
        seen.home_again = await courier.session.fetch(first.url, delay=courier.rules.delay)


async def look_in_disguise(courier: Courier, home: str) -> None:
    """The home page as a browser, as a search engine, and as somebody coming from one, for the pair test."""
    for name, agent, referrer in _LOOKS:
        courier.seen.requests += 1
        answer = await courier.session.fetch(home, agent=agent, referrer=referrer, delay=courier.rules.delay)
        if answer.body:
            courier.seen.pair[name] = Document(answer, f"pair:{name}")

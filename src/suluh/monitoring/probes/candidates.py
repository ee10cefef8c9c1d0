"""Which pages of a site may hold which item: links of every shape and the sitemap, scored by the words they carry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import unquote

from suluh.kernel.http.urls import split
from suluh.law.items import item
from suluh.monitoring.engine.values import Document, Snapshot, Want
from suluh.monitoring.probes.blocks import Link
from suluh.monitoring.probes.injection.address import doorway
from suluh.monitoring.probes.injection.doors import LOOKS_LIKE_ONE
from suluh.monitoring.probes.naming import HUB, Naming, vocabulary
from suluh.monitoring.probes.outline import outline
from suluh.monitoring.probes.site import (
    CONTROL,
    control_url,
    documents,
    host_of,
    is_gone,
    is_own,
    is_regency,
    own_words,
)

DATED = re.compile(
    r"/(19|20)\d\d/\d{1,2}(/|$)"
    r"|/(berita|artikel|news|kabar|pengumuman|posts?|blog|tag|category|kategori|author|galeri|gallery|album|foto|video)"
    r"/[^/?#]{12,}",
    re.I,
)
ASSET = re.compile(
    r"\.(jpe?g|png|gif|webp|svg|ico|css|js|mp4|mp3|woff2?|xml|rss)$"
    r"|/(feed|rss|wp-json|wp-admin|wp-login|login|masuk|logout|register|cart|xmlrpc)(/|$|\.|\?)",
    re.I,
)
WORDY = re.compile(r"[a-z]{3}", re.I)
MAX_HUBS = 8
KEPT_FOR_SAMPLES = 8
KEPT_FROM_FIRM = 5
FIRM = 2
MAX_EXPLORED = 14


@dataclass(slots=True)
class Candidate:
    """An address and why it may hold items: scores by code, 0–20, and how it was reached."""

    url: str
    scores: dict[str, float]
    label: str = ""
    hub: bool = False
    linked: bool = False  # from a page of the site, not from its sitemap alone
    named: frozenset[str] = frozenset()  # codes its link named firmly
    said: dict[str, float] = field(default_factory=dict)  # scores before what its address takes away


@lru_cache(maxsize=8192)
def page_key(url: str) -> str:
    """Address by which two spellings of one page are the same."""
    parts = split(url)
    return f"{host_of(url)}{parts.path.rstrip('/') or '/'}?{parts.query}"


def _links_of(page: Document, seen: Snapshot) -> Iterator[Link]:
    """Links from an own page to pages of the site or its regency."""
    if not is_own(page.url, seen):
        return
    for link in outline(page).links:
        if (
            link.is_web
            and not link.raw.startswith("#")
            and link.raw
            and (is_own(link.url, seen) or is_regency(link.url, seen))
        ):
            yield link


def candidates(seen: Snapshot) -> dict[str, Candidate]:
    """Pages that may hold items, by key; what was read since the last call is added."""
    home = seen.home
    if home is None:
        return {}
    known: _Gathering | None = home.notes.get("candidates")
    if known is None or known.posts is not seen.posts:
        known = home.notes["candidates"] = _Gathering(seen, home)
    if known.answers != len(seen.answers):
        known.answers = len(seen.answers)
        known.add_links(seen)
    return known.found


class _Gathering:
    """Candidates of one visit: links of the home page, the sitemap, then the links of each further page once."""

    def __init__(self, seen: Snapshot, home: Document) -> None:
        self.found: dict[str, Candidate] = {}
        self.answers = -1
        self.posts = seen.posts
        self._left_out = {page_key(home.url), *(page_key(post.url) for post in seen.posts)}
        self._names = vocabulary(seen.task.kind)
        self._own = own_words(seen)
        self._walked: set[str] = set()
        self._links: set[tuple[str, str, float]] = set()
        self.add_links(seen)
        for url, _ in seen.sitemap_urls[:3000]:
            if is_own(url, seen) and not _unfit(url, False):
                self._note(url, Naming(), 0.5, "", linked=False)

    def add_links(self, seen: Snapshot) -> None:
        """Note the links of pages that were not walked yet."""
        for page in documents(seen):
            if page.url not in self._walked:
                self._walked.add(page.url)
                weight = 1.0 if page is seen.home else 0.8
                for link in _links_of(page, seen):
                    mark = (link.url, link.label, weight)
                    if mark not in self._links and not _unfit(link.url, link.is_document):
                        self._links.add(mark)
                        self._note(link.url, self._names.read(link.label, self._own), weight, link.label, linked=True)

    def _note(self, url: str, naming: Naming, weight: float, label: str, *, linked: bool) -> None:
        key = page_key(url)
        if key in self._left_out:
            return
        candidate = self.found.get(key)
        if candidate is None or (linked and not candidate.linked):  # the address that a page links is the one asked for
            said = candidate.said if candidate is not None else {}
            self.found.pop(key, None)
            candidate = self.found[key] = Candidate(url, {}, linked=linked, said=said)
            _hear(candidate, self._names.read(_slug(url), self._own), 0.6, 2.0)
        candidate.label = candidate.label or label
        if naming.firm:
            candidate.named |= naming.codes
        _hear(candidate, naming, weight, 0.0)
        less = 6 if DATED.search(candidate.url) else 0
        candidate.scores = {code: score - less for code, score in candidate.said.items()}


@lru_cache(maxsize=8192)
def _unfit(url: str, document: bool) -> bool:
    """True for files, machinery of the site, and addresses that sound like an intruder's pages."""
    odd = "replytocom" in url or doorway(url)[0] >= LOOKS_LIKE_ONE
    return document or odd or bool(ASSET.search(split(url).path))


def _slug(url: str) -> str:
    parts = split(url)
    pieces = [piece for piece in unquote(parts.path).split("/") if piece]
    query = unquote(parts.query).replace("=", " ").replace("&", " ")
    return f"{pieces[-1] if pieces else ''} {query}".replace("-", " ").replace("_", " ").replace(".", " ")


def _hear(candidate: Candidate, naming: Naming, weight: float, bonus: float) -> None:
    """Count what a text says of a candidate."""
    candidate.hub = candidate.hub or (HUB in naming.hints and naming.share >= 0.75)
    if naming.newsy and naming.share < 0.5:
        return
    said = candidate.said
    for code in naming.codes:
        score = weight * (10 * naming.share + min(naming.words, 4)) + bonus
        said[code] = max(said.get(code, 0.0), score if naming.firm else score - 4)
    for code in naming.hints - {HUB}:
        said[code] = max(said.get(code, 0.0), weight * 4 * naming.share)


def best_for(code: str, seen: Snapshot, count: int, least: float = 1.5) -> list[Candidate]:
    """Candidates for one item that were not asked for yet, best first."""
    own = item(code).own
    fit = [
        candidate
        for candidate in _open_by_code(seen).get(code, ())
        if candidate.scores[code] >= least and (not own or is_own(candidate.url, seen))
    ]
    fit.sort(key=lambda candidate: (-candidate.scores[code], len(candidate.url)))
    return fit[:count]


def _open_by_code(seen: Snapshot) -> dict[str, list[Candidate]]:
    """Candidates not asked for yet, by the items they may hold."""
    if seen.home is None:
        return {}
    asked, known = _asked(seen), candidates(seen)
    found: tuple[set[str], dict[str, Candidate], dict[str, list[Candidate]]] | None = seen.home.notes.get("open")
    if found is None or found[0] is not asked or found[1] is not known:
        by_code: dict[str, list[Candidate]] = {}
        for key, candidate in known.items():
            if key not in asked:
                for code in candidate.scores:
                    by_code.setdefault(code, []).append(candidate)
        found = seen.home.notes["open"] = (asked, known, by_code)
    return found[2]


def _asked(seen: Snapshot) -> set[str]:
    """Pages that were read, asked for or refused; what the search for posts fetched can still be had, for nothing."""
    if seen.home is None:
        return set()
    stamp = (len(seen.answers), len(issued(seen)))
    known: tuple[tuple[int, int], set[str]] | None = seen.home.notes.get("asked for")
    if known is None or known[0] != stamp:
        refused = {page_key(url) for url, answer in seen.answers.items() if not answer.ok}
        read = {page_key(url) for url in seen.pages} | {page_key(page.url) for page in documents(seen)}
        known = seen.home.notes["asked for"] = (stamp, refused | read | {page_key(url) for url in issued(seen)})
    return known[1]


def issued(seen: Snapshot) -> set[str]:
    """Addresses that the items asked for on this visit."""
    if seen.home is None:
        return set()
    known: set[str] = seen.home.notes.setdefault("items:issued", set())
    return known


def read_hubs(seen: Snapshot) -> int:
    """Number of index pages read so far."""
    known = candidates(seen)
    asked = _asked(seen)
    return sum(1 for key, candidate in known.items() if candidate.hub and key in asked)


def item_wants(seen: Snapshot, unsettled: tuple[str, ...]) -> tuple[list[Want], bool]:
    """Pages to read next for items not settled yet: the likeliest, then index pages, then unexplained links.

    Also whether some are left out, because the requests for them are kept for samples or spent.
    """
    if seen.home is None:
        return [], False
    wants: dict[str, Want] = {}
    if control_url(seen) not in seen.answers:
        wants[page_key(control_url(seen))] = Want(control_url(seen), CONTROL, 1)
    for code in _in_turn(unsettled, seen):
        for place, candidate in enumerate(best_for(code, seen, 2)):
            firm = candidate.scores[code] >= 7
            if place and not firm:
                continue
            priority = 2 + place if firm else 4
            _ask(wants, candidate, f"item:{code}", priority)
    if unsettled:
        _ask_hubs(seen, wants)
        if not wants:
            _ask_unexplained(seen, wants)
    ordered = sorted(wants.values(), key=lambda want: want.priority)
    free = [want for want in ordered if want.url in seen.answers]
    paid = [want for want in ordered if want.url not in seen.answers]
    certain = [want for want in paid if want.priority <= FIRM]
    room = max(0, min(len(certain), _room(seen, KEPT_FROM_FIRM)), _room(seen, KEPT_FOR_SAMPLES))
    proven = _proven(seen)
    seen.held_back = any(want.purpose.removeprefix("item:") not in proven for want in certain[room:])
    return free + paid[:room], len(paid) > room


def _in_turn(codes: tuple[str, ...], seen: Snapshot) -> list[str]:
    """What no earlier visit proved first, so that a large site is read in turns; then the recap's own columns."""
    known = _proven(seen)
    return sorted(codes, key=lambda code: (code in known, not code.startswith("I-")))


def _proven(seen: Snapshot) -> set[str]:
    """Items that an earlier visit found."""
    return {one.code for one in seen.memory.items if one.found}


def _room(seen: Snapshot, kept: int) -> int:
    """Requests that items may still take when some are kept for sampling links and menu, as long as these may come."""
    most = seen.task.max_requests
    return most - seen.requests - (0 if seen.last_call else min(kept, most // 5))


def _ask(wants: dict[str, Want], candidate: Candidate, purpose: str, priority: int) -> None:
    key = page_key(candidate.url)
    if key not in wants or priority < wants[key].priority:
        wants[key] = Want(candidate.url, purpose, priority)


def _ask_hubs(seen: Snapshot, wants: dict[str, Want]) -> None:
    asked = _asked(seen)
    fresh = [candidate for key, candidate in candidates(seen).items() if candidate.hub and key not in asked]
    fresh.sort(key=lambda candidate: (not candidate.linked, len(candidate.url)))
    for candidate in fresh[: max(0, MAX_HUBS - read_hubs(seen))]:
        _ask(wants, candidate, "hub", 3)


def _ask_unexplained(seen: Snapshot, wants: dict[str, Want]) -> None:
    """Links whose words say nothing to us: their pages may still name an item."""
    asked = _asked(seen)
    spent = sum(1 for page in seen.pages.values() if page.purpose == "explore")
    known = [
        candidate
        for key, candidate in candidates(seen).items()
        if candidate.linked and key not in asked and not DATED.search(candidate.url)
        and is_own(candidate.url, seen) and 0 < len(candidate.label.split()) <= 6 and WORDY.search(candidate.label)
    ]  # fmt: skip
    for candidate in known[: max(0, MAX_EXPLORED - spent)]:
        _ask(wants, candidate, "explore", 6)


def reachable_pages(seen: Snapshot) -> list[Document]:
    """Pages read that are there: answered, and no soft 404."""
    return [page for page in documents(seen) if page is seen.home or not is_gone(page, seen)]


READ = "items:read"


def items_are_read(seen: Snapshot) -> bool:
    """True when the items ask for no more pages: what is left of the budget is for sampling."""
    return seen.home is not None and seen.home.notes.get(READ) == len(seen.answers)

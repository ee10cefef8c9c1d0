"""What one visit to a site takes in, holds on the way, and gives back. Plain values, no database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from suluh.kernel.http.answer import Answer, Certificate, Reason, TlsState
from suluh.law.kinds import UnitKind

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser


class Severity(StrEnum):
    """How much a finding matters to a citizen."""

    INFO = "info"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class ItemState(StrEnum):
    """Whether a mandatory item was found on the site (`contracts.md`, check)."""

    FOUND = "found"
    STUB = "stub"
    MISSING = "missing"
    INHERITED = "inherited"


@dataclass(frozen=True, slots=True)
class SiteTask:
    """One site to visit. `regency_hosts` are hosts whose pages count as inherited."""

    url: str
    kind: UnitKind
    unit_name: str = ""
    site_id: int | None = None
    registered: bool = False
    pair: bool = False
    regency_hosts: tuple[str, ...] = ()
    max_requests: int = 40
    max_posts: int = 100


@dataclass(frozen=True, slots=True)
class PageMemory:
    """What is remembered of one address so that an unchanged page costs nothing next time."""

    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    data: dict[str, Any] = field(default_factory=dict)  # what was read from it, JSON-able


@dataclass(slots=True)
class SiteMemory:
    """What the last visit left for the next; stored as JSON beside the site's state."""

    pages: dict[str, PageMemory] = field(default_factory=dict)
    source: dict[str, Any] = field(default_factory=dict)  # where posts were found, and the learned list wrapper
    posts: dict[str, PostSeen] = field(default_factory=dict)  # by address
    items: list[ItemSeen] = field(default_factory=list)
    findings: list[FindingSeen] = field(default_factory=list)  # of probes that depend on page content alone
    hosts: list[str] = field(default_factory=list)  # external hosts linked before
    visited_at: datetime | None = None


@dataclass(slots=True)
class Document:
    """One HTML page of the visited site; parsed at most once, and only when somebody looks."""

    answer: Answer
    purpose: str = ""
    unchanged: bool = False

    @property
    def url(self) -> str:
        """Final address, after redirects."""
        return self.answer.url

    @property
    def tree(self) -> LexborHTMLParser:
        """Parse tree of the page."""
        if self._tree is None:
            from selectolax.lexbor import LexborHTMLParser

            self._tree = LexborHTMLParser(self.html)
        return self._tree

    @property
    def parsed(self) -> bool:
        """True while a parse is kept."""
        return self._tree is not None

    @property
    def html(self) -> str:
        """Body as text, decoded by header, BOM, meta, UTF-8, windows-1252, and cut where it would trap a parser."""
        if self._html is None:
            from suluh.kernel.page.bearable import bearable
            from suluh.kernel.page.encoding import decode

            self._html = bearable(decode(self.answer.body, self.answer.headers.get("content-type", "")))
        return self._html

    def put_away(self) -> None:
        """Let go of the parse, by far the largest part of a page; it is made again should somebody look once more."""
        self._tree = self._html = None

    def release(self) -> None:
        """Let go of the tree and of what was computed, which refer to each other and would wait for the collector."""
        self.put_away()
        self.notes.clear()

    _tree: LexborHTMLParser | None = None
    _html: str | None = None
    notes: dict[str, Any] = field(default_factory=dict)  # what probes computed and want to share


@dataclass(frozen=True, slots=True)
class PostSeen:
    """One published item of the site. `published` is the day printed for readers, None when unknown."""

    url: str
    title: str
    published: date | None
    source: str  # feed | wp-json | opensid | sitemap | json-api | list
    precision: str | None = None
    confidence: float = 1.0
    text: str | None = None
    author: str | None = None
    category: str | None = None
    first_seen: datetime | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """What was seen, where and when; enough to store an evidence row."""

    url: str
    seen_at: datetime
    excerpt: str = ""
    marks: tuple[str, ...] = ()  # words of the excerpt to highlight
    status: int | None = None
    address: str | None = None
    sha256: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None  # kept only for accusations
    how: str = ""  # plain Indonesian: how it was established


@dataclass(frozen=True, slots=True)
class FindingSeen:
    """One fault seen on this visit. `message` is a plain Indonesian sentence; `step` says what to do."""

    code: str
    severity: Severity
    message: str
    proof: Proof | None = None
    step: str = ""
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ItemSeen:
    """State of one mandatory item on the site."""

    code: str
    state: ItemState
    evidence_url: str | None = None
    title: str = ""
    excerpt: str = ""
    proof: Proof | None = None

    @property
    def found(self) -> bool:
        """True when the item is there, on the site itself or inherited."""
        return self.state in (ItemState.FOUND, ItemState.INHERITED)


@dataclass(frozen=True, slots=True)
class Want:
    """A page that a probe asks the engine to fetch before it judges."""

    url: str
    purpose: str
    priority: int = 5  # 1 first; what exceeds the request budget is dropped from the end
    method: str = "GET"
    agent: str = "suluh"  # suluh | browser | searchbot
    referrer: str | None = None


@dataclass(slots=True)
class Snapshot:
    """Everything known about a site during one visit; probes read it, the engine fills it."""

    task: SiteTask
    now: datetime  # aware, UTC
    memory: SiteMemory
    home: Document | None = None
    home_answer: Answer | None = None
    home_again: Answer | None = None  # asked once more at the end, where the home page took its time
    robots: Answer | None = None
    certificate: Certificate | None = None
    cms: str = "other"
    feed: str | None = None
    sitemaps: list[str] = field(default_factory=list)
    sitemap_urls: list[tuple[str, str | None]] = field(default_factory=list)  # (address, lastmod as written)
    posts: list[PostSeen] = field(default_factory=list)  # newest first, last 365 days
    newest: date | None = None  # day of the newest real publication, however old
    new_posts: list[PostSeen] = field(default_factory=list)
    future_posts: list[PostSeen] = field(default_factory=list)  # dated later than today; never among `posts`
    pages: dict[str, Document] = field(default_factory=dict)  # by wanted address
    answers: dict[str, Answer] = field(default_factory=dict)  # every answer, also HEAD and failed ones
    pair: dict[str, Document] = field(default_factory=dict)  # by agent: browser, searchbot, referrer
    requests: int = 0
    last_call: bool = False  # True once no probe wanted more: what was kept back of the budget may be spent
    held_back: bool = False  # True while pages that surely hold something wait for the next visit, for want of requests
    changed: bool = True  # False when home, list and item pages are all as last time

    def put_away(self) -> None:
        """Let go of the parses of all pages but the home page, which every probe looks at."""
        notes = self.home.notes.values() if self.home is not None else ()
        for page in (*self.pages.values(), *(note for note in notes if isinstance(note, Document))):
            page.put_away()

    def release(self) -> None:
        """Let go of what was computed for the pages, once the visit is judged."""
        for page in (*self.pages.values(), *self.pair.values(), *([self.home] if self.home is not None else [])):
            page.release()

    @property
    def alive(self) -> bool:
        """True when the home page answered in a way that counts as alive.

        A server with a certificate fault is alive when it answers past the fault, or when nothing but the certificate
        came: that it is dead is then not proven. Its pages are not read.
        """
        return self.home is not None or (
            self.home_answer is not None
            and (
                self.home_answer.reason in (Reason.BLOCKED, Reason.ROBOTS)
                or self.home_answer.not_modified
                or (self.home_answer.reason is Reason.TLS and _stands(self.home_answer))
            )
        )


def _stands(answer: Answer) -> bool:
    """True for a server with a certificate fault that answered past it, or of which only the certificate came."""
    if answer.status is None:
        return answer.certificate is not None and answer.certificate.shown
    return answer.status < 400


@dataclass(slots=True)
class VisitResult:
    """The outcome of one visit; `suluh check` prints it, a sweep stores it."""

    task: SiteTask
    started_at: datetime
    finished_at: datetime
    alive: bool
    reason: Reason
    http_status: int | None = None
    final_url: str | None = None
    address: str | None = None
    certificate: Certificate = field(default_factory=lambda: Certificate(TlsState.NONE))
    cms: str | None = None
    feed: str | None = None
    last_post: date | None = None
    posts: list[PostSeen] = field(default_factory=list)
    covered_since: date | None = None  # posts are complete back to this day; None when nothing can be said
    items: list[ItemSeen] = field(default_factory=list)
    findings: list[FindingSeen] = field(default_factory=list)
    requests: int = 0
    bytes_read: int = 0
    timings: dict[str, float] = field(default_factory=dict)
    home_proof: Proof | None = None
    memory: SiteMemory = field(default_factory=SiteMemory)
    unchanged: bool = False
    error: str | None = None


__all__ = [
    "Document", "FindingSeen", "ItemSeen", "ItemState", "PageMemory", "PostSeen", "Proof",
    "Severity", "SiteMemory", "SiteTask", "Snapshot", "VisitResult", "Want",
]  # fmt: skip

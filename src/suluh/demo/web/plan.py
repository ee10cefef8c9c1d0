"""What a simulated site is before any HTML: its unit, posts, pages, manners and faults."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Protocol

from suluh.demo.prose.news import Article, Mix
from suluh.demo.units import DemoUnit
from suluh.demo.web.faults import Fault
from suluh.demo.web.respond import Request, Response


@dataclass(frozen=True, slots=True)
class Release:
    """A press text that several sites carry. `first` names the host that published it before the others."""

    seed: str
    first: str
    days_ago: int


@dataclass(frozen=True, slots=True)
class SiteBrief:
    """The order to build one site; small, so that 10,000 of them wait cheaply until somebody looks.

    `age` counts the steps the web has taken since the plan's `now`: a site whose age differs may have changed.
    """

    host: str
    scheme: str
    unit: DemoUnit
    kind: str
    seed: int
    posts_per_month: float
    faults: frozenset[Fault] = frozenset()
    releases: tuple[Release, ...] = ()
    age: int = 0


@dataclass(frozen=True, slots=True)
class PlannedPost:
    """One publication. `published` is aware; `copied_from` names the host that published it first."""

    number: int
    title: str
    slug: str
    published: datetime
    article: Article
    author: str
    category: str
    mix: Mix
    copied_from: str | None = None

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text."""
        return self.article.paragraphs


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a standing page: heading, paragraphs, table rows, names of documents that can be downloaded."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    documents: tuple[str, ...] = ()
    code: str | None = None


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A standing page. `codes` are the items it proves; a stub is reachable but says nothing."""

    key: str
    title: str
    slug: str
    menu: str
    codes: tuple[str, ...]
    sections: tuple[Section, ...]
    state: str = "found"  # found | stub | inherited | dead
    elsewhere: str | None = None  # the address it leads to when inherited
    lists: tuple[str, ...] = ()  # keys of the pages it links to


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """An event of these weeks, gone or to come; its day is never a publication date."""

    title: str
    on: datetime
    place: str


@dataclass(frozen=True, slots=True)
class Manners:
    """How the site's server behaves."""

    etag: bool = False
    counter: bool = False
    token: bool = False
    clock: bool = False
    gzip: bool = True
    soft_404: bool = False
    crawl_delay: float | None = None
    disallow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """How the site says the unit can be reached; None = it does not say. `lapor` = it links to LAPOR!."""

    address: str | None
    phone: str | None
    email: str | None
    in_footer: bool
    on_page: bool
    lapor: bool


class Building(Protocol):
    """What a plan and its readers ask of a site kind: where things stand, and the answers."""

    name: str
    cms: str

    def post_path(self, plan: SitePlan, post: PlannedPost) -> str:
        """Path of a post."""

    def page_path(self, plan: SitePlan, page: PlannedPage) -> str:
        """Path of a standing page."""

    def list_path(self, plan: SitePlan, number: int = 1) -> str:
        """Path of a page of the list of posts; the first is 1."""

    def feed_path(self, plan: SitePlan) -> str | None:
        """Path of the feed, None where the kind has none."""

    def not_found(self, plan: SitePlan) -> str:
        """HTML shown for an address that is not there."""

    def interface(self, plan: SitePlan, request: Request) -> Response | None:
        """The answer of a machine interface; None when the address is not one."""

    def routes(self, plan: SitePlan) -> dict[str, Callable[[], Response]]:
        """Every address of the site and what makes its answer."""


@dataclass(frozen=True)
class SitePlan:
    """Everything a site kind needs to render itself. Posts are newest first."""

    brief: SiteBrief
    now: datetime
    kind: Building
    posts: tuple[PlannedPost, ...]
    scheduled: tuple[PlannedPost, ...]
    agenda: tuple[AgendaEntry, ...]
    pages: tuple[PlannedPage, ...]
    manners: Manners
    contact: Contact
    tagline: str

    @property
    def host(self) -> str:
        """Name of the site."""
        return self.brief.host

    @property
    def unit(self) -> DemoUnit:
        """The unit that owns the site."""
        return self.brief.unit

    @property
    def faults(self) -> frozenset[Fault]:
        """What is wrong with it."""
        return self.brief.faults

    @property
    def base(self) -> str:
        """Scheme and host, without a slash."""
        return f"{self.brief.scheme}://{self.brief.host}"

    def has(self, fault: Fault) -> bool:
        """True when the fault is planted here."""
        return fault in self.brief.faults

    def page(self, key: str) -> PlannedPage | None:
        """The standing page with that key."""
        return self._by_key.get(key)

    @cached_property
    def _by_key(self) -> dict[str, PlannedPage]:
        return {page.key: page for page in self.pages}

    @cached_property
    def menu(self) -> dict[str, tuple[PlannedPage, ...]]:
        """Standing pages by the menu they hang under, in order."""
        groups: dict[str, list[PlannedPage]] = {}
        for page in self.pages:
            groups.setdefault(page.menu, []).append(page)
        return {name: tuple(pages) for name, pages in groups.items()}

"""What a perfect watcher would say about a simulated site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from suluh.demo.prose.news import Mix
from suluh.demo.units import REGENCY_HOSTS
from suluh.demo.web import parts
from suluh.demo.web.faults import CERTIFICATE, DEAD, INFECTIONS, PLAIN_FINDINGS, Fault
from suluh.demo.web.injections import infected_urls
from suluh.demo.web.plan import SitePlan
from suluh.demo.web.planning import WIB
from suluh.demo.web.shelf import shelves_of
from suluh.law.kinds import UnitKind

_STALE_DAYS, _SILENT_DAYS = 90, 180
IDENTITY = ("I-visi", "I-struktur", "I-alamat", "I-surel", "I-telepon", "I-ppid", "I-permohonan", "I-lapor")


@dataclass(frozen=True, slots=True)
class TruePost:
    """A real publication. `published` is aware; `mix` is its kind of content."""

    url: str
    title: str
    published: datetime
    author: str
    text: str
    mix: str
    copied_from: str | None = None


@dataclass(frozen=True, slots=True)
class TrueItem:
    """State of a mandatory item and every page that proves it (empty when missing)."""

    code: str
    state: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteTruth:
    """The truth about one site at the web's present step. `findings` are codes of `suluh check`."""

    host: str
    url: str
    unit: str
    kind: str
    site_kind: str
    alive: bool
    reason: str
    tls: str
    cms: str
    feed: str | None
    last_post: str | None
    posts: tuple[TruePost, ...]
    future_posts: tuple[str, ...]
    items: tuple[TrueItem, ...]
    findings: tuple[str, ...]
    faults: tuple[str, ...]
    infected_urls: tuple[str, ...]
    readable: bool
    """False where a careful watcher may not read the content: dead, not the unit's page, or behind a bad certificate."""

    tolerated: tuple[str, ...]
    """Findings that may be given or not without being wrong."""


def truth_of(plan: SitePlan) -> SiteTruth:
    """The truth about the site of that plan."""
    reason = next((DEAD[fault] for fault in plan.faults if fault in DEAD), "ok")
    foreign = bool(plan.faults & {Fault.JUDOL_TAKEOVER, Fault.DEFACED})
    readable = reason == "ok" and not foreign and not _behind_bad_paper(plan)
    posts = tuple(_posts(plan)) if readable else ()
    real = [post for post in posts if post.published <= plan.now]
    alive = reason == "ok"
    feed = plan.kind.feed_path(plan) if readable else None
    return SiteTruth(
        host=plan.host,
        url=registered_url(plan),
        unit=plan.unit.slug,
        kind=plan.unit.kind.value,
        site_kind=plan.kind.name,
        alive=alive,
        reason=reason,
        tls=_tls(plan, alive=alive),
        cms=plan.kind.cms if readable else "other",
        feed=plan.base + feed if feed else None,
        last_post=real[0].published.date().isoformat() if real else None,
        posts=tuple(real),
        future_posts=tuple(post.url for post in posts if post.published > plan.now),
        items=tuple(_items(plan)) if readable else (),
        findings=tuple(sorted(set(_findings(plan, real, alive=alive, readable=readable)))),
        faults=tuple(sorted(plan.faults)),
        infected_urls=infected_urls(plan) if plan.faults & INFECTIONS else (),
        readable=readable,
        tolerated=tuple(_tolerated(plan)),
    )


def registered_url(plan: SitePlan) -> str:
    """The address under which the site is visited; one with a bad certificate is registered as secure."""
    secure = plan.brief.scheme == "https" or plan.faults & CERTIFICATE.keys()
    return f"{'https' if secure else 'http'}://{plan.host}/"


def _behind_bad_paper(plan: SitePlan) -> bool:
    bad = plan.faults & (CERTIFICATE.keys() - {Fault.CERT_SOON})
    return bool(bad) and plan.brief.scheme == "https"


def _tolerated(plan: SitePlan) -> Iterator[str]:
    """Near-truths: http-only after a fall-back from a bad certificate, a trap on a stale site that need not deceive."""
    if plan.faults & CERTIFICATE.keys():
        yield "http-only"
    if plan.faults & {Fault.STALE, Fault.SILENT}:
        yield from ("stale", "silent")
        if plan.faults & {Fault.TRAP_LASTMOD, Fault.TRAP_AGENDA, Fault.TRAP_WIDGET}:
            yield "fake-fresh"
    if Fault.ACTIVITIES_ONLY not in plan.faults and _mostly_activities(plan):
        yield "activities-only"
    if plan.faults & (INFECTIONS | {Fault.DEFACED}):
        yield from ("suspect", "heavy", "a11y-basic", "not-mobile")


def _mostly_activities(plan: SitePlan) -> bool:
    """True where chance alone has left little but activities among the last posts."""
    recent = [post for post in plan.posts if timedelta() <= plan.now - post.published < timedelta(days=90)]
    return sum(post.mix is Mix.KEGIATAN for post in recent) > 0.8 * len(recent)


def _tls(plan: SitePlan, *, alive: bool) -> str:
    if not alive and not plan.faults & {Fault.DEAD_5XX, Fault.DEAD_EMPTY, Fault.DEAD_PARKED}:
        return "none"
    paper = next((CERTIFICATE[fault][0] for fault in plan.faults if fault in CERTIFICATE), None)
    if plan.brief.scheme == "http":
        return paper or "none"
    return paper or "ok"


def _posts(plan: SitePlan) -> Iterator[TruePost]:
    for post in plan.posts:
        url = plan.base + plan.kind.post_path(plan, post)
        text = "\n".join(post.paragraphs)
        yield TruePost(url, post.title, post.published, post.author, text, post.mix.value, post.copied_from)


def applicable(kind: UnitKind) -> tuple[str, ...]:
    """Codes the demo knows for a unit of this kind."""
    codes = [code for shelf in shelves_of(kind) for code in shelf.codes] + ([] if kind is UnitKind.DESA else ["T-p"])
    return tuple(dict.fromkeys([*codes, *IDENTITY]))


def _items(plan: SitePlan) -> Iterator[TrueItem]:
    for code in applicable(plan.unit.kind):
        if code in ("I-alamat", "I-surel", "I-telepon"):
            yield _contact_item(plan, code)
        elif code == "I-lapor":
            state = "found" if plan.contact.lapor else "missing"
            yield TrueItem(code, state, (parts.LAPOR,) if plan.contact.lapor else ())
        else:
            yield _page_item(plan, code)


def _contact_item(plan: SitePlan, code: str) -> TrueItem:
    contact = plan.contact
    value = {"I-alamat": contact.address, "I-surel": contact.email, "I-telepon": contact.phone}[code]
    if value is None:
        return TrueItem(code, "missing")
    page = plan.page("kontak")
    where = [f"{plan.base}/"] if contact.in_footer else []
    where += [plan.base + plan.kind.page_path(plan, page)] if contact.on_page and page else []
    return TrueItem(code, "found", tuple(where))


def _page_item(plan: SitePlan, code: str) -> TrueItem:
    pages = [page for page in plan.pages if code in page.codes]
    for state in ("found", "inherited", "stub"):
        chosen = [page for page in pages if page.state == state]
        if chosen:
            urls = (page.elsewhere or plan.base + plan.kind.page_path(plan, page) for page in chosen)
            return TrueItem(code, state, tuple(urls))
    return TrueItem(code, "missing")


def _findings(plan: SitePlan, posts: list[TruePost], *, alive: bool, readable: bool) -> Iterator[str]:
    if not alive:
        yield "dead"
    yield from (code for fault, (_, code) in CERTIFICATE.items() if plan.has(fault))
    if not alive or _behind_bad_paper(plan):
        return
    if plan.brief.scheme == "http" and not plan.faults & CERTIFICATE.keys():
        yield "http-only"
    if plan.faults & INFECTIONS:
        yield "infected"
    yield from (code for fault, code in PLAIN_FINDINGS.items() if plan.has(fault) and fault is not Fault.HTTP_ONLY)
    if not readable:
        return
    last = posts[0].published if posts else None
    age = plan.now.astimezone(WIB) - last if last else timedelta(days=999)
    if age.days >= _STALE_DAYS and plan.has(Fault.TRAP_CLOCK):
        yield "fake-fresh"  # today's date on every page of a site that has long published nothing
    if age.days >= _SILENT_DAYS:
        yield "silent"
    elif age.days >= _STALE_DAYS:
        yield "stale"
    yield from (f"{'no' if item.state == 'missing' else 'stub'}-{item.code}" for item in _items(plan)
                if item.state in ("missing", "stub"))  # fmt: skip


def regency_hosts() -> tuple[str, ...]:
    """Hosts whose pages count as inherited."""
    return REGENCY_HOSTS

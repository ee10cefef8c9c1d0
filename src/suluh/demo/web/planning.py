"""Turns the brief of a site into its plan: what it published over a year, what it shows, how it behaves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from random import Random

from suluh.demo.places import slug
from suluh.demo.prose.news import Article, Mix, Scene, compose
from suluh.demo.prose.special import lookalike_complaint, lookalike_hint, lookalike_news, retold
from suluh.demo.seeds import draw, weighted
from suluh.demo.web.faults import DEAD, Fault
from suluh.demo.web.kinds import kind_named
from suluh.demo.web.pages import standing_pages
from suluh.demo.web.plan import AgendaEntry, Contact, Manners, PlannedPost, Release, SiteBrief, SitePlan
from suluh.law.kinds import UnitKind

WIB = timezone(timedelta(hours=7), "WIB")
YEAR_DAYS = 366
_MIX = (
    (Mix.KEGIATAN, 0.52),
    (Mix.LAYANAN, 0.13),
    (Mix.KEBIJAKAN, 0.09),
    (Mix.DATA, 0.07),
    (Mix.PENGUMUMAN, 0.11),
    (Mix.AJAKAN, 0.08),
)
_NO_EMAIL, _NO_PHONE, _NO_ADDRESS, _LAPOR = 0.28, 0.34, 0.1, 0.4


def plan_site(brief: SiteBrief, now: datetime) -> SitePlan:
    """The plan of one site as it stands at `now` (aware). The same brief and day give the same plan."""
    chance = draw(brief.seed, brief.host, "site")
    today = now.astimezone(WIB)
    contact = _contact(brief, chance)
    return SitePlan(
        brief=brief,
        now=now,
        kind=kind_named(brief.kind),
        posts=tuple(sorted(_posts(brief, today), key=lambda post: post.published, reverse=True)),
        scheduled=tuple(_scheduled(brief, today)),
        agenda=tuple(_agenda(brief, today)),
        pages=standing_pages(brief.unit, f"{brief.seed}/{brief.host}", today.year, contact),
        manners=_manners(brief),
        contact=contact,
        tagline=chance.choice(
            ("Melayani dengan terang", "Terbuka dan terukur", "Dekat, cepat, jelas", "Guyub dan maju")
        ),
    )


def _contact(brief: SiteBrief, chance: Random) -> Contact:
    whole = brief.unit.kind is UnitKind.MAIN
    place = chance.choice(("footer", "page", "both"))
    return Contact(
        address=brief.unit.address if whole or chance.random() > _NO_ADDRESS else None,
        phone=brief.unit.phone if whole or chance.random() > _NO_PHONE else None,
        email=brief.unit.email if whole or chance.random() > _NO_EMAIL else None,
        in_footer=place != "page",
        on_page=place != "footer",
        lapor=whole or chance.random() < _LAPOR,
    )


def _manners(brief: SiteBrief) -> Manners:
    chance = draw(brief.seed, brief.host, "manners")
    lively = bool(brief.faults & {Fault.TRAP_CLOCK, Fault.FAKE_FRESH})
    counter = chance.random() < 0.35
    return Manners(
        etag=not counter and not lively and chance.random() < 0.6,
        counter=counter,
        token=chance.random() < 0.2,
        clock=lively,
        gzip=chance.random() < 0.8,
        soft_404=chance.random() < 0.08,
        crawl_delay=chance.choice((1.0, 2.0)) if chance.random() < 0.06 else None,
        disallow=("/admin/", "/login") if chance.random() < 0.4 else (),
    )


def _days_of_posts(brief: SiteBrief, chance: Random) -> list[int]:
    """Ages in days of the posts of the past year, drawn from the rate and shaped by staleness."""
    floor = 0
    if Fault.SILENT in brief.faults:
        floor = chance.randint(190, 330)
    elif Fault.STALE in brief.faults:
        floor = chance.randint(95, 170)
    rate = max(brief.posts_per_month, 0.05)
    total = round(rate * 12.2 * chance.uniform(0.8, 1.2))
    if floor:
        total = max(total, 12)
    days = [chance.randint(floor, YEAR_DAYS) for _ in range(total)]
    if floor:
        days.append(floor)
    elif Fault.ACTIVITIES_ONLY in brief.faults:
        days += [chance.randint(0, 80) for _ in range(10)]
    elif brief.posts_per_month >= 0.5:
        days.append(chance.randint(0, 60))
    return sorted(days)


def _posts(brief: SiteBrief, today: datetime) -> Iterator[PlannedPost]:
    if brief.faults & DEAD.keys():
        return
    chance = draw(brief.seed, brief.host, "posts")
    ages = _days_of_posts(brief, chance)
    first_number = chance.randint(3, 400)
    for order, age in enumerate(reversed(ages)):
        own = draw(brief.seed, brief.host, "post", order)
        mix = Mix.KEGIATAN if Fault.ACTIVITIES_ONLY in brief.faults else weighted(own, _MIX)
        at = _moment(own, today, age)
        yield _post(brief, first_number + order, at, compose(own, _scene(brief, at), mix), own)
    number = first_number + len(ages)
    yield from _special_posts(brief, today, number)
    for step in range(brief.age):
        own = draw(brief.seed, brief.host, "new", step)
        at = today - timedelta(minutes=own.randint(2, 9))
        yield _post(brief, number + 50 + step, at, compose(own, _scene(brief, at), weighted(own, _MIX)), own)


def _special_posts(brief: SiteBrief, today: datetime, number: int) -> Iterator[PlannedPost]:
    own = draw(brief.seed, brief.host, "special")
    oldest_allowed = 185 if Fault.SILENT in brief.faults else 92 if Fault.STALE in brief.faults else 5
    makers = {
        Fault.LOOKALIKE_NEWS: lookalike_news,
        Fault.LOOKALIKE_COMPLAINT: lookalike_complaint,
        Fault.LOOKALIKE_HINTS: lookalike_hint,
    }
    for offset, (fault, make) in enumerate(makers.items()):
        if fault in brief.faults:
            at = _moment(
                own, today, oldest_allowed + own.randint(176, 178) if oldest_allowed > 90 else own.randint(5, 80)
            )
            yield _post(brief, number + offset, at, make(own, _scene(brief, at)), own)
    for offset, release in enumerate(brief.releases):
        yield _released(brief, release, today, number + 5 + offset)
    if Fault.FUTURE_DATE in brief.faults:
        at = _moment(own, today, -own.randint(40, 400))
        yield _post(brief, number + 20, at, compose(own, _scene(brief, at), Mix.KEGIATAN), own)


def _released(brief: SiteBrief, release: Release, today: datetime, number: int) -> PlannedPost:
    """The press text as its first publisher has it, or as another site retells it a day or more later."""
    source = draw(release.seed, "text")
    text_day = today - timedelta(days=release.days_ago)
    scene = Scene("Pemerintah Kabupaten Arunika", "Pemkab", "Arunika Kota", brief.unit.field, text_day.date())
    article = compose(source, _with_field(scene, release), Mix.KEGIATAN)
    if release.first == brief.host:
        return _post(brief, number, _moment(source, today, release.days_ago), article, source)
    own = draw(release.seed, brief.host)
    late = max(release.days_ago - own.randint(1, 3), 0)
    retelling = retold(own, article, _scene(brief, today - timedelta(days=late)))
    return _post(brief, number, _moment(own, today, late), retelling, own, copied_from=release.first)


def _with_field(scene: Scene, release: Release) -> Scene:
    """Every site that carries a release must read the same field, whatever its own is."""
    fields = ("informasi", "kesehatan", "pendidikan", "lingkungan", "kebencanaan", "ekonomi")
    field = draw(release.seed, "field").choice(fields)
    return Scene(scene.unit, scene.short, scene.place, field, scene.day)


def _scene(brief: SiteBrief, at: datetime) -> Scene:
    unit = brief.unit
    return Scene(unit.name, unit.short_name, unit.place, unit.field, at.date())


def _moment(chance: Random, today: datetime, age: int) -> datetime:
    """A minute of an office day `age` days back, and never after now unless the age is negative."""
    at = (today - timedelta(days=age)).replace(hour=chance.randint(7, 15), minute=chance.randint(0, 59), second=0)
    at = at.replace(microsecond=0)
    return at if age < 0 or at < today else at - timedelta(days=1)


def _post(
    brief: SiteBrief, number: int, at: datetime, article: Article, chance: Random, copied_from: str | None = None
) -> PlannedPost:
    author = chance.choice((f"Admin {brief.unit.short_name}", "Admin", "Humas", "Operator", "Tim Redaksi"))
    category = chance.choice(("Berita", "Kegiatan", "Artikel", "Informasi", "Kabar Daerah"))
    return PlannedPost(
        number, article.title, slug(article.title)[:80].strip("-"), at, article, author, category, article.mix,
        copied_from,
    )  # fmt: skip


def _scheduled(brief: SiteBrief, today: datetime) -> Iterator[PlannedPost]:
    """Drafts and scheduled posts; a site may leak them, they are not publications."""
    chance = draw(brief.seed, brief.host, "scheduled")
    if chance.random() < 0.3:
        at = _moment(chance, today, -chance.randint(2, 20))
        yield _post(brief, 9000, at, compose(chance, _scene(brief, at), Mix.PENGUMUMAN), chance)


def _agenda(brief: SiteBrief, today: datetime) -> Iterator[AgendaEntry]:
    chance = draw(brief.seed, brief.host, "agenda")
    wanted = Fault.TRAP_AGENDA in brief.faults or Fault.FAKE_FRESH in brief.faults or chance.random() < 0.2
    for _ in range(chance.randint(3, 6) if wanted else 0):
        at = _moment(chance, today, -chance.randint(-12, 40))
        event = chance.choice(("Rapat koordinasi", "Musyawarah", "Upacara", "Kunjungan lapangan", "Pelayanan keliling"))
        yield AgendaEntry(f"{event} {brief.unit.short_name}", at, chance.choice(("Aula", "Pendopo", "Balai desa")))

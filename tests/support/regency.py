"""A small regency with a year of history, straight into the tables: enough to look at every page."""

from __future__ import annotations

import hashlib
import random
import zlib
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils import timezone

from suluh.kernel.charts.weeks import monday_of, mondays_until
from suluh.law.items import items_for
from suluh.law.kinds import UnitKind
from suluh.monitoring.models import (
    Blob,
    Evidence,
    Finding,
    ItemRow,
    MonthRecord,
    Post,
    Reply,
    SiteInterval,
    SiteState,
    Sweep,
    Visit,
    WeekCount,
)
from suluh.organization.models import Government, Membership, Person, Role, Site, Unit
from tests.world import World

OFFICES = (
    "Pendidikan", "Kesehatan", "Pekerjaan Umum dan Penataan Ruang", "Sosial", "Tenaga Kerja", "Perdagangan",
    "Kependudukan dan Pencatatan Sipil", "Perhubungan", "Komunikasi dan Informatika", "Lingkungan Hidup",
    "Kebudayaan dan Pariwisata", "Pertanian", "Perikanan", "Peternakan", "Perpustakaan dan Arsip",
)  # fmt: skip
SIGNALS = [
    {"code": "hidden-links", "kind": "hidden", "weight": 3.0, "evidence": "14 tautan ke judigacor.example"},
    {
        "code": "cloak-title-searchbot",
        "kind": "pair",
        "weight": 3.0,
        "evidence": "judul bagi mesin pencari: slot gacor",
    },
]
SHARED = ["Beranda", "Profil desa", "Layanan warga", "Balai desa buka pukul 08.00–15.00"]
PAIR = [
    {"who": "visitor", "url": "", "title": "Pemerintah Desa", "shared": SHARED, "only": [], "sha256": "1" * 64},
    {
        "who": "searchbot", "url": "", "title": "Situs slot gacor hari ini", "shared": SHARED,
        "only": ["slot gacor maxwin", "daftar judigacor.example", "togel resmi", "bonus anggota baru"],
        "sha256": "2" * 64,
    },
]  # fmt: skip
SYLLABLES = ("ka", "ri", "wa", "na", "ta", "la", "su", "ma", "pa", "ge", "lo", "di", "em", "bu", "se", "ro")


@dataclass
class Regency:
    """The rows that tests ask for by name."""

    government: Government
    root: Unit
    units: list[Unit] = field(default_factory=list)
    coordinator: Person | None = None
    leader: Person | None = None
    officer: Person | None = None
    infected: Finding | None = None
    contested: Finding | None = None
    sweep: Sweep | None = None


def unit_make(name: str, kind: UnitKind, parent: Unit | None) -> Unit:
    """A unit with its path; one that is there already stays."""
    slug = "-".join(name.lower().split())[:80]
    if known := Unit.objects.filter(slug=slug).first():
        return known
    unit = Unit.objects.create(name=name, slug=slug, kind=kind, parent=parent, sort_key=name.lower())
    unit.path = f"{parent.path if parent else ''}{unit.pk}/"
    unit.save(update_fields=["path"])
    return unit


def person_make(email: str, name: str, role: Role, unit: Unit, *, subtree: bool) -> Person:
    """A person with one membership since last year."""
    person = Person.objects.create_user(email=email, name=name)
    Membership.objects.create(
        person=person, unit=unit, role=role, subtree=subtree, valid_from=timezone.localdate() - timedelta(days=300)
    )
    return person


def place_name(chance: random.Random) -> str:
    """A made-up place."""
    return "".join(chance.sample(SYLLABLES, 3)).capitalize()


def regency_make(*, offices: int = 12, districts: int = 3, villages: int = 10, seed: int = 7) -> Regency:
    """A regency of a few dozen units; the same seed makes the same one."""
    government = Government.objects.create(name="Kabupaten Arunika", province="Nusa Raya")
    root = unit_make("Pemerintah Kabupaten Arunika", UnitKind.MAIN, None)
    chance = random.Random(seed)
    world = Regency(government, root, _units(root, chance, offices, districts, villages))
    world.coordinator = person_make("kabid@arunika.example", "Kabid IKP", Role.COORDINATOR, root, subtree=True)
    world.leader = person_make("kepala@arunika.example", "Kepala Dinas", Role.LEADER, root, subtree=True)
    world.officer = person_make(
        "admin@arunika.example", "Admin Dinas A", Role.UNIT_OFFICER, world.units[0], subtree=False
    )
    _watch(world, chance)
    return world


def regency_around(small: World, *, offices: int, districts: int, villages: int, seed: int = 7) -> Regency:
    """The same units and the same year of history around the units and people that a small world already has."""
    chance = random.Random(seed)
    world = Regency(small.government, small.root, [small.health, small.social])
    world.units += [
        unit for unit in _units(small.root, chance, offices, districts, villages) if unit not in world.units
    ]
    world.coordinator, world.leader, world.officer = small.coordinator, small.leader, small.officer
    _watch(world, chance)
    return world


def _units(root: Unit, chance: random.Random, offices: int, districts: int, villages: int) -> list[Unit]:
    units = [unit_make(f"Dinas {name}", UnitKind.OPD, root) for name in OFFICES[:offices]]
    units += [unit_make(f"Bagian {name}", UnitKind.BAGIAN, root) for name in ("Hukum", "Umum")]
    units.append(unit_make("RSUD Arunika", UnitKind.RSUD, root))
    for _ in range(districts):
        district = unit_make(f"Kecamatan {place_name(chance)}", UnitKind.KECAMATAN, root)
        units.append(district)
        for _ in range(villages):
            units.append(unit_make(f"Desa {place_name(chance)} {place_name(chance)}", UnitKind.DESA, district))
    return units


def _watch(world: Regency, chance: random.Random) -> None:
    now = timezone.now()
    world.sweep = Sweep.objects.create(
        cause="person", started_at=now - timedelta(hours=2), finished_at=now - timedelta(hours=1)
    )
    sites = []
    for place, unit in enumerate(world.units):
        if unit.kind in ("desa", "bagian") and place % 4 == 3:
            continue
        host = f"{unit.slug.split('-', 1)[-1]}.arunika.localhost"
        known = Site.objects.filter(unit=unit).first()
        sites.append(known or Site.objects.create(unit=unit, url=f"http://{host}/", host=host))
    for place, site in enumerate(sites):
        _history(
            site, chance, pace=chance.choice((0, 0.2, 0.5, 0.8, 1.6, 3)), young=place % 17 == 9, dead=place in (3, 11)
        )
    _findings(world, sites, now)
    Visit.objects.bulk_create(
        Visit(
            sweep=world.sweep,
            site=site,
            server_key="",
            state="done",
            alive=site.state.alive,
            done_at=now - timedelta(hours=1),
        )
        for site in Site.objects.select_related("state")
    )
    _months(world, chance)


def _history(site: Site, chance: random.Random, *, pace: float, young: bool, dead: bool) -> None:
    today = timezone.localdate()
    mondays = mondays_until(today, 52)
    silent_from = chance.choice((52, 52, 52, 48, 38)) if pace else 52
    counts: list[int | None] = []
    for place in range(52):
        items = min(int(chance.expovariate(1 / pace)), 9) if pace and place < silent_from else 0
        counts.append(None if (young and place < 48) or (dead and place > 49) else items)
    WeekCount.objects.bulk_create(
        WeekCount(site=site, week=monday, items=items)
        for monday, items in zip(mondays, counts, strict=True)
        if items is not None
    )
    posts = [
        _post(site, monday + timedelta(days=number % 5), number)
        for monday, items in zip(mondays, counts, strict=True)
        for number in range(items or 0)
        if monday + timedelta(days=number % 5) <= today
    ]
    Post.objects.bulk_create(posts)
    marks = "".join("x" if items is None else str(items) for items in counts)
    found, total = _items(site, chance)
    now = timezone.now()
    SiteState.objects.create(
        site=site,
        checked_at=now - timedelta(hours=1),
        first_checked_at=now - timedelta(days=20 if young else 300),
        observations=20 if young else 300,
        alive=not dead,
        reason="timeout" if dead else "ok",
        alive_since=now - timedelta(days=2),
        tls="ok",
        last_post=max((post.published for post in posts), default=None),
        posts_30=sum(1 for post in posts if post.published >= today - timedelta(days=30)),
        active_weeks_26=sum(1 for items in counts[-26:] if items),
        watched_weeks_26=sum(1 for items in counts[-26:] if items is not None),
        items_found=found,
        items_total=total,
        weeks=marks,
        weeks_from=monday_of(mondays[0]),
    )
    SiteInterval.objects.create(
        site=site, alive=not dead, reason="ok", since=now - timedelta(days=200), until=now, observations=200
    )


def _post(site: Site, day: date, number: int) -> Post:
    url = f"{site.url}berita/{day:%Y%m%d}-{number}"
    return Post(
        site=site,
        url=url,
        url_hash=hashlib.md5(url.encode()).digest(),
        title=("Pelayanan keliling di balai desa", "Rapat koordinasi lintas bidang", "Jadwal layanan akhir pekan")[
            number % 3
        ],
        published=day,
        source="feed",
        mix=("layanan", "kegiatan", "pengumuman")[number % 3],
        first_seen=timezone.now(),
    )


def _items(site: Site, chance: random.Random) -> tuple[int, int]:
    now = timezone.now()
    laws = items_for(UnitKind(site.unit.kind))
    proofs, rows = [], []
    for item in laws:
        state = chance.choices(("found", "missing", "stub", "inherited"), (70, 18, 6, 6))[0]
        url = f"{site.url}{item.code.lower()}" if state != "missing" else ""
        proof = (
            evidence_of(site, item.code, f"Halaman {item.label} {site.unit.name}", [item.label], now) if url else None
        )
        if proof:
            proofs.append(proof)
        rows.append(
            ItemRow(
                site=site,
                code=item.code,
                state=state,
                evidence_url=url,
                evidence=proof,
                since=now - timedelta(days=40),
                checked_at=now,
                observations=30,
                times_found=28 if proof else 0,
            )
        )
    Evidence.objects.bulk_create(proofs)
    ItemRow.objects.bulk_create(rows)
    return sum(row.state in ("found", "inherited") for row in rows), len(rows)


def evidence_of(site: Site, code: str, excerpt: str, marks: list[str], at: datetime) -> Evidence:
    """A proof, not yet saved."""
    return Evidence(
        site=site,
        code=code,
        url=f"{site.url}{code.lower()}",
        seen_at=at,
        status=200,
        excerpt=excerpt,
        marks=marks,
        how="judul laman dan isi yang dapat dibaca",
        sha256=hashlib.sha256(excerpt.encode()).hexdigest(),
        keep_until=timezone.localdate() + timedelta(days=30),
    )


def finding_make(
    site: Site, code: str, message: str, *, severity: str = "high", state: str = "open", at: datetime, **more: object
) -> Finding:
    """A finding seen twice, with two proofs."""
    finding = Finding.objects.create(
        site=site, unit=site.unit, code=code, severity=severity, message=message, state=state,
        first_seen=at - timedelta(days=1), last_seen=at, opened_at=at, observations=2, **more,
    )  # fmt: skip
    for seen in (at - timedelta(days=1), at):
        proof = evidence_of(site, code, f"{message} judigacor.example slot gacor", ["slot gacor"], seen)
        body = f"<script>alert(1)</script>{message}".encode()
        proof.blob, _ = Blob.objects.get_or_create(
            sha256=hashlib.sha256(body).hexdigest(), defaults={"body": zlib.compress(body), "size": len(body)}
        )
        proof.save()
        finding.proofs.add(proof)
    SiteState.objects.filter(site=site).update(worst=code, open_findings=1)
    return finding


def _findings(world: Regency, sites: list[Site], now: datetime) -> None:
    yesterday = now - timedelta(days=1)
    world.infected = finding_make(
        sites[-4], "infected", "14 tautan tersembunyi ke situs judi di kaki halaman.", at=yesterday,
        step="Ganti sandi admin situs dan hosting; keluarkan semua sesi.",
        data={"signals": SIGNALS, "pair": PAIR},
    )  # fmt: skip
    for place in (3, 11):
        finding_make(
            sites[place],
            "dead",
            "Tidak menjawab pada sembilan percobaan dari dua jaringan.",
            at=yesterday,
            step="Hubungi penyedia hosting.",
        )
    finding_make(
        sites[6],
        "cert-expired",
        "Sertifikat habis 28 Maret; peramban memperingatkan warga.",
        at=yesterday,
        step="Minta penyedia hosting memperpanjang sertifikat.",
    )
    finding_make(
        sites[0],
        "no-B-e",
        "Laporan akses informasi tidak ditemukan pada 40 laman.",
        severity="medium",
        at=yesterday,
        step="Unggah laporan akses informasi tahun lalu.",
    )
    world.contested = finding_make(
        sites[1], "links-broken", "Tujuh tautan dalam putus.", severity="medium", state="contested", at=yesterday
    )
    Reply.objects.create(
        finding=world.contested,
        kind="contest",
        by=world.officer,
        text="Tautan itu sudah kami perbaiki.",
        link="https://contoh.example/",
    )
    finding_make(
        sites[2],
        "menu-broken",
        "Dua menu tidak membuka apa-apa.",
        severity="medium",
        state="gone",
        at=yesterday,
        closed_at=now,
    )


def _months(world: Regency, chance: random.Random) -> None:
    last = timezone.localdate().replace(day=1) - timedelta(days=1)
    MonthRecord.objects.bulk_create(
        MonthRecord(
            unit=unit,
            month=last.replace(day=1),
            updates=chance.choice((None, 0, 0, 2, 5)),
            visi=chance.choice((True, False, None)),
            struktur=True,
            alamat=True,
            surel=chance.choice((True, False)),
            source="rekap.xlsx",
        )
        for unit in world.units
    )  # fmt: skip

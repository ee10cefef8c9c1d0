"""The register of Kabupaten Arunika: its government, 200 units, their sites, accounts and people.

The sizes follow a usual regency: 32 units of OPD level, 9 bagian, a hospital, 12 kecamatan, 14 kelurahan, 132 desa.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from suluh.demo.places import KECAMATAN, MORE_KECAMATAN, slug, village_names
from suluh.demo.seeds import draw
from suluh.demo.units import DOMAIN, REGENCY, DemoAccount, DemoPerson, DemoSite, DemoUnit
from suluh.law.kinds import UnitKind

ROOT = "pemkab-arunika"

OPD = (
    ("setda", "Sekretariat Daerah", "Setda", "pemerintahan"),
    ("setwan", "Sekretariat DPRD", "Setwan", "pemerintahan"),
    ("inspektorat", "Inspektorat Daerah", "Inspektorat", "keuangan"),
    ("bapperida", "Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah", "Bapperida", "perencanaan"),
    ("bpkad", "Badan Pengelolaan Keuangan dan Aset Daerah", "BPKAD", "keuangan"),
    ("bapenda", "Badan Pendapatan Daerah", "Bapenda", "keuangan"),
    ("bkpsdm", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "BKPSDM", "kepegawaian"),
    ("bpbd", "Badan Penanggulangan Bencana Daerah", "BPBD", "kebencanaan"),
    ("bakesbangpol", "Badan Kesatuan Bangsa dan Politik", "Bakesbangpol", "ketertiban"),
    ("satpolppdamkar", "Satuan Polisi Pamong Praja dan Pemadam Kebakaran", "Satpol PP dan Damkar", "ketertiban"),
    ("disdik", "Dinas Pendidikan", "Disdik", "pendidikan"),
    ("dinkes", "Dinas Kesehatan", "Dinkes", "kesehatan"),
    ("dpupr", "Dinas Pekerjaan Umum dan Penataan Ruang", "DPUPR", "infrastruktur"),
    ("disperkim", "Dinas Perumahan dan Permukiman", "Disperkim", "infrastruktur"),
    ("dinsos", "Dinas Sosial", "Dinsos", "sosial"),
    ("disnaker", "Dinas Tenaga Kerja", "Disnaker", "ketenagakerjaan"),
    ("diskopukm", "Dinas Koperasi, Usaha Kecil dan Menengah", "Diskop UKM", "ekonomi"),
    ("disdagperin", "Dinas Perdagangan dan Perindustrian", "Disdagperin", "ekonomi"),
    ("disdukcapil", "Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil", "kependudukan"),
    ("dispmd", "Dinas Pemberdayaan Masyarakat dan Desa", "DPMD", "desa"),
    ("dp2kbp3a", "Dinas Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan dan Perlindungan Anak",
     "DP2KB-P3A", "keluarga"),
    ("dishub", "Dinas Perhubungan", "Dishub", "perhubungan"),
    ("diskominfo", "Dinas Komunikasi, Informatika, Statistik dan Persandian", "Diskominfo", "informasi"),
    ("dpmptsp", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "DPMPTSP", "perizinan"),
    ("dispora", "Dinas Pemuda dan Olahraga", "Dispora", "pemuda"),
    ("disbudpar", "Dinas Kebudayaan dan Pariwisata", "Disbudpar", "pariwisata"),
    ("dispusip", "Dinas Perpustakaan dan Arsip", "Dispusip", "pendidikan"),
    ("dlh", "Dinas Lingkungan Hidup", "DLH", "lingkungan"),
    ("dkp", "Dinas Ketahanan Pangan", "DKP", "pertanian"),
    ("distan", "Dinas Pertanian", "Distan", "pertanian"),
    ("diskan", "Dinas Perikanan", "Diskan", "pertanian"),
    ("disnak", "Dinas Peternakan", "Disnak", "pertanian"),
)  # fmt: skip
"""Slug, name, short name and field of the 32 units of OPD level."""

BAGIAN = (
    ("pemerintahan", "Bagian Pemerintahan", "pemerintahan"),
    ("kesra", "Bagian Kesejahteraan Rakyat", "sosial"),
    ("hukum", "Bagian Hukum", "pemerintahan"),
    ("ekonomi-sda", "Bagian Perekonomian dan Sumber Daya Alam", "ekonomi"),
    ("adpem", "Bagian Administrasi Pembangunan", "perencanaan"),
    ("pbj", "Bagian Pengadaan Barang dan Jasa", "keuangan"),
    ("organisasi", "Bagian Organisasi", "kepegawaian"),
    ("umum", "Bagian Umum", "pemerintahan"),
    ("prokopim", "Bagian Protokol dan Komunikasi Pimpinan", "informasi"),
)

BUSY = frozenset({"disdik", "dinkes", "disdukcapil", "rsud", "bpbd", "diskominfo", "prokopim"})
"""Units that publish several times a month."""

_WITHOUT_SITE = {UnitKind.BAGIAN: 0.40, UnitKind.KELURAHAN: 0.30, UnitKind.DESA: 0.25}
_HTTP_ONLY = 0.65
_ORPHANED = 4


def demo_units(seed: int = 2026) -> tuple[DemoUnit, ...]:
    """The government and the 200 units below it, parents before children."""
    return tuple(_units(seed, KECAMATAN, kelurahan=14, villages=132))


def load_units(seed: int = 2026) -> tuple[DemoUnit, ...]:
    """The load preset: 18 kecamatan with 239 desa and kelurahan and the regency's 42 offices, 299 units."""
    return tuple(_units(seed, KECAMATAN + MORE_KECAMATAN, kelurahan=15, villages=224))


def _units(seed: int, districts: tuple[str, ...], kelurahan: int, villages: int) -> Iterator[DemoUnit]:
    bare = _bare_units(seed, districts, kelurahan, villages)
    silent = _without_site(seed, bare)
    orphaned = _orphaned(seed, bare)
    for unit in bare:
        yield _with_channels(unit, seed, has_site=unit.slug not in silent, orphaned=unit.slug in orphaned)


def _bare_units(seed: int, districts: tuple[str, ...], kelurahan: int, villages: int) -> list[DemoUnit]:
    found = [_bare(seed, ROOT, f"Pemerintah {REGENCY}", "Pemkab Arunika", UnitKind.MAIN, None, "pemerintahan")]
    found += [_bare(seed, key, name, short, UnitKind.OPD, ROOT, field) for key, name, short, field in OPD]
    found += [
        _bare(seed, key, f"{name} Sekretariat Daerah", name, UnitKind.BAGIAN, "setda", field)
        for key, name, field in BAGIAN
    ]
    found.append(_bare(seed, "rsud", "RSUD Bhakti Arunika", "RSUD", UnitKind.RSUD, "dinkes", "kesehatan"))
    for name in districts:
        key = f"kec-{slug(name)}"
        found.append(_bare(seed, key, f"Kecamatan {name}", f"Kec. {name}", UnitKind.KECAMATAN, ROOT, "wilayah", name))
    names = village_names(seed)
    urban = districts[:3]
    for number in range(kelurahan):
        found.append(_village(seed, UnitKind.KELURAHAN, next(names), urban[number % len(urban)]))
    for number in range(villages):
        found.append(_village(seed, UnitKind.DESA, next(names), districts[number % len(districts)]))
    return found


def _village(seed: int, kind: UnitKind, name: str, district: str) -> DemoUnit:
    word = "Kelurahan" if kind is UnitKind.KELURAHAN else "Desa"
    short = f"Kel. {name}" if kind is UnitKind.KELURAHAN else f"Desa {name}"
    key = f"{word.lower()}-{slug(name)}"
    return _bare(seed, key, f"{word} {name}", short, kind, f"kec-{slug(district)}", "desa", name)


def _bare(
    seed: int,
    key: str,
    name: str,
    short: str,
    kind: UnitKind,
    parent: str | None,
    field: str,
    place: str = KECAMATAN[0],
) -> DemoUnit:
    chance = draw(seed, key, "office")
    street = chance.choice(("Jalan Mentari", "Jalan Cakrawala", "Jalan Pelita", "Jalan Purnama", "Jalan Raya Arunika"))
    address = f"{street} No. {chance.randint(1, 120)}, {place}, {REGENCY}"
    phone = f"(0000) {chance.randint(100000, 999999)}"
    return DemoUnit(key, name, short, kind, parent, field, address, phone, f"{key}@arunikakab.example", place=place)


def _without_site(seed: int, units: list[DemoUnit]) -> frozenset[str]:
    chosen: set[str] = set()
    for kind, share in _WITHOUT_SITE.items():
        same = [unit.slug for unit in units if unit.kind is kind and unit.slug not in BUSY]
        total = sum(unit.kind is kind for unit in units)
        chosen |= set(draw(seed, "no-site", kind).sample(same, round(total * share)))
    return frozenset(chosen)


def _orphaned(seed: int, units: list[DemoUnit]) -> frozenset[str]:
    offices = [unit.slug for unit in units if unit.kind in (UnitKind.OPD, UnitKind.KECAMATAN)]
    return frozenset(draw(seed, "orphaned").sample(offices, _ORPHANED))


def _with_channels(unit: DemoUnit, seed: int, *, has_site: bool, orphaned: bool) -> DemoUnit:
    chance = draw(seed, unit.slug, "channels")
    hosts = [DOMAIN, f"ppid.{DOMAIN}"] if unit.kind is UnitKind.MAIN else [f"{unit.slug}.{DOMAIN}"] if has_site else []
    sites = tuple(_site(host, chance) for host in hosts)
    return DemoUnit(
        unit.slug, unit.name, unit.short_name, unit.kind, unit.parent, unit.field, unit.address, unit.phone, unit.email,
        sites, tuple(_accounts(unit, chance, orphaned=orphaned)), tuple(_people(unit)), unit.place,
    )  # fmt: skip


def _site(host: str, chance: Random) -> DemoSite:
    plain = chance.random() < _HTTP_ONLY and host not in (DOMAIN, f"ppid.{DOMAIN}")
    return DemoSite(host, f"{'http' if plain else 'https'}://{host}/")


def _platforms(unit: DemoUnit, chance: Random) -> tuple[tuple[str, ...], tuple[int, int], tuple[int, int]]:
    """Platforms, range of posts a week and range of followers of a unit of this class."""
    if unit.kind is UnitKind.MAIN:
        return ("facebook", "instagram", "x", "youtube", "tiktok", "telegram", "whatsapp"), (14, 25), (20_000, 80_000)
    if unit.slug in BUSY:
        return ("facebook", "instagram", "youtube", "tiktok"), (4, 8), (2_000, 10_000)
    if unit.kind is UnitKind.OPD:
        video = ("youtube",) if chance.random() < 0.4 else ()
        return ("facebook", "instagram", *video), (1, 3), (300, 2_500)
    if unit.kind is UnitKind.BAGIAN:
        return ("instagram",), (0, 2), (100, 800)
    if unit.kind is UnitKind.KECAMATAN:
        return ("facebook", "instagram"), (1, 3), (300, 2_000)
    return ("facebook",), (0, 2), (50, 1_500)


def _accounts(unit: DemoUnit, chance: Random, *, orphaned: bool) -> Iterator[DemoAccount]:
    platforms, posts, followers = _platforms(unit, chance)
    handle = unit.slug.replace("-", "") + ".arunika"
    for number, platform in enumerate(platforms):
        state = "orphaned" if orphaned and number == 0 else "active"
        if (unit.slug, platform) == ("disbudpar", "instagram"):
            state = "hijacked"
        yield DemoAccount(platform, handle, chance.randint(*followers), chance.randint(*posts), state)
    if unit.slug == "disdukcapil":
        yield DemoAccount("facebook", "layanan.ktp.arunika.resmi", 1_240, 9, "fake")


def _people(unit: DemoUnit) -> Iterator[DemoPerson]:
    mail = f"{unit.slug}@arunikakab.example"
    yield DemoPerson(f"Admin {unit.short_name} A", f"admin.a.{mail}", "admin")
    if unit.kind not in (UnitKind.DESA, UnitKind.KELURAHAN):
        yield DemoPerson(f"Admin {unit.short_name} B", f"admin.b.{mail}", "deputy")
    yield DemoPerson(f"Pimpinan {unit.short_name}", f"pimpinan.{mail}", "head")
    if unit.slug == "diskominfo":
        yield DemoPerson("Kepala Bidang IKP", f"kabid.ikp.{mail}", "officer")
        yield DemoPerson("Petugas Monita", f"monita.{mail}", "officer")
        yield DemoPerson("Administrator Suluh", f"administrator.{mail}", "system")

"""Webs for benches and tests: every fault a stated number of times, or thousands of ordinary sites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle
from random import Random

from suluh.demo.places import slug, village_names
from suluh.demo.register import OPD
from suluh.demo.seeds import draw
from suluh.demo.units import DOMAIN, REGENCY, DemoSite, DemoUnit
from suluh.demo.web.arunika import arunika_briefs
from suluh.demo.web.faults import CERTIFICATE, DEAD, INFECTIONS, Fault
from suluh.demo.web.plan import Release, SiteBrief
from suluh.law.kinds import UnitKind

_SOLE = DEAD.keys() | {Fault.JUDOL_TAKEOVER, Fault.DEFACED}
"""Faults that leave nothing else to see."""

_ALONE = _SOLE | (CERTIFICATE.keys() - {Fault.CERT_SOON})
"""Faults that stand alone: half of the sites with a bad certificate cannot be read any further."""

_EXCLUDES: dict[Fault, frozenset[Fault]] = {
    Fault.STALE: frozenset({Fault.SILENT, Fault.COPIED, Fault.FUTURE_DATE}),
    Fault.SILENT: frozenset({Fault.STALE, Fault.COPIED, Fault.FUTURE_DATE}),
    Fault.HTTP_ONLY: frozenset({*CERTIFICATE, Fault.MIXED_CONTENT}),
    Fault.ACTIVITIES_ONLY: frozenset(
        {
            Fault.STALE,
            Fault.SILENT,
            Fault.LOOKALIKE_NEWS,
            Fault.LOOKALIKE_COMPLAINT,
            Fault.LOOKALIKE_HINTS,
            Fault.COPIED,
        }
    ),
    Fault.MENU_BROKEN: frozenset({Fault.LINKS_BROKEN}),
    Fault.MIXED_CONTENT: frozenset(CERTIFICATE),  # half of those are served without encryption
    Fault.FAKE_FRESH: frozenset({Fault.TRAP_CLOCK, Fault.TRAP_LASTMOD, Fault.TRAP_AGENDA, Fault.TRAP_WIDGET}),
}
_BESIDE = (
    Fault.SLOW, Fault.STALE, Fault.SILENT, Fault.FUTURE_DATE, Fault.MENU_BROKEN, Fault.LINKS_BROKEN, Fault.MIXED_CONTENT,
    Fault.NOT_MOBILE, Fault.HEAVY, Fault.A11Y_BASIC, Fault.COPIED, Fault.ACTIVITIES_ONLY, Fault.TRAP_CLOCK,
    Fault.TRAP_LASTMOD, Fault.TRAP_AGENDA, Fault.TRAP_WIDGET, Fault.LOOKALIKE_NEWS, Fault.LOOKALIKE_COMPLAINT, Fault.LOOKALIKE_HINTS,
)  # fmt: skip
"""Faults that may share a site with others."""

_RELEASES_A_SITE = 3


def fault_briefs(
    seed: int, kinds: Sequence[str], per_fault: int = 50, clean: int = 100, faults: Sequence[Fault] = tuple(Fault)
) -> tuple[SiteBrief, ...]:
    """Sites that carry every fault at least `per_fault` times, `clean` sites without any, and the regency's own two."""
    combinations = [*_combinations(seed, per_fault, faults), *([frozenset()] * clean)]
    draw(seed, "order").shuffle(combinations)
    units = some_units(seed)
    sites = [_brief(seed, next(units), kind, found) for found, kind in zip(combinations, cycle(kinds), strict=False)]
    regency = [brief for brief in arunika_briefs(seed) if brief.unit.kind is UnitKind.MAIN]
    return tuple(_with_releases(seed, [*regency, *sites]))


def many_briefs(seed: int, count: int, kinds: Sequence[str], dead_share: float = 0.0) -> tuple[SiteBrief, ...]:
    """Ordinary sites, a share of them dead or hanging; nothing is rendered before it is asked for."""
    units, found = some_units(seed), []
    for number, kind in zip(range(count), cycle(kinds), strict=False):
        chance = draw(seed, "many", number)
        dead = chance.random() < dead_share
        ways = (Fault.DEAD_TIMEOUT, Fault.DEAD_REFUSED, Fault.DEAD_DNS, Fault.DEAD_5XX)
        faults = frozenset({chance.choice(ways)} if dead else set())
        found.append(_brief(seed, next(units), kind, faults))
    return tuple(found)


def some_units(seed: int) -> Iterator[DemoUnit]:
    """Units without end: offices, kecamatan and villages under invented names."""
    names = village_names(seed)
    for number in cycle(range(10**9)):
        chance = draw(seed, "unit", number)
        kind = chance.choice(
            (UnitKind.OPD, UnitKind.OPD, UnitKind.KECAMATAN, UnitKind.KELURAHAN, UnitKind.DESA, UnitKind.RSUD)
        )
        yield _unit(kind, number, next(names), chance)


def _unit(kind: UnitKind, number: int, place: str, chance: Random) -> DemoUnit:
    _, office, short, field = chance.choice(OPD)
    name, short, field = {
        UnitKind.OPD: (f"{office} {place}", f"{short} {place}", field),
        UnitKind.KECAMATAN: (f"Kecamatan {place}", f"Kec. {place}", "wilayah"),
        UnitKind.KELURAHAN: (f"Kelurahan {place}", f"Kel. {place}", "desa"),
        UnitKind.DESA: (f"Desa {place}", f"Desa {place}", "desa"),
        UnitKind.RSUD: (f"RSUD {place}", f"RSUD {place}", "kesehatan"),
    }[kind]
    key = f"{slug(short)}-{number}"
    address = f"Jalan Pelita No. {chance.randint(1, 99)}, {place}, {REGENCY}"
    phone, mail = f"(0000) {chance.randint(100000, 999999)}", f"{key}@arunikakab.example"
    site = DemoSite(f"{key}.{DOMAIN}", f"https://{key}.{DOMAIN}/")
    return DemoUnit(key, name, short, kind, None, field, address, phone, mail, (site,), place=place)


def _combinations(seed: int, per_fault: int, faults: Sequence[Fault]) -> list[frozenset[Fault]]:
    """Faults by site, until each stands on `per_fault` sites: some alone, others up to five together."""
    found: list[frozenset[Fault]] = []
    left = dict.fromkeys(faults, per_fault)
    while any(count > 0 for count in left.values()):
        chance = draw(seed, "combination", len(found))
        chosen = _together(_neediest(left, chance), left, chance)
        found.append(chosen)
        for fault in chosen & left.keys():
            left[fault] -= 1
    return found


def _neediest(left: dict[Fault, int], chance: Random) -> Fault:
    return max(left, key=lambda fault: (left[fault], chance.random()))


def _together(fault: Fault, left: dict[Fault, int], chance: Random) -> frozenset[Fault]:
    """The fault with what it needs and, as chance has it, others beside it that are still wanted."""
    chosen = {fault}
    if fault is Fault.FAKE_FRESH:
        chosen.add(chance.choice((Fault.STALE, Fault.SILENT)))
    if fault in _ALONE:
        return frozenset(chosen)
    beside = {other: left[other] for other in _BESIDE if left.get(other, 0) > 0 and other not in chosen}
    for _ in range(chance.choice((0, 2, 3, 4, 4))):
        fit = {other: count for other, count in beside.items() if not any(_excludes(one, other) for one in chosen)}
        if fit:
            other = _neediest(fit, chance)
            chosen.add(other)
            del beside[other]
    return frozenset(chosen)


def _excludes(one: Fault, other: Fault) -> bool:
    if one in CERTIFICATE and other in CERTIFICATE:
        return True
    if one in INFECTIONS and other in INFECTIONS:
        return True
    return other in _EXCLUDES.get(one, ()) or one in _EXCLUDES.get(other, ())


def _brief(seed: int, unit: DemoUnit, kind: str, faults: frozenset[Fault]) -> SiteBrief:
    chance = draw(seed, unit.slug, "brief")
    plain = Fault.HTTP_ONLY in faults or (bool(faults & CERTIFICATE.keys()) and chance.random() < 0.5)
    scheme = "http" if plain else "https"
    return SiteBrief(unit.sites[0].host, scheme, unit, kind, seed, chance.uniform(1, 4), faults)


def _with_releases(seed: int, sites: list[SiteBrief]) -> Iterator[SiteBrief]:
    """Press texts for the sites that copy; each text is first published by a sound site."""
    chance = draw(seed, "releases")
    sound = [site for site in sites if not site.faults]
    carried: dict[str, list[Release]] = {}
    for site in sites:
        if Fault.COPIED not in site.faults:
            continue
        for number in range(_RELEASES_A_SITE):
            source = chance.choice(sound).host
            release = Release(f"{seed}/{site.host}/{number}", source, chance.randint(5, 80))
            carried.setdefault(site.host, []).append(release)
            carried.setdefault(source, []).append(release)
    for site in sites:
        releases = tuple(carried.get(site.host, ()))
        yield SiteBrief(
            site.host, site.scheme, site.unit, site.kind, site.seed, site.posts_per_month, site.faults, releases, site.age
        )  # fmt: skip

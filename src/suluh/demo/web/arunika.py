"""The demo's own web: a site for every unit that has one, with faults at the rates seen in a real recap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from random import Random

from suluh.demo.register import BUSY, demo_units
from suluh.demo.seeds import draw, weighted
from suluh.demo.units import DOMAIN, REGENCY_HOSTS, DemoSite, DemoUnit
from suluh.demo.web.faults import Fault
from suluh.demo.web.plan import Release, SiteBrief
from suluh.law.kinds import UnitKind

_KINDS: dict[UnitKind, tuple[tuple[str, float], ...]] = {
    UnitKind.MAIN: (("wordpress", 1),),
    UnitKind.DESA: (("opensid", 0.5), ("wordpress", 0.2), ("blogspot", 0.12), ("lokomedia", 0.08), ("static", 0.1)),
    UnitKind.KECAMATAN: (("platform", 0.5), ("wordpress", 0.25), ("blogspot", 0.15), ("joomla", 0.1)),
    UnitKind.KELURAHAN: (("platform", 0.6), ("blogspot", 0.4)),
}
_OFFICE_DECK = (
    *("wordpress",) * 8, *("platform",) * 9, *("lokomedia",) * 4, *("laravel",) * 4, *("joomla",) * 3, *("drupal",) * 2,
    *("spa",) * 2, *("sitemap-only",) * 2, *("broken-feed",) * 2, *("portal",) * 2, "static",
)  # fmt: skip
"""Kinds of the offices, dealt like cards so that every one is there."""

_RATES: dict[UnitKind, tuple[float, float]] = {
    UnitKind.MAIN: (60, 90),
    UnitKind.OPD: (0, 4),
    UnitKind.RSUD: (4, 10),
    UnitKind.BAGIAN: (0, 1),
    UnitKind.KECAMATAN: (0, 3),
    UnitKind.KELURAHAN: (0, 1),
    UnitKind.DESA: (0, 3),
}
_SHARES = (
    (Fault.MENU_BROKEN, 0.05), (Fault.LINKS_BROKEN, 0.08), (Fault.NOT_MOBILE, 0.1), (Fault.A11Y_BASIC, 0.12),
    (Fault.HEAVY, 0.03), (Fault.STALE, 0.15), (Fault.SILENT, 0.22), (Fault.ACTIVITIES_ONLY, 0.08),
    (Fault.FUTURE_DATE, 0.02), (Fault.LOOKALIKE_NEWS, 0.1), (Fault.LOOKALIKE_COMPLAINT, 0.05), (Fault.LOOKALIKE_HINTS, 0.08),
)  # fmt: skip
_LIVELY = frozenset({Fault.SILENT, Fault.ACTIVITIES_ONLY, Fault.FUTURE_DATE})
"""Faults that a site with an old last post cannot have."""

_REDIRECTED = 0.45
_DEAD = (Fault.DEAD_DNS, Fault.DEAD_REFUSED, Fault.DEAD_TIMEOUT, Fault.DEAD_5XX, Fault.DEAD_PARKED, Fault.DEAD_EMPTY)


def arunika_briefs(seed: int = 2026) -> tuple[SiteBrief, ...]:
    """Briefs of all sites of the demo regency."""
    units = [unit for unit in demo_units(seed) if unit.sites]
    story = _story(seed, units)
    copiers = [slug for slug, faults in story.items() if Fault.COPIED in faults]
    releases = {slug: _releases(seed, slug) for slug in copiers}
    first = tuple(release for carried in releases.values() for release in carried)
    deck = _dealt(seed, units)
    return tuple(
        _brief(
            seed, unit, site, story.get(unit.slug), deck, first if site.host == DOMAIN else releases.get(unit.slug, ())
        )
        for unit in units
        for site in unit.sites
    )


def _dealt(seed: int, units: list[DemoUnit]) -> dict[str, str]:
    """A kind for every office; the deck is dealt anew when it is used up."""
    offices = [unit.slug for unit in units if unit.kind not in _KINDS]
    deck = list(_OFFICE_DECK)
    draw(seed, "deck").shuffle(deck)
    return dict(zip(offices, cycle(deck), strict=False))


def _brief(
    seed: int,
    unit: DemoUnit,
    site: DemoSite,
    fixed: frozenset[Fault] | None,
    deck: dict[str, str],
    releases: tuple[Release, ...],
) -> SiteBrief:
    chance = draw(seed, site.host, "brief")
    redirected = chance.random() < _REDIRECTED
    sound = site.host in REGENCY_HOSTS or unit.slug in BUSY
    faults = fixed if fixed is not None else frozenset() if sound else frozenset(_lot(chance))
    secure = site.registered_url.startswith("https") or redirected
    return SiteBrief(
        host=site.host,
        scheme="https" if secure else "http",
        unit=unit,
        kind=deck.get(unit.slug) or weighted(chance, _KINDS[unit.kind]),
        seed=seed,
        posts_per_month=_rate(unit, chance),
        faults=faults,
        releases=releases,
    )


def _releases(seed: int, slug: str) -> tuple[Release, ...]:
    """Three press texts of the regency that this unit takes over."""
    chance = draw(seed, slug, "releases")
    return tuple(Release(f"{seed}/{slug}/{number}", DOMAIN, chance.randint(4, 70)) for number in range(3))


def _rate(unit: DemoUnit, chance: Random) -> float:
    if unit.slug in BUSY:
        return chance.uniform(4, 18)
    low, high = _RATES.get(unit.kind, (0, 2))
    return low + (high - low) * float(chance.random() ** 1.8)


def _lot(chance: Random) -> Iterator[Fault]:
    quiet = False
    for fault, share in _SHARES:
        if chance.random() < share and not (quiet and fault in _LIVELY):
            quiet = quiet or fault in (Fault.STALE, Fault.SILENT)
            yield fault


def _story(seed: int, units: list[DemoUnit]) -> dict[str, frozenset[Fault]]:
    """Faults of which the demo has a stated number: dead sites, certificates, infections of silent sites, copies."""
    free = [unit.slug for unit in units if unit.slug not in BUSY and unit.kind is not UnitKind.MAIN]
    papers = (Fault.CERT_EXPIRED, Fault.CERT_EXPIRED, Fault.CERT_EXPIRED, Fault.CERT_SOON, Fault.CERT_MISMATCH,
              Fault.CERT_SELF_SIGNED, Fault.CERT_CHAIN)  # fmt: skip
    told: list[frozenset[Fault]] = [frozenset({fault}) for fault in (*_DEAD, *papers, Fault.SLOW)]
    told += [frozenset({Fault.JUDOL_HIDDEN, Fault.SILENT}), frozenset({Fault.JUDOL_CLOAKED, Fault.STALE})]
    told += [frozenset({Fault.FAKE_FRESH, Fault.SILENT}), frozenset({Fault.FAKE_FRESH, Fault.STALE})]
    told += [frozenset({Fault.COPIED})] * 4
    return dict(zip(draw(seed, "story").sample(free, len(told)), told, strict=True))

"""The demo's own web: a site for every unit that has one, with faults at the rates seen in a real recap."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from suluh.demo.register import BUSY, demo_units
from suluh.demo.seeds import draw, weighted
from suluh.demo.units import REGENCY_HOSTS, DemoUnit
from suluh.demo.web.faults import CERTIFICATE, Fault
from suluh.demo.web.plan import SiteBrief
from suluh.law.kinds import UnitKind

_KINDS: dict[UnitKind, tuple[tuple[str, float], ...]] = {
    UnitKind.MAIN: (("wordpress", 1),),
    UnitKind.DESA: (("opensid", 0.5), ("wordpress", 0.2), ("blogspot", 0.12), ("lokomedia", 0.08), ("static", 0.1)),
    UnitKind.KECAMATAN: (("platform", 0.5), ("wordpress", 0.25), ("blogspot", 0.15), ("joomla", 0.1)),
    UnitKind.KELURAHAN: (("platform", 0.6), ("blogspot", 0.4)),
}
_OFFICE_KINDS = (
    ("wordpress", 0.22), ("platform", 0.22), ("lokomedia", 0.1), ("laravel", 0.1), ("joomla", 0.07), ("drupal", 0.06),
    ("spa", 0.06), ("sitemap-only", 0.05), ("broken-feed", 0.05), ("portal", 0.05), ("static", 0.02),
)  # fmt: skip
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
_REDIRECTED = 0.45
_DEAD = (Fault.DEAD_DNS, Fault.DEAD_REFUSED, Fault.DEAD_TIMEOUT, Fault.DEAD_5XX, Fault.DEAD_PARKED, Fault.DEAD_EMPTY)


def arunika_briefs(seed: int = 2026) -> tuple[SiteBrief, ...]:
    """Briefs of all sites of the demo regency."""
    units = [unit for unit in demo_units(seed) if unit.sites]
    fixed = _fixed_faults(seed, units)
    return tuple(brief for unit in units for brief in _briefs(seed, unit, fixed.get(unit.slug)))


def _briefs(seed: int, unit: DemoUnit, fixed: Fault | None) -> Iterator[SiteBrief]:
    for site in unit.sites:
        chance = draw(seed, site.host, "brief")
        redirected = chance.random() < _REDIRECTED
        secure = site.registered_url.startswith("https") or redirected or fixed in CERTIFICATE
        faults = (
            {fixed}
            if fixed
            else set(_lot(chance))
            if site.host not in REGENCY_HOSTS and unit.slug not in BUSY
            else set()
        )
        kinds = _KINDS.get(unit.kind, _OFFICE_KINDS)
        yield SiteBrief(
            host=site.host,
            scheme="https" if secure else "http",
            unit=unit,
            kind=weighted(chance, kinds),
            seed=seed,
            posts_per_month=_rate(unit, chance),
            faults=frozenset(faults),
        )


def _rate(unit: DemoUnit, chance: Random) -> float:
    if unit.slug in BUSY:
        return chance.uniform(4, 18)
    low, high = _RATES.get(unit.kind, (0, 2))
    return low + (high - low) * float(chance.random() ** 1.8)


def _lot(chance: Random) -> Iterator[Fault]:
    for fault, share in _SHARES:
        if chance.random() < share:
            yield fault


def _fixed_faults(seed: int, units: list[DemoUnit]) -> dict[str, Fault]:
    """The few faults of which the demo has a stated number: dead sites, certificates, infections, a defacement."""
    free = [unit.slug for unit in units if unit.slug not in BUSY and unit.kind is not UnitKind.MAIN]
    chance = draw(seed, "fixed")
    chosen = [*_DEAD, Fault.CERT_EXPIRED, Fault.CERT_EXPIRED, Fault.CERT_EXPIRED, Fault.CERT_SOON, Fault.CERT_MISMATCH,
              Fault.CERT_SELF_SIGNED, Fault.CERT_CHAIN, Fault.JUDOL_HIDDEN, Fault.JUDOL_CLOAKED, Fault.SLOW]  # fmt: skip
    return dict(zip(chance.sample(free, len(chosen)), chosen, strict=True))

"""What the register of the demo says about one unit. Plain values for seeding and for the simulated web."""

from __future__ import annotations

from dataclasses import dataclass

from suluh.law.kinds import UnitKind

DOMAIN = "arunika.localhost"
REGENCY = "Kabupaten Arunika"
PROVINCE = "Nusa Raya"
REGENCY_HOSTS = (DOMAIN, f"ppid.{DOMAIN}")
"""Hosts whose pages count as inherited by every other unit."""


@dataclass(frozen=True, slots=True)
class DemoSite:
    """A registered website. `registered_url` is the address as the register has it, often http only."""

    host: str
    registered_url: str


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """An official account. `state` is active, orphaned (its keeper moved away), hijacked or fake."""

    platform: str
    handle: str
    followers: int
    posts_per_week: int
    state: str = "active"


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """A role holder; the name is the label of the role, never a person's."""

    name: str
    email: str
    role: str


@dataclass(frozen=True, slots=True)
class DemoUnit:
    """One unit of the regency, with its channels and people. `parent` is the slug of the unit above."""

    slug: str
    name: str
    short_name: str
    kind: UnitKind
    parent: str | None
    field: str
    address: str
    phone: str | None
    email: str | None
    sites: tuple[DemoSite, ...] = ()
    accounts: tuple[DemoAccount, ...] = ()
    people: tuple[DemoPerson, ...] = ()
    place: str = "Arunika Kota"

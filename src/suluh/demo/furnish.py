"""Puts the demo register into the database: government, units, sites, accounts, people with their roles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from anyascii import anyascii
from django.contrib.auth.hashers import make_password
from django.db import transaction

from suluh.demo.register import demo_units
from suluh.demo.units import PROVINCE, REGENCY, REGENCY_HOSTS, DemoUnit
from suluh.kernel.letters import picture
from suluh.organization.models import Account, Government, Membership, Person, Role, Site, Unit
from suluh.organization.rights import OPERATOR
from suluh.organization.services.government import government_change

SINCE = date(2025, 1, 2)
CREST = Path(__file__).parent / "crest" / "crest.typ"
LETTERHEAD = {
    "primary_color": "#1d3f72",
    "office": "Dinas Komunikasi, Informatika, Statistik dan Persandian",
    "address": "Jalan Fajar Nomor 1, Kota Arunika, Nusa Raya 00000",
    "contact": "Telepon (0000) 000-100 · diskominfo@arunikakab.example · http://arunika.localhost",
}
NO_RECOVERY = 9
"""Of so many units one has accounts without a recovery mail on record."""
ROLES = {"admin": Role.UNIT_OFFICER, "deputy": Role.UNIT_OFFICER, "head": Role.LEADER}
GOVERNMENT_ROLES = {"officer": Role.COORDINATOR, "system": Role.ADMIN}
"""Roles over the whole government."""


@dataclass(frozen=True, slots=True)
class LogIn:
    """A person to try the demo as."""

    label: str
    email: str
    password: str
    sees: str = ""
    """What there is to see as this person."""


@transaction.atomic
def regency_furnish(*, password: str, seed: int = 2026) -> list[LogIn]:
    """Fill an empty register with Arunika and return log-ins worth trying; nothing happens when units exist.

    Every demo person has the same `password`; mail names end in `.example`.
    """
    if Unit.objects.exists():
        return log_ins(password)
    _government()
    plans = demo_units(seed)
    units = _units(plans)
    _sites(plans, units)
    people = _people(plans, units, make_password(password))
    _accounts(plans, units, people)
    return log_ins(password)


def _government() -> Government:
    """Arunika with crest, colour and address, so that its papers have a head."""
    made = Government.objects.create(
        name=f"Pemerintah {REGENCY}", province=PROVINCE, zone="Asia/Jakarta", hosts=list(REGENCY_HOSTS)
    )
    return government_change(government=made, by=OPERATOR, picture=picture(CREST, {}), **LETTERHEAD)


def _units(plans: tuple[DemoUnit, ...]) -> dict[str, Unit]:
    made: dict[str, Unit] = {}
    for plan in plans:
        parent = made.get(plan.parent or "")
        unit = Unit.objects.create(
            name=plan.name,
            short_name=plan.short_name,
            slug=plan.slug,
            kind=plan.kind,
            parent=parent,
            sort_key=anyascii(plan.name).casefold(),
            contact_mail=plan.email or "",
        )
        unit.path = f"{parent.path if parent else ''}{unit.pk}/"
        made[plan.slug] = unit
    Unit.objects.bulk_update(made.values(), ["path"])
    return made


def _sites(plans: tuple[DemoUnit, ...], units: dict[str, Unit]) -> None:
    Site.objects.bulk_create(
        Site(unit=units[plan.slug], url=site.registered_url, host=site.host, is_main=number == 0)
        for plan in plans
        for number, site in enumerate(plan.sites)
    )


def _people(plans: tuple[DemoUnit, ...], units: dict[str, Unit], secret: str) -> dict[str, list[Person]]:
    found: dict[str, list[Person]] = {}
    rows = [(plan, person) for plan in plans for person in plan.people]
    made = Person.objects.bulk_create(
        Person(email=person.email, name=person.name, password=secret) for _, person in rows
    )
    root = next(unit for unit in units.values() if unit.parent_id is None)
    memberships = []
    for (plan, planned), person in zip(rows, made, strict=True):
        found.setdefault(plan.slug, []).append(person)
        office = planned.role in GOVERNMENT_ROLES
        memberships.append(
            Membership(
                person=person,
                unit=root if office else units[plan.slug],
                role=(ROLES | GOVERNMENT_ROLES)[planned.role],
                subtree=office or plan.parent is None or plan.slug.startswith("kec-"),
                decree="SK 061/12/2025",
                valid_from=SINCE,
            )
        )
    Membership.objects.bulk_create(memberships)
    return found


def _accounts(plans: tuple[DemoUnit, ...], units: dict[str, Unit], people: dict[str, list[Person]]) -> None:
    for number, plan in enumerate(plans):
        for account in plan.accounts:
            if account.state == "fake":
                continue  # a fake account is found, not registered
            row = Account.objects.create(
                unit=units[plan.slug],
                platform=account.platform,
                handle=account.handle,
                official_mail=f"{plan.slug}@arunikakab.example",
                recovery_mail="" if number % NO_RECOVERY == 0 else f"pemulihan.{plan.slug}@arunikakab.example",
                decree="SK 480/7/2025",
                confirmed_at=None if account.state == "orphaned" else date(2026, 1, 12),
            )
            if account.state != "orphaned":
                row.holders.set(people.get(plan.slug, [])[:2])


WORTH_TRYING = (
    ("kabid.ikp.", "papan kabupaten, meja redaksi, piagam, kalender, kanal"),
    ("monita.", "koordinator kedua: naskah yang sedang dipegang, komentar"),
    ("administrator.", "orang dan hak, pemerintah, pemeriksaan, cadangan"),
    ("admin.a.dinkes@", "petugas unit: kirim naskah, temuan, usulan informasi"),
    ("pimpinan.rsud@", "kepala unit: menyetujui naskah unitnya"),
    ("pimpinan.kec-arunika-kota@", "camat: naskah kelurahan, desa-desanya"),
    ("admin.a.bpbd@", "petugas unit: pemberitahuan serta-merta, kanal yang terkunci"),
    ("pimpinan.pemkab-", "pimpinan daerah: membaca papan"),
    ("ppid@", "PPID: daftar informasi, permohonan, register, laporan"),
    ("atasan.ppid@", "atasan PPID: keberatan, persetujuan penolakan"),
    ("layanan.ppid@", "meja layanan informasi"),
)
"""How the mail of somebody worth trying begins, and what they see."""


def log_ins(password: str) -> list[LogIn]:
    """One person of each role, to try the demo as."""
    people = list(Person.objects.order_by("id").values_list("name", "email"))
    found = []
    for start, sees in WORTH_TRYING:
        row = next((row for row in people if row[1].startswith(start)), None)
        if row is not None:
            found.append(LogIn(row[0], row[1], password, sees))
    return found

"""The people of Arunika's information service: PPID, superior, service officer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from suluh.organization.models import Membership, Person, Role, Unit

PEOPLE = (
    ("PPID Kabupaten Arunika", "ppid@arunikakab.example", Role.PPID),
    ("Atasan PPID Kabupaten Arunika", "atasan.ppid@arunikakab.example", Role.SUPERIOR),
    ("Petugas Layanan Informasi", "layanan.ppid@arunikakab.example", Role.SERVICE),
)


@dataclass(frozen=True, slots=True)
class Office:
    """Who serves information in the regency."""

    body: Unit
    ppid: Person
    superior: Person
    service: Person


def office_open(body: Unit, *, secret: str, since: date) -> Office:
    """Appoint the three people over the whole government; `secret` is their hashed password."""
    people = Person.objects.bulk_create(Person(email=email, name=name, password=secret) for name, email, _ in PEOPLE)
    Membership.objects.bulk_create(
        Membership(person=person, unit=body, role=role, subtree=True, decree="SK 555/3/2025", valid_from=since)
        for person, (_name, _email, role) in zip(people, PEOPLE, strict=True)
    )
    return Office(body, *people)

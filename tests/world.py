"""The smallest regency that a test needs: a tree, a site, and one person for each role."""

from dataclasses import dataclass
from datetime import date

from suluh.law.kinds import UnitKind
from suluh.organization.models import Government, Membership, Person, Role, Site, Unit
from suluh.organization.rights import OPERATOR
from suluh.organization.services.sites import site_add
from suluh.organization.services.units import government_ensure, unit_add


@dataclass
class World:
    """Kabupaten Arunika in miniature."""

    government: Government
    root: Unit
    health: Unit
    social: Unit
    district: Unit
    village: Unit
    site: Site
    admin: Person
    coordinator: Person
    leader: Person
    officer: Person
    sibling: Person
    district_officer: Person
    ppid: Person
    superior: Person
    service: Person


def appointed(email: str, role: Role, unit: Unit, *, subtree: bool = False) -> Person:
    """A person with one running membership."""
    person = Person.objects.create_user(email, name=email.split("@")[0].replace(".", " ").title())
    Membership.objects.create(
        person=person, unit=unit, role=role, subtree=subtree, decree="SK 1/2026", valid_from=date(2026, 1, 1)
    )
    return person


def build_world() -> World:
    """Write the world; call it inside a test that has the database."""
    government, root = government_ensure(name="Pemerintah Kabupaten Arunika", by=OPERATOR)
    health = unit_add(name="Dinas Kesehatan", kind=UnitKind.OPD, parent=root, by=OPERATOR, code="DKS")
    social = unit_add(name="Dinas Sosial", kind=UnitKind.OPD, parent=root, by=OPERATOR)
    district = unit_add(name="Kecamatan Fajar", kind=UnitKind.KECAMATAN, parent=root, by=OPERATOR)
    village = unit_add(name="Desa Embun", kind=UnitKind.DESA, parent=district, by=OPERATOR)
    return World(
        government=government,
        root=root,
        health=health,
        social=social,
        district=district,
        village=village,
        site=site_add(unit=health, url="http://dinkes.arunika.localhost", by=OPERATOR),
        admin=appointed("admin@arunika.example", Role.ADMIN, root, subtree=True),
        coordinator=appointed("kominfo@arunika.example", Role.COORDINATOR, root, subtree=True),
        leader=appointed("bupati@arunika.example", Role.LEADER, root, subtree=True),
        officer=appointed("dinkes@arunika.example", Role.UNIT_OFFICER, health),
        sibling=appointed("dinsos@arunika.example", Role.UNIT_OFFICER, social),
        district_officer=appointed("fajar@arunika.example", Role.UNIT_OFFICER, district, subtree=True),
        ppid=appointed("ppid@arunika.example", Role.PPID, root, subtree=True),
        superior=appointed("atasan.ppid@arunika.example", Role.SUPERIOR, root, subtree=True),
        service=appointed("layanan@arunika.example", Role.SERVICE, root, subtree=True),
    )

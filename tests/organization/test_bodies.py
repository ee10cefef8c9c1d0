"""A village is a public body of its own; everything else belongs to the government's."""

from suluh.organization.models import Role
from suluh.organization.rights import holds_in_body
from tests.world import appointed, build_world


def test_the_government_s_ppid_serves_its_offices_but_not_a_village(db):
    world = build_world()

    assert holds_in_body(world.ppid, world.health, Role.PPID)
    assert not holds_in_body(world.ppid, world.village, Role.PPID)


def test_a_village_s_ppid_serves_the_village_alone(db):
    world = build_world()
    own = appointed("ppid.embun@arunika.example", Role.PPID, world.village)

    assert holds_in_body(own, world.village, Role.PPID)
    assert not holds_in_body(own, world.health, Role.PPID)


def test_the_ppid_of_an_office_serves_no_body(db):
    world = build_world()
    own = appointed("ppid.dinkes@arunika.example", Role.PPID, world.health)

    assert not holds_in_body(own, world.health, Role.PPID)

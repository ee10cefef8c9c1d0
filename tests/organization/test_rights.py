from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from suluh.organization.errors import NotAllowed
from suluh.organization.models import Membership, Person, Role, Site
from suluh.organization.permissions import may, permit
from suluh.organization.rights import grants_of
from suluh.organization.selectors import units_visible_to, visible_to
from suluh.organization.selectors.units import unit_record


def names(person) -> set[str]:
    return {unit.name for unit in units_visible_to(person)}


def test_an_outsider_sees_nothing(world):
    assert names(AnonymousUser()) == set()


def test_somebody_without_a_membership_sees_nothing(world):
    assert names(Person.objects.create_user("baru@arunika.example", name="Baru")) == set()


def test_a_unit_officer_sees_the_own_unit_alone(world):
    assert names(world.officer) == {"Dinas Kesehatan"}


def test_an_officer_with_subtree_sees_what_stands_below(world):
    assert names(world.district_officer) == {"Kecamatan Fajar", "Desa Embun"}


def test_a_coordinator_at_the_root_sees_every_unit(world):
    assert len(names(world.coordinator)) == 5


def test_a_unit_s_page_names_only_neighbours_that_the_person_may_see(world):
    of_village = unit_record(world.village, world.district_officer)

    assert [unit.name for unit in of_village.above] == ["Kecamatan Fajar"]
    assert unit_record(world.health, world.officer).above == []


def test_rows_of_a_feature_follow_the_same_reach(world):
    assert set(visible_to(world.officer, Site.objects.all())) == {world.site}
    assert set(visible_to(world.sibling, Site.objects.all())) == set()


@pytest.mark.parametrize(
    ("first", "last", "valid"), [(-9, None, True), (0, 0, True), (1, None, False), (-9, -1, False), (-9, 0, True)]
)
def test_a_membership_counts_from_its_first_to_its_last_day(world, first, last, valid):
    today = timezone.localdate()
    person = Person.objects.create_user("jangka@arunika.example", name="Jangka")
    Membership.objects.create(
        person=person,
        unit=world.social,
        role=Role.UNIT_OFFICER,
        valid_from=today + timedelta(days=first),
        valid_until=None if last is None else today + timedelta(days=last),
    )
    assert bool(names(person)) is valid


def test_a_person_who_is_closed_has_no_rights_left(world):
    world.coordinator.is_active = False
    assert grants_of(world.coordinator) == ()


def test_memberships_are_read_once_a_request(world, django_assert_num_queries):
    person = Person.objects.get(pk=world.coordinator.pk)
    with django_assert_num_queries(1):
        for _ in range(5):
            may(person, "unit.edit", world.health)
            may(person, "register.import")


def test_a_coordinator_of_a_district_does_not_coordinate_the_government(world):
    person = Person.objects.create_user("camat@arunika.example", name="Camat")
    Membership.objects.create(
        person=person, unit=world.district, role=Role.COORDINATOR, subtree=True, valid_from=date(2026, 1, 1)
    )
    assert may(person, "unit.edit", world.village)
    assert not may(person, "unit.edit", world.health)
    assert not may(person, "register.import")


def test_an_action_that_nobody_declared_is_an_error_and_not_a_yes(world):
    with pytest.raises(LookupError):
        permit(world.admin, "unit.explode", world.health)


def test_a_refusal_tells_the_person_what_to_do(world):
    with pytest.raises(NotAllowed) as refused:
        permit(world.officer, "unit.edit", world.health)
    assert len(refused.value.message) > 20


def test_people_change_their_own_particulars_and_only_an_administrator_those_of_others(world):
    assert may(world.officer, "person.edit", world.officer)
    assert not may(world.coordinator, "person.edit", world.officer)
    assert may(world.admin, "person.edit", world.officer)


def test_only_an_administrator_of_the_whole_changes_the_government(world):
    assert [may(person, "government.edit") for person in (world.leader, world.coordinator, world.admin)] == [
        False, False, True,
    ]  # fmt: skip

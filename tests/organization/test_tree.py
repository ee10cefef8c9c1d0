import pytest

from suluh.law.kinds import UnitKind
from suluh.organization.errors import AlreadyRecorded, NotAllowed, NotMovable
from suluh.organization.models import Event, Unit
from suluh.organization.rights import OPERATOR
from suluh.organization.services.units import unit_add, unit_change, unit_move, unit_retire


def paths() -> dict[str, list[str]]:
    names = dict(Unit.objects.values_list("id", "name"))
    return {unit.name: [names[int(part)] for part in unit.path.strip("/").split("/")] for unit in Unit.objects.all()}


def test_a_path_names_every_unit_from_the_root(world):
    assert paths()["Desa Embun"] == ["Pemerintah Kabupaten Arunika", "Kecamatan Fajar", "Desa Embun"]


def test_moving_a_unit_takes_its_whole_subtree_along(world):
    hamlet = unit_add(name="UPT Embun", kind=UnitKind.UPT, parent=world.village, by=OPERATOR)
    unit_move(unit=world.district, parent=world.health, by=world.coordinator)
    hamlet.refresh_from_db()
    assert paths()["UPT Embun"] == [
        "Pemerintah Kabupaten Arunika", "Dinas Kesehatan", "Kecamatan Fajar", "Desa Embun", "UPT Embun",
    ]  # fmt: skip


def test_moving_leaves_units_alone_whose_path_only_looks_alike(world):
    before = paths()["Dinas Sosial"]
    unit_move(unit=world.village, parent=world.health, by=world.coordinator)
    assert paths()["Dinas Sosial"] == before


def test_moving_costs_the_same_few_statements_for_any_subtree(world, django_assert_max_num_queries):
    for number in range(30):
        unit_add(name=f"UPT {number}", kind=UnitKind.UPT, parent=world.village, by=OPERATOR)
    with django_assert_max_num_queries(12):
        unit_move(unit=world.village, parent=world.social, by=OPERATOR)


@pytest.mark.parametrize("below", ["district", "village"])
def test_a_unit_cannot_stand_below_itself(world, below):
    with pytest.raises(NotMovable):
        unit_move(unit=world.district, parent=getattr(world, below), by=world.coordinator)


def test_two_sisters_cannot_bear_one_name_whatever_the_case(world):
    with pytest.raises(AlreadyRecorded):
        unit_add(name="DINAS  KESEHATAN", kind=UnitKind.OPD, parent=world.root, by=OPERATOR)


def test_the_same_name_may_stand_below_another_parent(world):
    other = unit_add(name="Kecamatan Senja", kind=UnitKind.KECAMATAN, parent=world.root, by=OPERATOR)
    twin = unit_add(name="Desa Embun", kind=UnitKind.DESA, parent=other, by=OPERATOR)
    assert twin.slug != world.village.slug


def test_an_officer_sets_the_contact_but_not_the_name(world):
    unit_change(unit=world.health, by=world.officer, contact_mail="kontak@arunika.example")
    with pytest.raises(NotAllowed):
        unit_change(unit=world.health, by=world.officer, name="Dinas Kesehatan Baru")
    world.health.refresh_from_db()
    assert (world.health.name, world.health.contact_mail) == ("Dinas Kesehatan", "kontak@arunika.example")


def test_a_change_that_changes_nothing_writes_no_event(world):
    before = Event.objects.count()
    unit_change(unit=world.health, by=world.coordinator, name=world.health.name)
    assert Event.objects.count() == before


def test_closing_a_unit_takes_its_sites_out_of_the_watch(world):
    from datetime import date

    unit_retire(unit=world.health, day=date(2026, 4, 1), by=world.coordinator)
    world.site.refresh_from_db()
    assert not world.site.active

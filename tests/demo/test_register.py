"""The register of Arunika has the sizes of a real regency and names no real one."""

from collections import Counter

import pytest

from suluh.demo.places import KECAMATAN, MORE_KECAMATAN, village_names
from suluh.demo.register import ROOT, demo_units, load_units
from suluh.law.kinds import UnitKind

REAL = {
    "banyuwangi",
    "banyumas",
    "banyuasin",
    "purworejo",
    "sukabumi",
    "karangasem",
    "wonosobo",
    "sukoharjo",
    "tanah laut",
}


@pytest.fixture(scope="module")
def units():
    return demo_units()


def test_the_demo_has_two_hundred_units_below_its_government(units):
    sizes = Counter(unit.kind for unit in units)
    assert sizes == {
        UnitKind.MAIN: 1, UnitKind.OPD: 32, UnitKind.BAGIAN: 9, UnitKind.RSUD: 1, UnitKind.KECAMATAN: 12,
        UnitKind.KELURAHAN: 14, UnitKind.DESA: 132,
    }  # fmt: skip


def test_the_load_preset_has_three_hundred_units():
    assert len(load_units()) == 300


@pytest.mark.parametrize("preset", [demo_units, load_units])
def test_parents_come_before_children_and_slugs_are_unique(preset):
    seen = set()
    for unit in preset():
        assert unit.slug not in seen
        assert unit.parent in seen or (unit.parent is None and unit.slug == ROOT)
        seen.add(unit.slug)


def test_units_without_a_site_are_as_many_as_planned(units):
    missing = Counter(unit.kind for unit in units if not unit.sites)
    assert missing == {UnitKind.BAGIAN: 4, UnitKind.KELURAHAN: 4, UnitKind.DESA: 33}


def test_about_two_thirds_are_registered_without_encryption(units):
    urls = [site.registered_url for unit in units for site in unit.sites]
    assert 0.55 < sum(url.startswith("http://") for url in urls) / len(urls) < 0.75


def test_mail_and_hosts_use_reserved_names(units):
    assert all(person.email.endswith(".example") for unit in units for person in unit.people)
    assert all(site.host.endswith("arunika.localhost") for unit in units for site in unit.sites)


def test_no_place_bears_the_name_of_a_real_regency():
    names = village_names(1)
    invented = {name.lower() for name in (*KECAMATAN, *MORE_KECAMATAN, *(next(names) for _ in range(300)))}
    assert invented & REAL == set()


def test_another_seed_gives_other_villages(units):
    assert {unit.name for unit in demo_units(1)} != {unit.name for unit in units}

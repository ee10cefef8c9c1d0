import pytest

from suluh.kernel.sheets import write_csv
from suluh.organization.importing.reading import read_units
from suluh.organization.importing.template import HEADS
from suluh.organization.models import Account, Unit
from suluh.organization.rights import OPERATOR
from suluh.organization.selectors.exports import register_rows
from suluh.organization.services.imports import ImportRefused, import_units


def reading(*rows, heads=HEADS):
    return read_units(
        write_csv([heads, *[[*row, *[None] * (len(heads) - len(row))] for row in rows]]), file_name="u.csv"
    )


def taken(*rows, **options):
    return import_units(reading=reading(*rows), by=OPERATOR, **options)


def test_a_superior_unit_may_stand_below_its_own_in_the_sheet(world):
    taken(["D1", "Desa Kabut", None, "Desa", "K9"], ["K9", "Kecamatan Senja", None, "Kecamatan"])
    assert Unit.objects.get(code="D1").parent == Unit.objects.get(code="K9")


def test_units_in_a_circle_are_refused(world):
    plan = taken(["A", "Desa Satu", None, "Desa", "B"], ["B", "Desa Dua", None, "Desa", "A"], skip_errors=True)
    assert len(plan.errors) == 2
    assert plan.entries == []


def test_an_unknown_superior_unit_is_a_fault_at_its_row(world):
    with pytest.raises(ImportRefused) as refused:
        taken(["D1", "Desa Kabut", None, "Desa", "Kecamatan Hilang"])
    assert refused.value.plan.errors[0].row == 2


def test_a_code_finds_the_unit_whatever_its_name(world):
    taken(["DKS", "Dinas Kesehatan dan KB"])
    world.health.refresh_from_db()
    assert world.health.name == "Dinas Kesehatan dan KB"


def test_an_empty_cell_erases_nothing(world):
    taken(["DKS", "Dinas Kesehatan", None, None, None, None, "dinkes@arunika.example"])
    taken(["DKS", "Dinas Kesehatan"])
    world.health.refresh_from_db()
    assert world.health.contact_mail == "dinkes@arunika.example"


def test_another_address_corrects_the_main_site_and_keeps_its_history(world):
    taken(["DKS", "Dinas Kesehatan", None, None, None, "https://baru.arunika.example"])
    world.site.refresh_from_db()
    assert world.site.url == "https://baru.arunika.example"


def test_accounts_are_registered_once(world):
    row = ["DKS", "Dinas Kesehatan", *[None] * 6, "https://facebook.com/dinkes.arunika", "@dinkes"]
    taken(row)
    taken(row)
    assert set(Account.objects.values_list("platform", "handle")) == {
        ("facebook", "dinkes.arunika"), ("instagram", "dinkes"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (["X", ""], "B"),
        (["X", "Dinas A", None, "Kerajaan"], "D"),
        (["X", "Dinas A", None, "OPD", None, "bukan alamat"], "F"),
        (["X", "Dinas A", None, "OPD", None, None, "bukan surel"], "G"),
        (["X", "Dinas A", *[None] * 6, "nama dengan spasi"], "I"),
    ],
)
def test_each_bad_cell_is_named(row, column):
    (fault,) = reading(row).errors
    assert (fault.row, fault.column) == (2, column)


def test_one_code_twice_is_refused(world):
    plan = taken(["Z", "Dinas A"], ["z", "Dinas B"], skip_errors=True)
    assert [fault.row for fault in plan.errors] == [3]


def test_one_address_for_two_units_is_told_and_given_to_the_first(world):
    plan = taken(
        ["A", "Dinas A", None, "OPD", None, "http://satu.example"],
        ["B", "Dinas B", None, "OPD", None, "http://satu.example"],
    )
    assert any("sudah dipakai" in warning for warning in plan.warnings)
    assert Unit.objects.get(code="B").sites.count() == 0


def test_the_exported_register_comes_back_unchanged(world):
    rows = register_rows(world.coordinator)
    plan = import_units(reading=read_units(write_csv(rows), file_name="ekspor.csv"), by=world.coordinator)
    assert {entry.fate for entry in plan.entries} == {"unchanged"}
    assert plan.errors == []


def test_only_a_coordinator_of_the_whole_government_imports(world):
    from suluh.organization.errors import NotAllowed

    with pytest.raises(NotAllowed):
        import_units(reading=reading(["X", "Dinas A"]), by=world.officer)

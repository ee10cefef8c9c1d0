"""Items out of sheets: the annex layout, faults by cell, our own export back again."""

from datetime import date

import pytest

from suluh.disclosure.exports.annex import annex_xlsx
from suluh.disclosure.importing import read_items
from suluh.disclosure.models import Item, ItemVersion
from suluh.disclosure.services.imports import SheetFaulty, sheet_keep, sheet_plan, sheet_take
from suluh.kernel.sheets import TabOut, write_xlsx
from suluh.organization.errors import NotAllowed
from suluh.organization.rights import OPERATOR
from tests.disclosure.making import published

TOP = ["No", "Ringkasan Isi Informasi", "Pejabat/Unit yang Menguasai", "Penanggung Jawab", "Waktu dan Tempat Pembuatan",
       "Bentuk Informasi", None, "Jangka Waktu Penyimpanan"]  # fmt: skip
FORMS = [None, None, None, None, None, "Softcopy", "Hardcopy", None]
NUMBERS = ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"]
GOOD = [
    1, "Laporan kinerja 2025. Capaian tiap indikator.", "Sekretariat", "Kepala Dinas", "Arunika, 12-01-2026", "v", None,
    "5 tahun",
]  # fmt: skip
BAD = [2, "Rencana kerja 2026", None, "Kepala Dinas", "2026", None, "v", None]


def sheet(*rows: list[object]) -> bytes:
    title = ["DAFTAR INFORMASI PUBLIK DINAS KESEHATAN"]
    return write_xlsx([TabOut("DIP", [title, TOP, FORMS, NUMBERS, *rows], header=3)])  # type: ignore[list-item]


def test_the_annex_layout_is_read_with_its_two_header_rows():
    (item,) = read_items(sheet(GOOD)).items

    said = item.content
    assert (said.title, said.summary) == ("Laporan kinerja 2025", "Capaian tiap indikator.")
    assert (said.made_at, said.made_on) == ("Arunika", date(2026, 1, 12))
    assert (said.softcopy, said.hardcopy, said.retention) == (True, False, "5 tahun")


def test_faults_name_their_cell():
    reading = read_items(sheet(GOOD, BAD))

    assert len(reading.items) == 1
    assert [(fault.row, fault.column) for fault in reading.faults] == [(6, "C"), (6, "H")]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"PK\x03\x04", b"a;b;c\n1;2;3\n"])
def test_what_is_no_sheet_of_items_is_one_fault_that_says_what_to_do(content):
    (fault,) = read_items(content).faults

    assert fault.message.endswith(".")


def test_a_sheet_with_faults_changes_nothing_and_offers_the_good_rows(world):
    draft = sheet_keep(unit=world.health, content=sheet(GOOD, BAD), name="dip.xlsx", by=world.officer)
    with pytest.raises(SheetFaulty):
        sheet_take(unit=world.health, draft=draft, skip_faults=False, by=world.officer)
    assert not Item.objects.exists()

    sheet_take(unit=world.health, draft=draft, skip_faults=True, by=world.officer)
    assert [item.title for item in Item.objects.all()] == ["Laporan kinerja 2025"]


def test_our_own_sheet_comes_back_unchanged(world):
    item = published(world.health, world.root)
    again = annex_xlsx([item], root="http://testserver")

    plan = sheet_plan(unit=world.health, content=again, by=OPERATOR)

    assert (plan.added, plan.changed, plan.unchanged, plan.reading.faults) == ([], [], 1, [])


def test_a_changed_row_proposes_a_change_of_its_item(world):
    item = published(world.health, world.root, "Laporan kinerja 2025")
    draft = sheet_keep(unit=world.health, content=sheet(GOOD), name="dip.xlsx", by=world.officer)

    sheet_take(unit=world.health, draft=draft, skip_faults=False, by=world.officer)

    version = item.versions.get(state=ItemVersion.State.PROPOSED)
    assert version.says.holder == "Sekretariat"
    assert Item.objects.count() == 1


def test_another_unit_s_officer_imports_nothing(world):
    with pytest.raises(NotAllowed):
        sheet_plan(unit=world.health, content=sheet(GOOD), by=world.sibling)

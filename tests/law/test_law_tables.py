"""Grounds, papers and service parts are complete, in the law's order, and carry their articles."""

from datetime import date

import pytest

from suluh.law.clocks import clocks
from suluh.law.grounds import never_exempt, objection_grounds, refusal_grounds
from suluh.law.items import all_items
from suluh.law.papers import PaperKind, paper, papers
from suluh.law.service import class_of, item_classes, report_parts, service_versions, standards, term

BEFORE_THE_LAW = date(2009, 12, 31)
NOW = date(2026, 4, 2)


def test_exemptions_are_the_letters_a_to_j_of_article_17():
    exempt = [code for code, ground in refusal_grounds().items() if ground.exempt]

    assert exempt == [f"17{letter}" for letter in "abcdefghij"]


def test_only_private_deeds_and_secrets_open_by_consent():
    assert {code for code, ground in refusal_grounds().items() if ground.consent} == {"17g", "17h"}


def test_every_exemption_says_how_long_it_lasts():
    assert all(ground.lasts for ground in refusal_grounds().values() if ground.exempt)


def test_objections_have_the_grounds_a_to_g_and_only_a_is_neither_settled_nor_mediated():
    grounds = objection_grounds()

    assert list(grounds) == list("abcdefg")
    assert [code for code, ground in grounds.items() if not ground.settled] == ["a"]
    assert [code for code, ground in grounds.items() if not ground.mediated] == ["a"]


def test_only_missing_periodic_information_needs_no_request_before():
    assert [code for code, ground in objection_grounds().items() if not ground.request] == ["b"]


@pytest.mark.parametrize("table", [refusal_grounds, objection_grounds, never_exempt, papers, standards, report_parts])
def test_what_was_not_in_force_on_a_day_is_left_out(table):
    assert len(table(NOW)) == len(table())
    assert not table(BEFORE_THE_LAW)


def test_the_request_register_has_the_columns_of_annex_viii():
    register = paper("request-register")

    assert [part.code for part in register.parts] == [
        "number", "received", "name", "identity", "address", "contact", "occupation", "proxy", "details", "purpose",
        "held", "held-elsewhere", "undocumented", "softcopy", "hardcopy", "viewing", "copying", "decision", "refusal",
        "notified", "given", "cost", "payment",
    ]  # fmt: skip


def test_the_objection_register_ticks_the_grounds_of_the_law():
    ticks = [part.code for part in paper("objection-register").parts if part.group == "Alasan keberatan"]

    assert ticks == list(objection_grounds())


@pytest.mark.parametrize("code", ["request-register", "objection-register", "request-form", "objection-form"])
def test_public_versions_name_nobody(code):
    left_out = {part.code for part in paper(code).parts} - {part.code for part in paper(code).public_parts}

    assert left_out >= {"name"}
    assert left_out <= {"name", "identity", "address", "contact", "occupation", "proxy"}


def test_a_refusal_carries_test_approval_and_decree():
    assert all(paper("refusal").part(code).required for code in ("test", "approval", "decree"))


def test_annexes_i_to_xi_are_all_there():
    numbers = {row.annex.removeprefix("Lampiran ") for row in papers().values() if row.annex}

    assert numbers == {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI"}


@pytest.mark.parametrize("row", papers().values(), ids=list(papers()))
def test_a_paper_names_its_article_and_each_part_once(row):
    codes = [part.code for part in row.parts]

    assert row.article
    assert len(set(codes)) == len(codes)
    assert row.kind in PaperKind


def test_every_mandatory_item_of_perki_1_2021_has_its_class():
    classes = {item.code: class_of(item.code) for item in all_items()}

    assert classes["B-a1"].code == "berkala"
    assert classes["T-a"].code == "setiap-saat"
    assert all((found is not None) == code.startswith(("B-", "S", "T-")) for code, found in classes.items())


def test_every_class_is_renewed_by_a_clock_that_exists():
    assert {row.clock for row in item_classes().values()} <= set(clocks())


def test_seven_standards_and_six_report_parts():
    assert len(standards()) == 7
    assert [part.code for part in report_parts()] == list("abcdef")


def test_a_role_is_called_as_the_chosen_regulation_says():
    assert term("ppid-unit") == "PPID Pelaksana"
    assert term("ppid-unit", "permendagri-3-2017") == "PPID Pembantu"
    assert term("ppid-unit", "peraturan-lain") == "PPID Pelaksana"
    assert "permendagri-3-2017" in service_versions()

"""Mandatory items as data."""

import re
from datetime import date

import pytest

from suluh.law.items import all_items, item, items_for
from suluh.law.kinds import UnitKind


def codes(kind: UnitKind) -> list[str]:
    return [entry.code for entry in items_for(kind)]


def test_codes_are_unique_and_of_the_contract_s_shape():
    found = [entry.code for entry in all_items()]

    assert len(set(found)) == len(found)
    assert all(re.fullmatch(r"B-[a-k]\d?|S|T-[a-r]|D-[1-7]|I-[a-z]+", code) for code in found)


def test_an_opd_is_asked_for_every_periodic_and_any_time_item():
    asked = codes(UnitKind.OPD)

    assert {f"T-{letter}" for letter in "abcdefghijklmnopqr"} < set(asked)
    assert {
        f"B-{tail}" for tail in ("a1", "a3", "a4", "b", "c", "d", "e", "f", "g", "h", "i1", "i2", "i3", "j", "k")
    } < set(asked)
    assert "S" in asked
    assert not any(code.startswith("D-") for code in asked)


def test_articles_of_association_are_asked_only_of_bodies_that_have_them():
    assert [kind for kind in UnitKind if "B-a2" in codes(kind)] == [UnitKind.RSUD, UnitKind.BLUD]


def test_a_desa_has_its_own_seven_groups_in_order_instead_of_the_periodic_list():
    asked = codes(UnitKind.DESA)

    assert [code for code in asked if code.startswith("D-")] == [f"D-{number}" for number in range(1, 8)]
    assert not any(code.startswith("B-") for code in asked)


@pytest.mark.parametrize("kind", list(UnitKind))
def test_every_kind_is_asked_for_the_eight_identity_items(kind):
    identity = {"I-visi", "I-struktur", "I-alamat", "I-surel", "I-telepon", "I-ppid", "I-permohonan", "I-lapor"}

    assert identity <= set(codes(kind))


def test_items_of_a_version_not_yet_in_force_do_not_apply():
    assert "B-a1" not in [entry.code for entry in items_for(UnitKind.OPD, date(2021, 1, 1))]


def test_every_item_says_its_article_and_its_minimum_content():
    assert all(entry.article and entry.content and entry.label for entry in all_items())


def test_an_unknown_code_is_refused():
    with pytest.raises(KeyError):
        item("B-z9")

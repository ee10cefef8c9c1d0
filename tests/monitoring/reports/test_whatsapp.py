"""What is sent on names no unit with an unsettled accusation."""

from __future__ import annotations

import pytest

from suluh.monitoring.reports.whatsapp import finding_text, unit_text, weekly_digest
from suluh.monitoring.selectors.overview import overview
from suluh.monitoring.selectors.unit_file import unit_file
from tests.support.regency import Regency, regency_make


@pytest.fixture
def regency(db: None) -> Regency:
    return regency_make(offices=8, districts=1, villages=6)


def test_the_digest_counts_the_accused_and_names_none(regency):
    text = weekly_digest(regency.coordinator, address="http://papan.example/")

    assert regency.infected.unit.name not in text
    assert "Bersihkan 1 situs" in text
    assert "http://papan.example/" in text


def test_the_digest_names_the_same_three_steps_as_the_overview(regency):
    told = [
        line.removeprefix("• ") for line in weekly_digest(regency.coordinator, address="-").splitlines() if "•" in line
    ]

    assert told == [step.nameless or step.title for step in overview(regency.coordinator).steps]
    assert len(told) == 3


def test_an_unsettled_accusation_is_told_without_the_unit(regency):
    text = finding_text(regency.infected, address="http://papan.example/temuan/1/")

    assert regency.infected.unit.name not in text
    assert "judi" not in text


def test_once_upheld_the_message_says_what_and_where(regency):
    regency.infected.state = "upheld"

    assert regency.infected.unit.name in finding_text(regency.infected, address="-")


def test_a_unit_s_text_says_nothing_of_an_unsettled_accusation(regency):
    file = unit_file(regency.coordinator, regency.infected.unit.slug)

    assert regency.infected.message not in unit_text(file, address="-")

"""Every start date of four years, every working-day clock, with extra holidays and pauses: the oracle agrees."""

from datetime import date

import pytest

from tests.law.oracle import CASES, LENGTHS, compare, due


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027])
def test_no_due_date_differs_from_the_oracle(year):
    """Two of the cases a year; `bench clocks` takes every case in every year."""
    some = CASES[2 * (year - 2024) :][:2]
    compared, wrong = compare(date(year, 1, 1), date(year, 12, 31), some)

    assert compared >= 365 * 2 * len(LENGTHS)
    assert wrong == 0


def test_the_oracle_itself_knows_a_worked_example():
    assert due("ANS", date(2026, 3, 16), [], None) == date(2026, 4, 7)
    assert due("EXP", date(2026, 6, 30), [], None) == date(2026, 5, 11)

"""Legal clocks and the deadlines they give."""

from datetime import date

import pytest

from suluh.kernel.workdays.calendar import national_calendar
from suluh.law.clocks import clocks, deadline


def due(code: str, start: date) -> date | None:
    return deadline(clocks()[code], start, national_calendar()).due


@pytest.mark.parametrize(
    ("code", "start", "expected"),
    [
        ("ANS", date(2026, 3, 16), date(2026, 4, 7)),
        ("EXT", date(2026, 4, 7), date(2026, 4, 16)),
        ("SUP", date(2026, 4, 7), date(2026, 5, 22)),
        ("DSP", date(2026, 5, 22), date(2026, 6, 17)),
        ("ANS", date(2026, 5, 13), date(2026, 6, 3)),
        ("ANS", date(2026, 12, 21), date(2027, 1, 8)),
        ("EXT", date(2027, 1, 8), date(2027, 1, 19)),
    ],
)
def test_worked_examples_of_the_law_come_out(code, start, expected):
    assert due(code, start) == expected


@pytest.mark.parametrize(("code", "days"), [("CRT-K", 14), ("C1", 30), ("C2", 14), ("C3", 30), ("C4", 60), ("C5", 14)])
def test_calendar_clocks_count_every_day(code, days):
    start = date(2026, 3, 10)

    assert (due(code, start) - start).days == days


@pytest.mark.parametrize(
    ("code", "length"),
    [("CHK", 3), ("FIX", 3), ("ANS", 10), ("REJ", 10), ("EXT", 7), ("OBJ", 30), ("SUP", 30), ("DSP", 14), ("KI1", 14),
     ("KI2", 100), ("CRT", 14), ("LPR", 3), ("EXP", 30)],
)  # fmt: skip
def test_working_day_clocks_have_the_length_of_the_law(code, length):
    assert deadline(clocks()[code], date(2026, 2, 2), national_calendar()).working_days == length


@pytest.mark.parametrize("code", ["REG", "SM"])
def test_what_must_happen_at_once_has_no_due_date(code):
    assert due(code, date(2026, 3, 10)) is None


@pytest.mark.parametrize("code", ["BK", "DIP"])
def test_half_year_clocks_end_with_the_month(code):
    assert due(code, date(2026, 8, 31)) == date(2027, 2, 28)


def test_the_annual_report_is_due_on_31_march_after_the_year():
    assert due("RPT", date(2026, 12, 31)) == date(2027, 3, 31)


def test_an_exemption_is_declared_open_thirty_working_days_before_it_expires():
    found = deadline(clocks()["EXP"], date(2026, 6, 30), national_calendar())

    assert found.due == date(2026, 5, 11)
    assert [one.day for one in found.skipped] == sorted(one.day for one in found.skipped)


def test_every_clock_names_its_article():
    assert all(clock.law and clock.label and clock.starts for clock in clocks().values())

"""The bundled table of free days."""

import json
from datetime import date

import pytest

from suluh.kernel.workdays.calendar import national_calendar
from suluh.kernel.workdays.seed import TARGET, table


def test_the_bundled_table_is_what_its_source_says():
    assert json.loads(TARGET.read_text(encoding="utf-8")) == table()


@pytest.mark.parametrize(("year", "days"), [(2024, 29), (2025, 28), (2026, 25), (2027, 26)])
def test_national_holidays_and_cuti_bersama_of_a_year_are_all_there(year, days):
    assert sum(day.year == year for day in national_calendar().free) == days


def test_a_span_is_an_estimate_where_no_joint_decree_is_known():
    calendar = national_calendar()

    assert not calendar.is_estimate(date(2026, 1, 5), date(2026, 12, 30))
    assert calendar.is_estimate(date(2027, 12, 20), date(2028, 1, 10))


def test_a_span_over_a_holiday_that_may_still_move_is_an_estimate():
    assert national_calendar().is_estimate(date(2027, 3, 1), date(2027, 3, 20))

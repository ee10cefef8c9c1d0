"""Counting of working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.kernel.workdays.calendar import Calendar, national_calendar
from suluh.kernel.workdays.counting import NoDueDateError, add_months, count_working_days, working_days_between

DAYS = st.dates(min_value=date(2015, 1, 1), max_value=date(2032, 12, 31))
LENGTHS = st.integers(min_value=1, max_value=120)
PLAIN = Calendar("tanpa libur", {}, frozenset(range(2000, 2050)))


@given(DAYS, LENGTHS)
def test_exactly_the_asked_number_of_working_days_lies_after_the_start(start, length):
    calendar = national_calendar()
    due = count_working_days(start, length, calendar).due

    assert working_days_between(start, due, calendar) == length
    assert calendar.works(due)


@given(DAYS, LENGTHS)
def test_counting_back_from_the_due_date_never_passes_the_start(start, length):
    calendar = national_calendar()
    due = count_working_days(start, length, calendar).due
    back = count_working_days(due, -length, calendar).due

    assert calendar.works(back)
    assert working_days_between(back, due, calendar) == length
    assert back == start or not calendar.works(start)


@given(DAYS, LENGTHS)
def test_every_weekday_in_the_span_is_counted_or_skipped_with_a_reason(start, length):
    calendar = national_calendar()
    count = count_working_days(start, length, calendar)
    weekdays = [start + timedelta(days=n) for n in range(1, (count.due - start).days + 1)]
    weekdays = [day for day in weekdays if day.weekday() < 5]

    assert len(weekdays) == length + len(count.skipped)
    assert all(one.reason and one.day in weekdays for one in count.skipped)


@given(DAYS, LENGTHS, st.lists(DAYS, max_size=8))
def test_more_holidays_never_bring_a_deadline_forward(start, length, extra):
    calendar = national_calendar()
    due = count_working_days(start, length, calendar).due

    assert count_working_days(start, length, calendar.with_days(extra)).due >= due


@given(DAYS, LENGTHS)
def test_a_later_start_never_falls_due_earlier(start, length):
    calendar = national_calendar()
    following = start + timedelta(days=1)

    assert count_working_days(following, length, calendar).due >= count_working_days(start, length, calendar).due


def test_the_day_of_the_event_is_day_0_even_when_it_is_a_saturday():
    assert count_working_days(date(2026, 8, 1), 1, PLAIN).due == date(2026, 8, 3)


def test_a_pause_counts_neither_of_its_ends():
    calendar = PLAIN.with_pauses([(date(2026, 8, 4), date(2026, 8, 5))])
    count = count_working_days(date(2026, 8, 3), 1, calendar)

    assert count.due == date(2026, 8, 6)
    assert [one.reason for one in count.skipped] == ["Jeda", "Jeda"]


def test_a_holiday_keeps_its_name_when_a_pause_covers_it():
    calendar = national_calendar().with_pauses([(date(2026, 8, 17), date(2026, 8, 17))])

    assert calendar.reason(date(2026, 8, 17)) == "Hari Kemerdekaan Republik Indonesia"


def test_a_pause_without_end_is_told_and_not_waited_for():
    with pytest.raises(NoDueDateError):
        count_working_days(date(2026, 1, 1), 3, PLAIN.with_pauses([(date(2026, 1, 1), date(9999, 12, 31))]))


@pytest.mark.parametrize(
    ("start", "months", "due"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 3, 15), 6, date(2026, 9, 15)),
        (date(2026, 10, 31), 6, date(2027, 4, 30)),
    ],
)
def test_months_end_with_the_month_where_it_is_shorter(start, months, due):
    assert add_months(start, months) == due

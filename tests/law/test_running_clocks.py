"""Clocks that run: pauses, the extension, the two legal starting points, and the trace day by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.kernel.workdays.calendar import Calendar, national_calendar
from suluh.kernel.workdays.counting import count_working_days, working_days_between
from suluh.law.clocks import clocks, extension_grounds
from suluh.law.running import (
    DayKind,
    NotPausable,
    begin,
    extend,
    next_working_day,
    pause,
    reckon,
    resume,
    trace_days,
    working_days_to,
)

CALENDAR = national_calendar()
MONDAY = date(2026, 3, 16)
DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2027, 12, 31))


def due(running, calendar=CALENDAR):
    return reckon(running, calendar).due


def test_an_extension_goes_on_from_the_day_the_answer_was_due():
    assert due(extend(begin("ANS", MONDAY), "not-held")) == date(2026, 4, 16)


def test_an_answer_is_extended_once():
    extended = extend(begin("ANS", MONDAY), "not-held")

    with pytest.raises(ValueError, match="again"):
        extend(extended, "status-undecided")


@pytest.mark.parametrize("code", sorted(set(clocks()) - {"ANS"}))
def test_only_the_answer_can_be_extended(code):
    with pytest.raises(ValueError, match="cannot be extended"):
        extend(begin(code, MONDAY), "not-held")


def test_an_extension_has_two_grounds():
    assert set(extension_grounds()) == {"not-held", "status-undecided"}


def test_the_earlier_starting_point_of_the_act_gives_a_second_date():
    found = reckon(begin("ANS", date(2026, 3, 17), earlier_start=MONDAY), CALENDAR)

    assert (found.due, found.earlier_due) == (date(2026, 4, 8), date(2026, 4, 7))


def test_the_superior_s_answer_is_counted_from_the_earlier_of_both():
    found = reckon(begin("SUP", date(2026, 4, 9), earlier_start=date(2026, 4, 7)), CALENDAR)

    assert (found.due, found.earlier_due) == (date(2026, 5, 22), None)


def test_a_paused_clock_has_no_date_but_days_left():
    found = reckon(pause(begin("ANS", date(2026, 7, 1)), date(2026, 7, 6), "Menunggu pemohon"), CALENDAR)

    assert (found.due, found.left) == (None, 7)


def test_the_day_of_the_pausing_event_counts_and_the_day_of_the_resuming_one_does_not():
    paused = pause(begin("ANS", date(2026, 7, 1)), date(2026, 7, 6), "Menunggu pemohon")
    found = reckon(resume(paused, date(2026, 7, 8)), CALENDAR)

    assert [one.day for one in found.skipped] == [date(2026, 7, 7), date(2026, 7, 8)]
    assert found.due == date(2026, 7, 17)


def test_a_pause_that_ends_on_its_own_day_changes_nothing():
    plain = begin("ANS", date(2026, 7, 1))

    assert resume(pause(plain, date(2026, 7, 6), "Keliru"), date(2026, 7, 6)) == plain


@pytest.mark.parametrize("code", ["BK", "RPT", "CRT-K", "EXP", "REG"])
def test_only_clocks_of_working_days_pause(code):
    with pytest.raises(NotPausable):
        pause(begin(code, MONDAY), MONDAY, "Menunggu")


@given(DAYS, st.integers(0, 20), st.integers(0, 40), st.booleans())
def test_a_pause_takes_nothing_from_the_days_a_body_has(start, before, length, extended):
    running = begin("ANS", start)
    running = extend(running, "not-held") if extended else running
    paused = pause(running, start + timedelta(days=before), "Menunggu")
    left = reckon(paused, CALENDAR).left
    if left <= 0:
        return
    on = start + timedelta(days=before + length)

    assert due(resume(paused, on)) == count_working_days(on, left, CALENDAR).due


@given(DAYS, st.booleans())
def test_the_trace_counts_as_many_days_as_the_law_gives(start, extended):
    running = extend(begin("ANS", start), "not-held") if extended else begin("ANS", start)
    found = reckon(running, CALENDAR)
    days = trace_days(start, found.due, found.skipped, running.segments, week=5)

    assert [one.day for one in days] == [start + timedelta(days=n) for n in range((found.due - start).days + 1)]
    assert max(one.number or 0 for one in days) == running.length
    assert {one.segment for one in days if one.number and one.number > 10} <= {"EXT"}
    assert [one.day for one in days if one.due] == [found.due]
    assert all(one.reason for one in days if one.kind is DayKind.SKIPPED)


def test_a_clock_that_counts_back_is_traced_from_its_date_to_the_event():
    running = begin("EXP", date(2026, 6, 30))
    found = reckon(running, CALENDAR)
    days = trace_days(running.start, found.due, found.skipped, running.segments, week=5)

    assert (days[0].day, days[0].number, days[-1].kind) == (found.due, 30, DayKind.START)


def test_a_six_day_week_counts_saturdays():
    six = Calendar("enam hari", CALENDAR.free, CALENDAR.confirmed, week=6)

    assert due(begin("CHK", date(2026, 7, 9)), six) == date(2026, 7, 13)
    assert due(begin("CHK", date(2026, 7, 9))) == date(2026, 7, 14)


@given(DAYS, DAYS)
def test_days_to_go_are_the_same_forward_and_back(one, other):
    assert working_days_to(one, other, CALENDAR) == -working_days_to(other, one, CALENDAR)


@given(DAYS)
def test_nothing_works_between_a_day_and_the_next_working_day(day):
    following = next_working_day(day, CALENDAR)

    assert CALENDAR.works(following)
    assert working_days_between(day, following, CALENDAR) == 1

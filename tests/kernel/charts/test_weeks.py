"""Week strings: reading, aligning to today, and medians."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from suluh.kernel.charts.weeks import (
    active,
    align,
    align_together,
    counts,
    median_each_week,
    mondays_until,
    published_each_week,
    silent_throughout,
    week_table,
)

MARKS = st.text(alphabet="0123456789x", max_size=60)


def test_mondays_end_in_the_week_of_the_day():
    assert mondays_until(date(2026, 4, 2), 2) == [date(2026, 3, 23), date(2026, 3, 30)]


def test_a_string_that_ends_earlier_is_filled_with_unwatched_weeks():
    assert align("12", date(2026, 3, 9), last=date(2026, 4, 2), count=5) == "x12xx"


def test_a_string_that_ends_later_is_cut():
    assert align("123", date(2026, 3, 16), last=date(2026, 3, 27), count=2) == "12"


@given(MARKS, st.integers(1, 60))
def test_an_aligned_string_has_the_wanted_length(marks, count):
    assert len(align(marks, None, last=date(2026, 4, 2), count=count)) == count


@given(MARKS)
def test_active_weeks_are_those_with_an_item(marks):
    assert active(marks) == sum(bool(value) for value in counts(marks))


@given(
    st.integers(0, 60).flatmap(lambda size: st.lists(st.text("019x", min_size=size, max_size=size), min_size=1)),
    st.integers(-70, 70),
    st.integers(1, 60),
)
def test_many_strings_are_aligned_as_each_would_be(rows, weeks, count):
    last = date(2026, 4, 2)
    first = date(2026, 3, 30) + timedelta(weeks=weeks)

    together = align_together("".join(rows), len(rows), first, last=last, count=count)

    assert [row.tobytes().decode() for row in together] == [align(row, first, last=last, count=count) for row in rows]


def test_each_week_counts_those_that_published_among_those_watched():
    assert published_each_week(week_table(["01x", "03x"], 3)) == [(0, 2), (2, 2), (0, 0)]


def test_only_those_watched_all_the_time_were_silent():
    assert silent_throughout(week_table(["000", "0x0", "001"], 3)) == 1


def test_the_median_ignores_those_not_watched():
    assert median_each_week(week_table(["0x9", "2x1", "5x1"], 3)) == [2, None, 1]


def test_no_rows_have_no_median():
    assert median_each_week(week_table([], 2)) == [None, None]

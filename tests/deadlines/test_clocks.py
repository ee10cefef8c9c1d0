"""Clocks of cases: what may be done to them, by whom, and what stays."""

from datetime import date

import pytest

from suluh.deadlines.errors import ClockEnded, ClockRuns, NotExtendable, NotNow
from suluh.deadlines.models import Clock
from suluh.deadlines.selectors import clocks_of, open_clock, open_clocks_visible_to, pace
from suluh.deadlines.services.clocks import (
    drop_clock,
    extend_clock,
    finish_clock,
    pause_clock,
    resume_clock,
    start_clock,
)
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Event

MONDAY = date(2026, 3, 16)


def codes_of(case):
    return list(Event.objects.filter(subject=case).order_by("id").values_list("code", flat=True))


def test_a_clock_keeps_its_date_with_what_was_skipped_and_by_which_versions(begin):
    clock = Clock.objects.get(pk=begin().pk)

    assert clock.due == date(2026, 4, 7)
    assert ["2026-03-19", "Hari Suci Nyepi"] in clock.skipped
    assert (clock.calendar.number, clock.law, clock.week) == (1, "clocks-2026-11", 5)


def test_both_starting_points_are_kept(begin):
    clock = begin(start=date(2026, 3, 17), earlier_start=MONDAY)

    assert (clock.due, clock.earlier_due) == (date(2026, 4, 8), date(2026, 4, 7))


def test_a_case_has_one_open_clock_of_a_kind(begin):
    begin()

    with pytest.raises(ClockRuns):
        begin()
    assert Clock.objects.count() == 1


def test_a_clock_can_start_again_once_the_first_has_ended(begin):
    finish_clock(clock=begin("FIX"), on=MONDAY, by=None)
    begin("FIX", date(2026, 4, 7))

    assert [clock.state for clock in clocks_of("request", 1)] == ["met", "running"]


@pytest.mark.parametrize(("day", "result"), [(date(2026, 4, 7), "met"), (date(2026, 4, 8), "late")])
def test_the_day_decides_whether_a_clock_was_met(begin, day, result):
    assert finish_clock(clock=begin(), on=day, by=None).state == result


@pytest.mark.parametrize(
    "deed",
    [
        lambda clock: finish_clock(clock=clock, on=date(2026, 4, 1), by=None),
        lambda clock: drop_clock(clock=clock, on=date(2026, 4, 1), reason="Dicabut", by=None),
        lambda clock: pause_clock(clock=clock, on=date(2026, 4, 1), reason="Menunggu", by=None),
        lambda clock: extend_clock(clock=clock, ground="not-held", on=date(2026, 4, 1), by=None),
    ],
)
def test_nothing_can_be_done_to_a_clock_that_has_ended(begin, deed):
    clock = finish_clock(clock=begin(), on=date(2026, 3, 30), by=None)
    before = Clock.objects.values().get(pk=clock.pk)

    with pytest.raises(ClockEnded):
        deed(clock)
    assert Clock.objects.values().get(pk=clock.pk) == before


def test_the_second_of_two_officers_is_told_that_the_clock_has_ended(begin):
    clock = begin()
    stale = Clock.objects.get(pk=clock.pk)
    finish_clock(clock=clock, on=date(2026, 3, 30), by=None)

    with pytest.raises(ClockEnded):
        finish_clock(clock=stale, on=date(2026, 4, 30), by=None)
    assert Clock.objects.get(pk=clock.pk).state == "met"


def test_an_extension_moves_the_date_once(begin):
    clock = extend_clock(clock=begin(), ground="not-held", on=date(2026, 4, 7), by=None)

    assert clock.due == date(2026, 4, 16)
    with pytest.raises(NotExtendable):
        extend_clock(clock=clock, ground="status-undecided", on=date(2026, 4, 8), by=None)


def test_an_extension_after_the_date_is_refused(begin):
    with pytest.raises(NotExtendable):
        extend_clock(clock=begin(), ground="not-held", on=date(2026, 4, 8), by=None)


def test_a_clock_without_extension_cannot_be_extended(begin):
    with pytest.raises(NotExtendable):
        extend_clock(clock=begin("SUP"), ground="not-held", on=MONDAY, by=None)


def test_a_paused_clock_goes_on_with_the_days_it_had_left(begin):
    paused = pause_clock(clock=begin(start=date(2026, 7, 1)), on=date(2026, 7, 6), reason="Menunggu pemohon", by=None)
    assert (paused.state, paused.due, paused.left) == ("paused", None, 7)

    resumed = resume_clock(clock=paused, on=date(2026, 7, 8), by=None)
    assert (resumed.state, resumed.due, resumed.left) == ("running", date(2026, 7, 17), None)


def test_a_clock_without_a_day_left_cannot_pause(begin):
    with pytest.raises(NotNow):
        pause_clock(clock=begin(), on=date(2026, 4, 7), reason="Menunggu", by=None)
    assert open_clock("request", 1, "ANS").state == "running"


def test_a_clock_of_calendar_days_cannot_pause(begin):
    with pytest.raises(NotNow):
        pause_clock(clock=begin("CRT-K"), on=MONDAY, reason="Menunggu", by=None)


def test_only_a_paused_clock_resumes(begin):
    with pytest.raises(NotNow):
        resume_clock(clock=begin(), on=MONDAY, by=None)


def test_a_dropped_clock_is_neither_met_nor_late(begin):
    clock = drop_clock(clock=begin(), on=date(2026, 5, 30), reason="Permohonan dicabut", by=None)

    assert (clock.state, clock.ended_why) == ("frozen", "Permohonan dicabut")


def test_what_must_happen_at_once_has_no_date(begin):
    assert begin("SM").due is None


def test_a_date_beyond_every_calendar_is_refused(begin):
    with pytest.raises(NotNow):
        begin("KI2", date(9999, 12, 1))


def test_each_deed_stands_under_the_case_s_name(begin, world):
    clock = begin(by=world.officer)
    extend_clock(clock=clock, ground="not-held", on=date(2026, 4, 7), by=world.officer)
    finish_clock(clock=clock, on=date(2026, 4, 8), by=world.officer)

    assert codes_of("request:1") == ["clock.started", "clock.extended", "clock.finished"]


@pytest.mark.parametrize("who", ["officer", "leader", "coordinator", "admin"])
def test_whoever_has_a_role_over_the_unit_runs_its_clocks(begin, world, who):
    assert finish_clock(clock=begin(), on=MONDAY, by=getattr(world, who)).state == "met"


def test_people_of_another_unit_do_not_touch_a_clock(begin, world):
    clock = begin()
    deeds = [
        lambda by: finish_clock(clock=clock, on=MONDAY, by=by),
        lambda by: drop_clock(clock=clock, on=MONDAY, reason="x", by=by),
        lambda by: pause_clock(clock=clock, on=MONDAY, reason="x", by=by),
        lambda by: resume_clock(clock=clock, on=MONDAY, by=by),
        lambda by: extend_clock(clock=clock, ground="not-held", on=MONDAY, by=by),
        lambda by: start_clock(
            code="CHK", subject_kind="request", subject_id=1, unit=world.health, title="P", start=MONDAY, by=by
        ),
    ]
    for deed in deeds:
        with pytest.raises(NotAllowed):
            deed(world.sibling)
    assert Clock.objects.get().state == "running"


def test_open_clocks_are_those_of_the_person_s_units(begin, world):
    mine, theirs = begin(), begin(unit=world.social, case=2)

    assert list(open_clocks_visible_to(world.officer)) == [mine]
    assert list(open_clocks_visible_to(world.sibling)) == [theirs]
    assert set(open_clocks_visible_to(world.leader)) == {mine, theirs}


@pytest.mark.parametrize(
    ("day", "left", "soon", "late"),
    [
        (date(2026, 3, 26), 7, False, False),
        (date(2026, 4, 1), 3, True, False),
        (date(2026, 4, 4), 2, True, False),
        (date(2026, 4, 7), 0, True, False),
        (date(2026, 4, 9), -2, False, True),
    ],
)
def test_days_left_are_working_days_and_days_late_are_days(begin, day, left, soon, late):
    found = pace(begin(), day)

    assert (found.left, found.soon, found.late) == (left, soon, late)

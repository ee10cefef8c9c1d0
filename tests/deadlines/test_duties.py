"""What the deadlines lay on whose table."""

from datetime import date

import pytest

from suluh.deadlines.duties import dates_waiting, years_waiting
from suluh.deadlines.edits import YearConfirm
from suluh.deadlines.services.changes import calendar_change
from suluh.deadlines.services.clocks import finish_clock, pause_clock
from suluh.organization.rights import OPERATOR
from suluh.organization.sockets.duties import duties_of


@pytest.fixture(autouse=True)
def day(time_machine):
    time_machine.move_to("2026-04-02 03:00Z")


def titles(person):
    return [duty.title for duty in dates_waiting(person)]


def test_a_near_date_waits_for_the_officer_and_the_ppid_and_nobody_else(begin, world):
    begin()

    assert titles(world.officer) == titles(world.ppid) == ["Permohonan 001/PPID/2026: Pemberitahuan tertulis"]
    assert titles(world.sibling) == titles(world.leader) == titles(world.superior) == titles(world.coordinator) == []


def test_an_objection_waits_for_the_superior(begin, world):
    begin("SUP", date(2026, 2, 11))

    assert len(titles(world.superior)) == 1
    assert titles(world.officer) == titles(world.ppid) == []


@pytest.mark.parametrize("code", ["FIX", "OBJ", "DSP", "CRT", "KI1", "C1", "LPR"])
def test_what_others_have_to_do_waits_for_nobody_here(begin, world, code):
    begin(code, date(2026, 3, 16))

    assert titles(world.officer) == titles(world.superior) == []


def test_a_far_date_does_not_wait_yet(begin, world):
    begin(start=date(2026, 4, 1))

    assert titles(world.officer) == []


def test_a_passed_date_is_urgent_and_leads_to_the_case(begin, world):
    begin(start=date(2026, 3, 2), page="/ppid/permohonan/1/")
    (duty,) = dates_waiting(world.officer)

    assert (duty.urgent, duty.url) == (True, "/ppid/permohonan/1/")


def test_without_a_page_of_the_case_the_duty_leads_to_the_clock(begin, world):
    clock = begin()
    (duty,) = dates_waiting(world.officer)

    assert duty.url == f"/tenggat/{clock.pk}/"


def test_what_is_paused_or_done_does_not_wait(begin, world):
    pause_clock(clock=begin(), on=date(2026, 4, 1), reason="Menunggu", by=None)
    finish_clock(clock=begin(case=2), on=date(2026, 4, 1), by=None)

    assert titles(world.officer) == []


def test_the_year_waits_for_those_who_edit_the_calendar_until_it_is_confirmed(world):
    assert [duty.url for duty in years_waiting(world.coordinator)] == ["/kalender/2026/"]
    assert list(years_waiting(world.officer)) == []

    calendar_change(edits=[YearConfirm(2026)], decree="SKB 3 Menteri 2026", by=OPERATOR)
    assert list(years_waiting(world.coordinator)) == []


def test_the_next_year_waits_from_october_on(world, time_machine):
    time_machine.move_to("2026-10-01 03:00Z")

    assert [duty.url for duty in years_waiting(world.coordinator)] == ["/kalender/2026/", "/kalender/2027/"]


def test_both_kinds_stand_on_the_person_s_first_page(begin, world):
    begin()

    assert len(duties_of(world.officer)) == 1
    assert any(duty.url == "/kalender/2026/" for duty in duties_of(world.coordinator))

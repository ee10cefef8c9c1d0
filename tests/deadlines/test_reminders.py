"""Reminders: at three days, at one day and after the date, once each, to the people who can act; and passed dates."""

from datetime import date, timedelta

import pytest
from django.core import mail

from suluh.deadlines.models import Clock, Reminder
from suluh.deadlines.selectors.clocks import Pace
from suluh.deadlines.services.clocks import extend_clock, finish_clock
from suluh.deadlines.services.reminders import lapses_tell, reminder_send, reminders_make, stage_of
from suluh.deadlines.signals import clock_lapsed
from suluh.organization.models import Event, Membership

DUE = date(2026, 4, 7)


def stages(person):
    return list(Reminder.objects.filter(person=person).order_by("id").values_list("stage", "due"))


def days(first, last):
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


@pytest.mark.parametrize(
    ("left", "stage"), [(4, None), (3, "T-3"), (2, "T-3"), (1, "T-1"), (0, "T-1"), (-1, "after"), (None, None)]
)
def test_the_stage_follows_the_days_left(left, stage):
    assert stage_of(Pace(left, True)) == stage


def test_each_stage_is_noted_once_however_often_the_day_is_worked(begin, world):
    begin()
    for day in days(date(2026, 3, 25), date(2026, 4, 20)):
        reminders_make(today=day)
        reminders_make(today=day)

    assert stages(world.officer) == [("T-3", DUE), ("T-1", DUE), ("after", DUE)]


def test_a_day_without_work_is_made_up_for(begin, world):
    begin()
    reminders_make(today=date(2026, 4, 6))

    assert stages(world.officer) == [("T-1", DUE)]


def test_an_extended_date_is_announced_anew(begin, world):
    clock = begin()
    reminders_make(today=date(2026, 4, 6))
    extend_clock(clock=clock, ground="not-held", on=date(2026, 4, 6), by=None)
    reminders_make(today=date(2026, 4, 15))

    assert stages(world.officer) == [("T-1", DUE), ("T-1", date(2026, 4, 16))]


def test_officers_of_the_unit_come_before_those_above_it(begin, world):
    begin()
    begin(case=2, unit=world.village)
    reminders_make(today=date(2026, 4, 6))

    assert set(Reminder.objects.values_list("person__email", "clock__unit__name")) == {
        ("dinkes@arunika.example", "Dinas Kesehatan"),
        ("fajar@arunika.example", "Desa Embun"),
        ("ppid@arunika.example", "Desa Embun"),
        ("layanan@arunika.example", "Desa Embun"),
    }


def test_an_objection_is_announced_to_the_superior(begin, world):
    begin("SUP", date(2026, 2, 11))
    reminders_make(today=date(2026, 4, 6))

    assert {person for (person,) in Reminder.objects.values_list("person__email")} == {
        world.superior.email, world.leader.email,
    }  # fmt: skip


def test_an_ended_appointment_is_not_reminded(begin, world):
    begin()
    Membership.objects.filter(person=world.officer).update(valid_until=date(2026, 3, 31))
    reminders_make(today=date(2026, 4, 6))

    assert stages(world.officer) == []


def test_a_person_gets_one_mail_for_all_that_waits(begin, world, time_machine):
    time_machine.move_to("2026-04-06 03:00Z")
    begin(page="/ppid/permohonan/1/")
    begin(case=2)
    reminders_make(today=date(2026, 4, 6))

    assert reminder_send(person_id=world.officer.pk) == 2
    assert reminder_send(person_id=world.officer.pk) == 0
    (letter,) = mail.outbox
    assert letter.to == [world.officer.email]
    assert letter.subject == "2 tenggat memerlukan Anda"
    assert "Permohonan 001/PPID/2026 · Dinas Kesehatan" in letter.body
    assert "/ppid/permohonan/1/" in letter.body


def test_what_was_done_meanwhile_is_not_mailed(begin, world):
    clock = begin()
    reminders_make(today=date(2026, 4, 6))
    finish_clock(clock=clock, on=date(2026, 4, 6), by=None)

    assert reminder_send(person_id=world.officer.pk) == 0
    assert mail.outbox == []


@pytest.fixture
def told():
    heard = []

    def hear(sender, clock, **_):
        heard.append(clock.pk)

    clock_lapsed.connect(hear)
    yield heard
    clock_lapsed.disconnect(hear)


def test_a_passed_date_is_told_once(begin, told):
    clock = begin()

    assert [lapses_tell(today=day) for day in (DUE, date(2026, 4, 8), date(2026, 4, 9))] == [0, 1, 0]
    assert told == [clock.pk]
    assert Event.objects.filter(code="clock.lapsed", subject="request:1").count() == 1


def test_a_date_that_was_met_is_not_told(begin, told):
    finish_clock(clock=begin(), on=DUE, by=None)
    lapses_tell(today=date(2026, 4, 20))

    assert told == []
    assert Clock.objects.get().lapse_told is False

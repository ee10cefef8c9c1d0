"""The number of duties that the frame of every page shows: counted once, and anew after each own deed."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from suluh.organization.services.trail import record
from suluh.organization.sockets.duties import Duty, DutySource, duties, duties_counted, duties_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(monkeypatch) -> list[Duty]:
    """What waits for everybody; the only offer of all rooms."""
    waiting: list[Duty] = []
    monkeypatch.setattr(duties, "_offers", {})
    duties.register(DutySource("uji", lambda person: waiting))
    return waiting


def lay(table: list[Duty]) -> None:
    table.append(Duty("Baca", "", "/", "Baca"))


def test_between_two_deeds_the_number_costs_one_statement_however_many_rooms_there_are(world):
    duties_counted(world.coordinator)
    with CaptureQueriesContext(connection) as caught:
        duties_counted(world.coordinator)

    assert len(caught) == 1


def test_what_others_do_makes_nobody_else_s_number_be_counted_anew(world):
    duties_counted(world.coordinator)
    record("unit.changed", on=world.health, by=world.officer)
    with CaptureQueriesContext(connection) as caught:
        duties_counted(world.coordinator)

    assert len(caught) == 1


def test_an_own_deed_counts_at_once(world, table):
    assert duties_counted(world.officer) == 0
    lay(table)
    record("unit.changed", on=world.health, by=world.officer)

    assert duties_counted(world.officer) == 1


def test_opening_the_list_brings_the_number_up_to_date(world, table):
    assert duties_counted(world.officer) == 0
    lay(table)
    duties_of(world.officer)

    assert duties_counted(world.officer) == 1


def test_a_number_is_no_older_than_a_minute(world, table, time_machine):
    time_machine.move_to("2026-05-04 03:00:00+00:00", tick=False)
    assert duties_counted(world.officer) == 0
    lay(table)
    time_machine.move_to("2026-05-04 03:01:01+00:00", tick=False)

    assert duties_counted(world.officer) == 1


def test_one_person_s_number_is_not_shown_to_another(world, monkeypatch):
    monkeypatch.setattr(duties, "_offers", {})
    own = [Duty("Baca", "", "/", "Baca")]
    duties.register(DutySource("uji", lambda person: own if person == world.officer else []))

    assert (duties_counted(world.officer), duties_counted(world.sibling)) == (1, 0)


def test_the_page_that_lists_them_shows_the_same_number_in_its_frame(world, table):
    client = Client()
    client.force_login(world.officer, backend="django.contrib.auth.backends.ModelBackend")
    client.get("/register/")
    lay(table)

    assert '<span class="count">1</span>' in client.get("/menunggu/").text

"""The number of duties in the frame of every page: never counted while a page waits, and anew after each own deed."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from suluh.organization.services.trail import record
from suluh.organization.sockets.duties import Duty, DutySource, Waiting, duties, duties_counted, duties_of

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


def officer_client(world) -> Client:
    client = Client()
    client.force_login(world.officer, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_number_costs_one_statement_however_many_rooms_there_are_and_however_old_it_is(world):
    for _look in ("never counted", "counted"):
        with CaptureQueriesContext(connection) as caught:
            duties_counted(world.coordinator)
        duties_of(world.coordinator)

        assert len(caught) == 1


def test_what_others_do_makes_nobody_else_s_number_old(world, table):
    duties_of(world.coordinator)
    record("unit.changed", on=world.health, by=world.officer)

    assert duties_counted(world.coordinator) == Waiting(0, is_old=False)


def test_an_own_deed_makes_the_number_old_and_it_stands_until_it_is_counted(world, table):
    lay(table)
    duties_of(world.officer)
    record("unit.changed", on=world.health, by=world.officer)

    assert duties_counted(world.officer) == Waiting(1, is_old=True)


def test_opening_the_list_brings_the_number_up_to_date(world, table):
    assert duties_counted(world.officer) == Waiting(0, is_old=True)
    lay(table)
    duties_of(world.officer)

    assert duties_counted(world.officer) == Waiting(1, is_old=False)


def test_a_number_is_old_after_a_minute(world, table, time_machine):
    time_machine.move_to("2026-05-04 03:00:00+00:00", tick=False)
    duties_of(world.officer)
    time_machine.move_to("2026-05-04 03:01:01+00:00", tick=False)

    assert duties_counted(world.officer) == Waiting(0, is_old=True)


def test_one_person_s_number_is_not_shown_to_another(world, monkeypatch):
    monkeypatch.setattr(duties, "_offers", {})
    own = [Duty("Baca", "", "/", "Baca")]
    duties.register(DutySource("uji", lambda person: own if person == world.officer else []))
    duties_of(world.officer)
    duties_of(world.sibling)

    assert (duties_counted(world.officer).number, duties_counted(world.sibling).number) == (1, 0)


def test_a_page_with_an_old_number_says_where_it_is_asked_for_and_that_place_counts(world, table):
    client = officer_client(world)
    lay(table)
    page = client.get("/register/").text

    assert '<span class="count" data-ask="/menunggu/jumlah/" hidden>0</span>' in page
    assert client.get("/menunggu/jumlah/").json() == 1
    assert '<span class="count">1</span>' in client.get("/register/").text


def test_the_page_that_lists_them_shows_the_same_number_in_its_frame(world, table):
    client = officer_client(world)
    client.get("/register/")
    lay(table)

    assert '<span class="count">1</span>' in client.get("/menunggu/").text

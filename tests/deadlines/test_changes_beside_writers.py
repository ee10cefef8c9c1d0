"""A change of the calendar while others write: nothing is counted by a calendar that has just been replaced."""

import threading
from datetime import date

import pytest
from django.db import connection, connections, transaction

from suluh.deadlines import locks
from suluh.deadlines.edits import DayAdd
from suluh.deadlines.models import Clock
from suluh.deadlines.services.changes import calendar_change
from suluh.deadlines.services.clocks import finish_clock, start_clock
from suluh.organization.models import Event
from suluh.organization.rights import OPERATOR
from tests.world import build_world

pytestmark = pytest.mark.django_db(transaction=True)

MONDAY = date(2026, 3, 16)
FREE = date(2026, 3, 30)
WAITING = f"""
SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
   AND query LIKE '%advisory_xact_lock({locks.CLOCKS})%'
"""


class Changing(threading.Thread):
    """The change of the calendar in a thread and connection of its own."""

    def run(self):
        try:
            calendar_change(edits=[DayAdd(FREE, "Libur tambahan")], decree="SKB 1/2026", by=OPERATOR)
        finally:
            connections.close_all()

    def reach_the_lock(self):
        """Wait until everything is prepared and only the lock is missing."""
        with connection.cursor() as cursor:
            while self.is_alive():
                cursor.execute("SELECT pg_stat_clear_snapshot()")
                cursor.execute(WAITING)
                if cursor.fetchone()[0]:
                    return
        raise AssertionError("the change did not wait for the writer")


@pytest.fixture
def world(transactional_db):
    return build_world()


def begun(world, case):
    return start_clock(
        code="ANS", subject_kind="request", subject_id=case, unit=world.health, title="P", start=MONDAY, by=None
    )


def moved_cases():
    return sorted(Event.objects.filter(code="clock.moved").values_list("subject", flat=True))


def test_a_clock_that_starts_beside_the_change_is_counted_with_the_rest(world):
    begun(world, 1)
    changing = Changing()
    with transaction.atomic():
        late = begun(world, 2)
        changing.start()
        changing.reach_the_lock()
    changing.join()

    assert late.due == date(2026, 4, 7)
    assert {clock.due for clock in Clock.objects.all()} == {date(2026, 4, 8)}
    assert moved_cases() == ["request:1", "request:2"]


def test_a_clock_that_ends_beside_the_change_stays_as_it_ended(world):
    first, second = begun(world, 1), begun(world, 2)
    changing = Changing()
    with transaction.atomic():
        finish_clock(clock=first, on=date(2026, 4, 7), by=None)
        changing.start()
        changing.reach_the_lock()
    changing.join()
    first.refresh_from_db()
    second.refresh_from_db()

    assert (first.state, first.due, first.calendar.number) == ("met", date(2026, 4, 7), 1)
    assert second.due == date(2026, 4, 8)
    assert moved_cases() == ["request:2"]

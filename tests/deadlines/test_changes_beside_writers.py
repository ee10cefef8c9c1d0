"""A change of the calendar while others write: nothing is counted by a calendar that has just been replaced."""

from datetime import date

import pytest
from django.db import transaction

from suluh.deadlines.edits import DayAdd
from suluh.deadlines.models import Clock
from suluh.deadlines.services.changes import calendar_change
from suluh.deadlines.services.clocks import finish_clock, start_clock
from suluh.organization.models import Event
from suluh.organization.rights import OPERATOR
from tests.support.beside import Beside
from tests.world import build_world

pytestmark = pytest.mark.django_db(transaction=True)

MONDAY = date(2026, 3, 16)
FREE = date(2026, 3, 30)


def changing() -> Beside:
    """The change of the calendar, beside the test."""
    return Beside(lambda: calendar_change(edits=[DayAdd(FREE, "Libur tambahan")], decree="SKB 1/2026", by=OPERATOR))


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
    change = changing()
    with transaction.atomic():
        late = begun(world, 2)
        change.start()
        change.reach_the_lock()
    change.join()

    assert late.due == date(2026, 4, 7)
    assert {clock.due for clock in Clock.objects.all()} == {date(2026, 4, 8)}
    assert moved_cases() == ["request:1", "request:2"]


def test_a_clock_that_ends_beside_the_change_stays_as_it_ended(world):
    first, second = begun(world, 1), begun(world, 2)
    change = changing()
    with transaction.atomic():
        finish_clock(clock=first, on=date(2026, 4, 7), by=None)
        change.start()
        change.reach_the_lock()
    change.join()
    first.refresh_from_db()
    second.refresh_from_db()

    assert (first.state, first.due, first.calendar.number) == ("met", date(2026, 4, 7), 1)
    assert second.due == date(2026, 4, 8)
    assert moved_cases() == ["request:2"]

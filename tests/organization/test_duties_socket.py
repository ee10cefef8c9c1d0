"""Duties of a person: asked of every feature once, and again after each deed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from suluh.organization.services.trail import record
from suluh.organization.sockets.duties import duties_of
from tests.world import build_world

pytestmark = pytest.mark.django_db


def statements(person) -> int:
    with CaptureQueriesContext(connection) as caught:
        duties_of(person)
    return len(caught)


def test_duties_are_not_asked_for_again_while_nothing_was_done():
    person = build_world().coordinator
    duties_of(person)

    assert statements(person) == 1


def test_a_deed_makes_duties_be_asked_for_again():
    world = build_world()
    person = world.coordinator
    duties_of(person)

    record("unit.changed", on=world.health, by=person)

    assert statements(person) > 1

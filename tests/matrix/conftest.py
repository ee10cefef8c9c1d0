from collections.abc import Iterator

import pytest
from django.test import Client, override_settings

from suluh.deadlines.services.calendars import version_now
from suluh.organization.models import Person
from suluh.organization.sockets.duties import duties
from tests.world import World, build_world


@pytest.fixture
def world(db, tmp_path, monkeypatch) -> Iterator[World]:
    """Kabupaten Arunika in miniature; what a request changes is undone before the next one.

    No room offers duties here: every frame would ask all of them anew for its bell, for half of the time that the
    matrix takes. Their rules have tests in each room, and the browser's walk opens every page with its bell.
    """
    monkeypatch.setattr(duties, "_offers", {})
    with override_settings(MEDIA_ROOT=tmp_path / "files", SEALED_ROOT=tmp_path / "sealed"):
        made = build_world()
        made.sessions = {}
        yield made


@pytest.fixture
def opened(world: World) -> World:
    """The world with what many lines would do anew and undo again: everybody has signed in, the calendar is there."""
    version_now()
    world.sessions = {person.pk: session_of(person) for person in Person.objects.all()}
    return world


def session_of(person: Person) -> str:
    """The key of a session that the person has just opened."""
    client = Client()
    client.force_login(person)
    return client.session.session_key or ""

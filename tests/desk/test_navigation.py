"""Which room of the navigation a page belongs to."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.world import build_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    made = Client()
    made.force_login(build_world().coordinator, backend="django.contrib.auth.backends.ModelBackend")
    return made


def current(page):
    return [str(entry.words) for entry in page.context["shell"].nav if entry.current]


@pytest.mark.parametrize(
    ("name", "room"),
    [
        ("monitoring:overview", "Papan"),
        ("monitoring:units", "Unit"),
        ("disclosure:items", "Informasi publik"),
        ("deadlines:calendar", "Tenggat"),
        ("newsroom:desk", "Redaksi"),
        ("newsroom:calendar", "Redaksi"),
        ("newsroom:reposts", "Redaksi"),
        ("channels:channels", "Redaksi"),
    ],
)
def test_a_page_belongs_to_one_room_of_the_navigation(client, name, room):
    assert current(client.get(reverse(name))) == [room]


def test_what_waits_belongs_to_the_bell(client):
    shell = client.get(reverse("monitoring:waiting")).context["shell"]

    assert shell.on_waiting
    assert not any(entry.current for entry in shell.nav)

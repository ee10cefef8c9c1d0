"""Every page of the permission matrix, as every role, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client

from suluh.deadlines.services.calendars import version_now
from tests.browser.examine import Examination
from tests.browser.visits import answers_to, crowded, never_opened, parts, people
from tests.matrix.routes import SEEN
from tests.support.regency import regency_around
from tests.world import World, build_world

if TYPE_CHECKING:
    from tests.browser.given import Given

pytestmark = pytest.mark.browser
PARTS = parts()


@pytest.fixture
def small(transactional_db):
    version_now()  # once, and not again for every line that starts a clock
    return build_world()


@pytest.fixture
def around(small):
    return regency_around(small, offices=6, districts=1, villages=6)


def test_no_page_is_left_out():
    assert never_opened() == set(), "give the address a walk in tests/browser/visits.py, or say why it shows no page"


def signed_in(world: World, role: str) -> Client:
    """A client of the role's person; of nobody for an outsider."""
    client = Client()
    if role != "outsider":
        client.force_login(getattr(world, role), backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("part", PARTS)
def test_every_page_of_a_room_is_clean_for_every_role(part, small, around, window, given: Given):
    examination = Examination()
    page = window(None)
    clients = {role: signed_in(small, role) for role in people()}
    for route in PARTS[part]:
        shown = {role: client for role, client in clients.items() if route.table.get(role) == SEEN}
        for role, address, answer in answers_to(route, small, shown):
            assert answer.status_code == 200, (route.name, role)
            if answer["Content-Type"].startswith("text/html") and examination.is_new(route.name, answer.text):
                given.show(page, address, answer)
                examination.look(page, route.name, role)

    assert examination.wrong == {}
    assert examination.looked


def test_full_and_empty_pages_are_as_clean(small, around, window, live_server):
    page = window(small.coordinator)
    examination = Examination()
    for name, address in crowded(around).items():
        page.goto(live_server.url + address)
        examination.look(page, name)

    assert examination.wrong == {}


def test_a_page_for_others_says_so_as_cleanly(small, window, live_server):
    page = window(small.sibling)
    examination = Examination()
    page.goto(live_server.url + "/register/impor/")
    examination.look(page, "403")

    assert examination.wrong == {}

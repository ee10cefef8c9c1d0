"""Every page of the permission matrix, as every role, in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.browser.examine import Examination
from tests.browser.visits import answers_to, crowded, never_opened, people, read_routes, room_of, rooms
from tests.matrix.routes import SEEN
from tests.support.regency import regency_around
from tests.world import World, build_world

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.fixture
def small(transactional_db):
    return build_world()


@pytest.fixture
def around(small):
    return regency_around(small, offices=6, districts=1, villages=6)


def test_no_page_is_left_out():
    assert never_opened() == set(), "give the address a walk in tests/browser/visits.py, or say why it shows no page"


def show(page: Page, address: str, answer: HttpResponse) -> None:
    """Open an address with the answer that was given inside a transaction; styles and scripts come from the server."""
    page.route(address, lambda route: route.fulfill(body=answer.content, headers=dict(answer.headers)), times=1)
    page.goto(address)


def signed_in(world: World, role: str) -> Client:
    """A client of the role's person; of nobody for an outsider."""
    client = Client()
    if role != "outsider":
        client.force_login(getattr(world, role), backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("room", rooms())
def test_every_page_of_a_room_is_clean_for_every_role(room, small, around, window, live_server):
    examination = Examination()
    page = window(None)
    clients = {role: signed_in(small, role) for role in people()}
    for route in (route for route in read_routes() if room_of(route) == room):
        shown = {role: client for role, client in clients.items() if route.table.get(role) == SEEN}
        for role, address, answer in answers_to(route, small, shown):
            assert answer.status_code == 200, (route.name, role)
            if answer["Content-Type"].startswith("text/html") and examination.is_new(route.name, answer.text):
                show(page, live_server.url + address, answer)
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

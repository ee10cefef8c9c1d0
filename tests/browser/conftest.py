"""A real Chromium at the board of a small regency."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from suluh.organization.models import Person
from tests.support.regency import Regency, regency_make

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}
SMALL = {"width": 320, "height": 640}


@pytest.fixture
def regency(transactional_db: None) -> Regency:
    return regency_make(offices=8, districts=1, villages=6)


@pytest.fixture
def open_page(browser: Browser, live_server: LiveServer, regency: Regency) -> Iterator[Callable[..., Page]]:
    """Open an address of the board as a person, in a window of some size."""
    contexts = []

    def make(address: str, *, person: Person | None = None, size: dict[str, int] = DESK, scripts: bool = True) -> Page:
        client = Client()
        client.force_login(person or regency.coordinator, backend="django.contrib.auth.backends.ModelBackend")
        context = browser.new_context(viewport=size, java_script_enabled=scripts)
        contexts.append(context)
        key = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": key, "url": live_server.url}])
        page = context.new_page()
        page.goto(live_server.url + address)
        return page

    yield make
    for context in contexts:
        context.close()

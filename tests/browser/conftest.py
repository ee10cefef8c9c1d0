"""A real Chromium at the board of a small regency."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from suluh.organization.models import Person
from tests.browser.examine import AXE, DESK
from tests.browser.given import Given
from tests.support.regency import Regency, regency_make

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page
    from pytest_django.live_server_helper import LiveServer


@pytest.fixture
def regency(transactional_db: None) -> Regency:
    return regency_make(offices=8, districts=1, villages=6)


@pytest.fixture(autouse=True)
def everything_answered(request: pytest.FixtureRequest) -> Iterator[None]:
    """Before the database is emptied, the server has answered what pages asked by themselves until they were closed."""
    if "live_server" in request.fixturenames:
        request.getfixturevalue("transactional_db")
    yield
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(10)


@pytest.fixture
def given(live_server: LiveServer) -> Iterator[Given]:
    """The live server, with pages made beforehand in its hands."""
    server = Given(live_server)
    yield server
    server.close()


@pytest.fixture
def window(browser: Browser, live_server: LiveServer) -> Iterator[Callable[..., Page]]:
    """An empty window, signed in as a person or as nobody."""
    contexts = []

    def make(person: Person | None, *, size: dict[str, int] = DESK, scripts: bool = True) -> Page:
        context = browser.new_context(
            viewport=size, java_script_enabled=scripts, locale="id-ID", timezone_id="Asia/Jakarta"
        )
        contexts.append(context)
        if scripts:
            context.add_init_script(path=AXE)  # sent to each page anew it took a fifth of an examination
        if person is not None:
            sign_in(context, person, live_server.url)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


def sign_in(context: BrowserContext, person: Person, url: str) -> None:
    """Give a browser the session of a person who has signed in just now."""
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": url}])


@pytest.fixture
def open_page(window: Callable[..., Page], live_server: LiveServer, regency: Regency) -> Callable[..., Page]:
    """Open an address of the board as a person, in a window of some size."""

    def make(address: str, *, person: Person | None = None, size: dict[str, int] = DESK, scripts: bool = True) -> Page:
        page = window(person or regency.coordinator, size=size, scripts=scripts)
        page.goto(live_server.url + address)
        return page

    return make

"""Every page that is open to everybody is light at the first visit, fonts included, and no page lacks its parts."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.browser.visits import answers_to, shown_to
from tests.world import build_world

if TYPE_CHECKING:
    from playwright.sync_api import Page, Response

pytestmark = pytest.mark.browser
MOST_BYTES = 150 * 1024
PACKED = (".woff2", ".png", ".jpg")
"""Endings of files that are compressed in themselves."""


def weight_of(answers: list[Response]) -> int:
    """Bytes that cross the wire: texts as gzip makes them, fonts and pictures as they are."""
    bodies = {answer.url: answer.body() for answer in answers if answer.status == 200}
    return sum(
        len(body if url.partition("?")[0].endswith(PACKED) else gzip.compress(body)) for url, body in bodies.items()
    )


@pytest.fixture
def first_visit(page: Page) -> Page:
    """A window that keeps nothing of what it has loaded."""
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    return page


def show(page: Page, address: str, answer: HttpResponse) -> None:
    """Open an address with an answer made beforehand; while a route is set, the browser keeps nothing at all."""
    page.route(address, lambda route: route.fulfill(body=answer.content, headers=dict(answer.headers)), times=1)
    page.goto(address)


def test_every_public_page_stays_light_at_the_first_visit(transactional_db, first_visit, live_server):
    world = build_world()
    answers: list[Response] = []
    first_visit.on("response", lambda answer: answers.append(answer))
    weights, broken = {}, []
    for route in shown_to("outsider"):
        ((_, address, answer),) = answers_to(route, world, {"outsider": Client()})
        if not answer["Content-Type"].startswith("text/html"):
            continue
        answers.clear()
        show(first_visit, live_server.url + address, answer)
        first_visit.wait_for_load_state("networkidle")
        weights[route.name] = weight_of(answers)
        broken += [f"{one.status} {one.url}" for one in answers if one.status >= 400]

    assert {name: weight for name, weight in weights.items() if weight >= MOST_BYTES} == {}
    assert broken == []
    assert len(weights) > 10

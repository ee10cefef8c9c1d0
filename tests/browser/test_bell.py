"""The number of what waits comes by itself to whoever stays on a page."""

from __future__ import annotations

import pytest

from suluh.organization.sockets.duties import Duty, DutySource, duties
from tests.world import build_world

pytestmark = pytest.mark.browser


def test_the_number_of_what_waits_comes_after_the_page(transactional_db, monkeypatch, window, live_server):
    world = build_world()
    monkeypatch.setattr(duties, "_offers", {})
    duties.register(DutySource("uji", lambda person: [Duty("Baca", "", "/", "Baca")]))
    page = window(world.officer)
    page.goto(live_server.url + "/register/")
    assert not page.locator(".count").is_visible()

    page.locator(".count", has_text="1").wait_for()

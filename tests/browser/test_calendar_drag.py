"""An entry of the calendar moves by mouse, by keyboard and by a finger."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from suluh.newsroom.services.slots import Plan, slot_add
from tests.browser.examine import DESK
from tests.world import build_world

pytestmark = pytest.mark.browser
MONTH = "?tanggal=2036-04-10"


@pytest.fixture
def world(transactional_db):
    return build_world()


@pytest.fixture
def slot(world):
    at = timezone.make_aware(datetime(2036, 4, 10, 9))
    return slot_add(unit=world.health, plan=Plan("Jadwal imunisasi", "service", at), by=world.officer)


def cell(day: int) -> str:
    return f"[data-day='2036-04-{day:02}']"


def test_an_entry_is_dragged_and_goes_on_by_keyboard(window, live_server, world, slot):
    page = window(world.officer, size=DESK)
    page.goto(live_server.url + reverse("newsroom:calendar") + MONTH)

    page.locator(cell(22)).scroll_into_view_if_needed()  # a page that scrolls under the mouse ends the drag

    page.drag_and_drop(f"[data-slot='{slot.pk}']", cell(15))
    page.locator(f"{cell(15)} #slot-{slot.pk}").wait_for()
    page.locator(f"#slot-{slot.pk}").press("Alt+ArrowRight")
    page.locator(f"{cell(16)} #slot-{slot.pk}:focus").wait_for()
    page.keyboard.press("Alt+ArrowDown")
    page.locator(f"{cell(23)} #slot-{slot.pk}:focus").wait_for()
    slot.refresh_from_db()
    assert timezone.localdate(slot.at) == date(2036, 4, 23)


def test_an_entry_that_a_full_day_hides_leaves_the_focus_on_the_way_back(window, live_server, world, slot):
    for hour in (6, 7, 8):
        at = timezone.make_aware(datetime(2036, 4, 11, hour))
        slot_add(unit=world.health, plan=Plan("Lebih awal", "service", at), by=world.officer)
    page = window(world.officer, size=DESK)
    page.goto(live_server.url + reverse("newsroom:calendar") + MONTH)

    page.locator(f"#slot-{slot.pk}").press("Alt+ArrowRight")

    expect(page.locator(".note.good button")).to_be_focused()


def test_a_finger_that_rests_on_an_entry_carries_it(window, live_server, world, slot):
    page = window(world.officer, size=DESK)
    page.goto(live_server.url + reverse("newsroom:calendar") + MONTH)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    page.reload()
    entry, goal = page.locator(f"[data-slot='{slot.pk}']").bounding_box(), page.locator(cell(17)).bounding_box()
    assert entry
    assert goal

    def touch(kind: str, x: float, y: float) -> None:
        points = [] if kind == "touchEnd" else [{"x": x, "y": y}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", entry["x"] + 20, entry["y"] + 10)
    page.locator(f"[data-slot='{slot.pk}'].held").wait_for()
    touch("touchMove", goal["x"] + 30, goal["y"] + 40)
    page.locator(f"{cell(17)}.over").wait_for()
    touch("touchEnd", 0, 0)

    page.locator(f"{cell(17)} #slot-{slot.pk}").wait_for()

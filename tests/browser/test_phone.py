"""A story from a phone in the field: photo, no signal, the page opened anew, signal again; it lies at the desk once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from suluh.newsroom.models import Story
from suluh.studio.models import Medium
from tests.browser.examine import PHONE
from tests.kernel.pictures.test_cleaning import picture
from tests.world import build_world

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, FilePayload, Page

pytestmark = pytest.mark.browser
TEXT = "Posyandu keliling melayani balita di lima desa mulai Senin."
READY = "form[data-ready]"


@pytest.fixture
def world(transactional_db):
    return build_world()


@pytest.fixture
def context(browser, live_server):
    phone = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, locale="id-ID")
    yield phone
    phone.close()


@pytest.fixture
def sign_in(context, live_server):
    def make(person) -> None:
        client = Client()
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        key = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": key, "url": live_server.url}])

    return make


def form_of(context: BrowserContext, live_server, world) -> Page:
    """The form, once the phone keeps what it needs without a network."""
    page = context.new_page()
    page.goto(live_server.url + reverse("newsroom:submit", args=[world.health.slug]))
    page.wait_for_selector(READY)
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    return page


def fill_in(page: Page) -> None:
    taken: FilePayload = {"name": "posyandu.jpg", "mimeType": "image/jpeg", "buffer": picture("JPEG", (2400, 1800))}
    page.locator("[data-choose]").last.set_input_files(taken)
    page.get_by_label("Apa yang tampak pada foto?").fill("Ibu dan balita di depan tenda posyandu")
    page.get_by_label("Apa yang terjadi?").fill(TEXT)


def test_a_story_told_without_a_signal_lies_at_the_desk_once(context, live_server, world, sign_in):
    sign_in(world.officer)
    page = form_of(context, live_server, world)
    fill_in(page)
    page.reload()
    page.wait_for_selector(READY)
    assert page.get_by_label("Apa yang terjadi?").input_value() == TEXT

    context.set_offline(True)
    page.reload()
    page.wait_for_selector(READY)
    page.get_by_role("button", name="Simpan dan kirim nanti").tap()
    page.locator("[data-queue] li").wait_for()
    page.reload()
    page.locator("[data-queue] li").wait_for()
    assert not Story.objects.exists()

    context.set_offline(False)
    page.get_by_text("sudah di meja redaksi").or_(page.locator("a.name", has_text="Posyandu keliling")).first.wait_for()
    page.reload()
    page.wait_for_selector(READY)

    story = Story.objects.get()
    assert (story.text, story.media[0]["alt"]) == (TEXT, "Ibu dan balita di depan tenda posyandu")
    assert Medium.objects.get().width == 1600
    assert page.locator("[data-waiting]").is_hidden()


def test_what_was_written_survives_being_signed_out_and_hides_from_the_next_person(
    context, live_server, world, sign_in
):
    sign_in(world.officer)
    page = form_of(context, live_server, world)
    fill_in(page)

    sign_in(world.coordinator)
    page = form_of(context, live_server, world)
    assert page.get_by_label("Apa yang terjadi?").input_value() == ""

    sign_in(world.officer)
    page = form_of(context, live_server, world)
    assert page.get_by_label("Apa yang terjadi?").input_value() == TEXT
    assert page.locator(".shot").count() == 1

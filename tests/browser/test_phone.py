"""A story from a phone in the field: photo, no signal, the page opened anew, signal again; it lies at the desk once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

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
HANDED_OVER = "navigator.serviceWorker.ready.then((one) => one.sync.getTags()).then((tags) => tags.length)"
LATER = "Simpan dan kirim nanti"


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
    page.get_by_role("button", name=LATER).tap()
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


def until(page: Page, true: Callable[[], bool]) -> None:
    """Let the browser work on until something holds."""
    for _ in range(1200):
        if true():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it never held")


def share(page: Page, *, words: str) -> None:
    """What a phone does when its gallery shares a photo with the installed form."""
    page.evaluate(
        """([to, words]) => {
          const form = document.createElement("form");
          Object.assign(form, { method: "post", action: to, enctype: "multipart/form-data", id: "galeri" });
          form.innerHTML = '<input name="text"><input type="file" name="files" multiple>';
          form.elements.text.value = words;
          document.body.append(form);
        }""",
        [reverse("newsroom:share"), words],
    )
    taken: FilePayload = {"name": "g.jpg", "mimeType": "image/jpeg", "buffer": picture("JPEG", (900, 600))}
    page.locator("#galeri [type=file]").set_input_files(taken)
    page.evaluate("document.getElementById('galeri').submit()")


def test_the_browser_installs_the_form_and_a_photo_shared_offline_stands_in_it(context, live_server, world, sign_in):
    sign_in(world.officer)
    page = form_of(context, live_server, world)
    page.wait_for_load_state("networkidle")
    app = context.new_cdp_session(page).send("Page.getAppManifest")
    assert app["errors"] == []
    told = page.evaluate("(address) => fetch(address).then((answer) => answer.json())", app["url"])
    assert told["share_target"]["action"] == reverse("newsroom:share")

    context.set_offline(True)
    share(page, words="Panen raya di Desa Sukamaju")
    page.wait_for_url(f"**{reverse('newsroom:choose-unit')}")
    page.locator(".shot").wait_for()

    assert page.get_by_label("Apa yang terjadi?").input_value() == "Panen raya di Desa Sukamaju"
    assert page.locator("[data-units] option").all_inner_texts() == [world.health.name]


def test_the_browser_sends_what_waits_when_the_form_is_closed(context, live_server, world, sign_in):
    sign_in(world.officer)
    page = form_of(context, live_server, world)
    left = context.new_page()
    session = context.new_cdp_session(left)
    known: list[dict[str, str]] = []
    session.on("ServiceWorker.workerRegistrationUpdated", lambda told: known.extend(told["registrations"]))
    session.send("ServiceWorker.enable")
    fill_in(page)
    context.set_offline(True)
    page.get_by_role("button", name=LATER).tap()
    page.locator("[data-queue] li").wait_for()
    page.wait_for_function(
        "navigator.serviceWorker.ready.then((one) => one.sync.getTags()).then((tags) => tags.length)"
    )
    page.close()

    context.set_offline(False)
    sync = {"origin": live_server.url, "registrationId": known[-1]["registrationId"], "tag": "suluh-kirim"}
    session.send("ServiceWorker.dispatchSyncEvent", sync | {"lastChance": False})
    until(left, Story.objects.exists)

    assert Story.objects.get().media[0]["alt"] == "Ibu dan balita di depan tenda posyandu"


def test_a_phone_without_room_says_so_and_sends_what_stands_in_the_form(context, live_server, world, sign_in):
    sign_in(world.officer)
    page = context.new_page()
    room = {"origin": live_server.url, "quotaSize": 1}
    context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", room)
    page.goto(live_server.url + reverse("newsroom:submit", args=[world.health.slug]))
    page.wait_for_selector(READY)
    fill_in(page)
    page.get_by_text("Ruang di telepon ini sudah penuh").wait_for()

    page.get_by_role("button", name="Kirim ke meja redaksi").tap()
    page.wait_for_url("**/redaksi/naskah/*/")

    story = Story.objects.get()
    assert (story.text, len(story.media)) == (TEXT, 1)


def test_a_page_that_is_left_in_mid_word_has_kept_the_word(context, live_server, world, sign_in):
    sign_in(world.officer)
    page = form_of(context, live_server, world)
    page.get_by_label("Apa yang terjadi?").focus()
    page.keyboard.type(TEXT)
    page.reload()
    page.wait_for_selector(READY)

    assert page.get_by_label("Apa yang terjadi?").input_value() == TEXT


def test_going_back_after_signing_out_shows_nothing_of_the_draft(context, live_server, world, sign_in):
    sign_in(world.officer)
    page = form_of(context, live_server, world)
    fill_in(page)
    left_open = form_of(context, live_server, world)
    left_open.wait_for_selector(".shot")

    page.goto(live_server.url + reverse("account_logout"))
    page.locator("main form button").click()
    page.go_back()
    page.go_back()

    page.wait_for_url(f"**{reverse('account_login')}**")
    left_open.bring_to_front()
    left_open.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    left_open.wait_for_url(f"**{reverse('account_login')}**")
    assert [TEXT in window.content() for window in (page, left_open)] == [False, False]


def test_what_another_window_wrote_stands_in_both(context, live_server, world, sign_in):
    sign_in(world.officer)
    first = form_of(context, live_server, world)
    first.get_by_label("Apa yang terjadi?").fill("Posyandu mulai Senin.")
    second = form_of(context, live_server, world)
    second.get_by_label("Apa yang terjadi?").fill(TEXT)
    second.get_by_label("Di mana?").fill("Desa Sukamaju")

    first.bring_to_front()
    first.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    first.wait_for_function("(text) => document.querySelector('[name=text]').value === text", arg=TEXT)

    assert first.get_by_label("Di mana?").input_value() == "Desa Sukamaju"


def test_advice_comes_after_a_field_is_left_and_says_when_it_needs_a_signal(context, live_server, world, sign_in):
    sign_in(world.officer)
    page = form_of(context, live_server, world)
    page.get_by_label("Apa yang terjadi?").fill("Bupati membuka acara. NIK 3201011506700001 tercatat.")
    page.get_by_label("Di mana?").fill("Pendopo")
    page.locator("[data-advice] .mark.api").wait_for()

    context.set_offline(True)
    page.get_by_label("Di mana?").fill("Alun-alun")
    page.get_by_label("Siapa?").focus()
    expect(page.get_by_text("Bantuan menulis perlu sambungan")).to_be_visible()

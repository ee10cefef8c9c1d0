"""Signing in as people do it: given password, authenticator app, recovery codes, passkey of a real authenticator."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from suluh.organization.models import Person
from suluh.organization.rights import OPERATOR
from suluh.organization.services.passwords import password_give
from tests.browser.examine import PHONE, SMALL, faults
from tests.support.app_codes import app_code
from tests.support.regency import Regency

pytestmark = pytest.mark.browser

OWN = "kuda-baterai-staples-benar"


@pytest.fixture
def door(browser, live_server, regency: Regency) -> Iterator[Callable[..., Page]]:
    """A phone at the sign-in page; what the console says is kept as `page.said`."""
    contexts = []

    def make(size: dict[str, int] = PHONE, address: str = "/accounts/login/") -> Page:
        context = browser.new_context(viewport=size, locale="id-ID")
        contexts.append(context)
        page = context.new_page()
        page.goto(live_server.url.replace("127.0.0.1", "localhost") + address)
        return page

    yield make
    for context in contexts:
        context.close()


def with_password(person: Person, password: str = OWN) -> Person:
    person.set_password(password)
    person.save()
    return person


def enter(page: Page, person: Person, password: str = OWN) -> None:
    page.get_by_label("Surel").fill(person.email)
    page.get_by_label("Kata sandi", exact=True).fill(password)
    page.get_by_role("button", name="Masuk", exact=True).click()


def prove(page: Page) -> None:
    """Before a factor is added, the password is asked for once more."""
    page.wait_for_url("**/accounts/reauthenticate/**")
    page.get_by_label("Kata sandi", exact=True).fill(OWN)
    page.get_by_role("button", name="Lanjutkan").click()


def leave(page: Page) -> None:
    page.locator("summary[aria-label=Menu]").click()
    page.get_by_role("button", name="Keluar").last.click()
    page.wait_for_url("**/accounts/login/")


def test_a_given_password_opens_only_the_page_that_changes_it(door, regency):
    given = password_give(person=regency.officer, by=OPERATOR)
    page = door()
    enter(page, regency.officer, given)
    page.wait_for_url("**/accounts/password/change/")
    page.goto(page.url.replace("/accounts/password/change/", "/register/"))
    assert page.url.endswith("/accounts/password/change/")

    page.get_by_label("Kata sandi sekarang").fill(given)
    page.get_by_label("Kata sandi baru").fill(OWN)
    page.get_by_label("Sekali lagi").fill(OWN)
    page.get_by_role("button", name="Simpan kata sandi baru").click()
    page.wait_for_url("**/accounts/2fa/")
    page.goto(page.url.replace("/accounts/2fa/", "/register/"))

    assert page.url.endswith("/register/")


def test_an_authenticator_app_is_set_up_and_asked_for_and_a_code_on_paper_opens_once(door, regency):
    person = with_password(regency.officer)
    page = door()
    enter(page, person)
    page.wait_for_url(re.compile(r"localhost:\d+/$"))
    page.goto(page.url + "accounts/2fa/")
    page.get_by_role("link", name="Pasang aplikasi").click()
    prove(page)
    page.get_by_text("Tanpa kamera? Ketik kuncinya").click()
    key = page.locator("[data-key]").inner_text().strip()
    assert page.evaluate("document.querySelector('img.qr').naturalWidth") > 0
    page.get_by_label("Kode yang kini tampil di aplikasi").fill(app_code(key))
    page.get_by_role("button", name="Pakai aplikasi ini").click()
    page.wait_for_url("**/recovery-codes/")
    codes = page.locator(".codes li").all_inner_texts()
    assert len(codes) == 10

    leave(page)
    enter(page, person)
    page.wait_for_url("**/2fa/authenticate/")
    assert faults(page) == []
    page.get_by_label("Kode").fill(codes[0])
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.wait_for_url(re.compile(r"localhost:\d+/$"))

    leave(page)
    enter(page, person)
    page.get_by_label("Kode").fill(codes[0])
    page.get_by_role("button", name="Masuk", exact=True).click()
    expect(page.get_by_role("alert").first).to_be_visible()


def test_a_passkey_is_made_and_opens_the_door_without_a_password(door, regency):
    person = with_password(regency.officer)
    page = door()
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    device = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]
    enter(page, person)
    page.wait_for_url(re.compile(r"localhost:\d+/$"))
    page.goto(page.url + "accounts/2fa/")
    page.get_by_role("link", name="Tambah kunci sandi").click()
    prove(page)
    page.get_by_label("Nama kunci sandi").fill("Telepon dinas")
    page.get_by_role("button", name="Buat kunci sandi").click()
    page.wait_for_url("**/recovery-codes/")
    kept = devtools.send("WebAuthn.getCredentials", {"authenticatorId": device})["credentials"]
    assert [credential["isResidentCredential"] for credential in kept] == [True]

    leave(page)
    page.get_by_role("button", name="Masuk dengan kunci sandi").click()
    page.wait_for_url(re.compile(r"localhost:\d+/$"))

    assert person.name in page.inner_text("header") or page.locator("summary[aria-label=Menu]").is_visible()


def test_a_device_that_knows_no_passkey_is_told_in_words(door, regency):
    page = door()
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": False, "automaticPresenceSimulation": True,
    }  # fmt: skip
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.get_by_role("button", name="Masuk dengan kunci sandi").click()

    expect(page.get_by_text("Kunci sandi tidak terpakai.")).to_be_visible()


ENTRANCE = ["/accounts/login/", "/accounts/password/reset/", "/accounts/signup/", "/accounts/inactive/"]
INSIDE = [
    "/accounts/2fa/", "/accounts/2fa/totp/activate/", "/accounts/2fa/webauthn/add/", "/accounts/password/change/",
    "/accounts/reauthenticate/", "/register/profil/",
]  # fmt: skip


@pytest.mark.parametrize("language", ["id", "en"])
def test_pages_of_signing_in_are_accessible_fit_320_px_and_obey_the_csp(door, regency, language):
    page = door(size=SMALL)
    page.context.add_cookies([{"name": "django_language", "value": language, "url": page.url}])
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    start = page.url.split("/accounts/")[0]
    wrong: dict[str, object] = {}

    def look(addresses: list[str]) -> None:
        for address in addresses:
            page.goto(start + address)
            if found := faults(page):
                wrong[address] = found
            if (width := page.evaluate("document.documentElement.scrollWidth")) > SMALL["width"]:
                wrong[f"{address} scrolls"] = width

    look(ENTRANCE)
    person = with_password(regency.officer)
    page.goto(start + "/accounts/login/")
    page.locator("[name=login]").fill(person.email)
    page.locator("[name=password]").fill(OWN)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(start + "/")
    look(INSIDE[:1])
    page.goto(start + "/accounts/2fa/totp/activate/")
    page.locator("[name=password]").fill(OWN)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/totp/activate/")
    look(INSIDE)

    assert wrong == {}
    assert said == []

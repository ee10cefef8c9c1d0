"""The pages of signing in that show only on the way: password again, second factor, recovery codes."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.urls import reverse

from tests.browser.examine import Examination
from tests.support.app_codes import app_code
from tests.world import build_world

pytestmark = pytest.mark.browser

PASSWORD = "kata-sandi-arunika"
BEHIND_A_SECOND_FACTOR = ("mfa_index", "mfa_deactivate_totp", "mfa_view_recovery_codes", "account_change_password")


@pytest.fixture
def guarded(transactional_db):
    """An officer with a password, an authenticator app and recovery codes; the app's secret as `secret`."""
    officer = build_world().officer
    officer.set_password(PASSWORD)
    officer.save()
    officer.secret = generate_totp_secret()
    TOTP.activate(officer, officer.secret)
    RecoveryCodes.activate(officer)
    return officer


def test_signing_in_with_a_second_factor_is_clean_at_every_step(guarded, window, live_server):
    page = window(None)
    examination = Examination()
    page.goto(live_server.url + reverse("account_login"))
    page.fill("#id_login", guarded.email)
    page.fill("#id_password", "salah")
    page.keyboard.press("Enter")
    page.wait_for_selector(".summary, .err")
    examination.look(page, "wrong password")
    page.fill("#id_login", guarded.email)
    page.fill("#id_password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/2fa/authenticate/**")
    examination.look(page, "mfa_authenticate")
    page.fill("#id_code", app_code(guarded.secret))
    page.keyboard.press("Enter")
    page.wait_for_selector("header.masthead nav", state="attached")

    assert examination.wrong == {}


def test_pages_behind_the_second_factor_are_clean_once_it_was_asked_for_again(guarded, window, live_server):
    page = window(guarded)
    examination = Examination()
    page.goto(live_server.url + reverse("mfa_deactivate_totp"))
    page.wait_for_url("**/reauthenticate/**")
    examination.look(page, "account_reauthenticate")
    page.goto(live_server.url + reverse("mfa_reauthenticate"))
    examination.look(page, "mfa_reauthenticate")
    page.fill("#id_code", app_code(guarded.secret))
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "reauthenticate" not in address)
    for name in BEHIND_A_SECOND_FACTOR:
        page.goto(live_server.url + reverse(name))
        assert "reauthenticate" not in page.url
        examination.look(page, name)

    assert examination.wrong == {}
    assert Authenticator.objects.filter(user=guarded).count() == 2

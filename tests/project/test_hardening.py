"""What every answer of the site carries, and what the schema steps say."""

import subprocess
import sys

import pytest
from django.test import Client

from suluh.project.schema import pending_migrations, unknown_migrations

HTTPS = """
import os
os.environ.update(DJANGO_SETTINGS_MODULE="suluh.project.settings", SULUH_HTTPS="true", SULUH_DATA="tidak-ada")
from django.conf import settings
print(settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE, settings.SECURE_SSL_REDIRECT,
      settings.SECURE_HSTS_SECONDS >= 31536000)
"""


def test_no_page_may_run_inline_script_or_style(client: Client) -> None:
    policy = client.get("/health/live").headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def test_answers_are_not_sniffed_framed_or_referred_elsewhere(client: Client) -> None:
    headers = client.get("/health/live").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


def test_a_foreign_host_name_is_refused(client: Client) -> None:
    assert client.get("/health/live", headers={"host": "lain.example"}).status_code == 400


def test_behind_tls_cookies_are_secure_and_browsers_remember_it() -> None:
    said = subprocess.run([sys.executable, "-c", HTTPS], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["True"] * 4


@pytest.mark.django_db
def test_a_database_that_took_every_step_lacks_none_and_knows_none_too_many() -> None:
    assert pending_migrations() == []
    assert unknown_migrations() == []

"""Where mail goes."""

from pathlib import Path

import pytest

from suluh.project.mail import mail_settings

OUTBOX = Path("/outbox")


def test_without_an_address_mail_is_kept_in_files() -> None:
    assert mail_settings("", OUTBOX)["EMAIL_FILE_PATH"] == "/outbox"


@pytest.mark.parametrize(
    ("url", "port", "starttls", "ssl"),
    [
        ("smtp://mail.example", 587, True, False),
        ("smtps://mail.example", 465, False, True),
        ("smtp+plain://localhost", 25, False, False),
        ("smtp://mail.example:2525", 2525, True, False),
    ],
)
def test_the_scheme_says_how_tls_is_spoken(url: str, port: int, starttls: bool, ssl: bool) -> None:
    found = mail_settings(url, OUTBOX)
    assert (found["EMAIL_PORT"], found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (port, starttls, ssl)


def test_name_and_password_may_hold_any_character() -> None:
    found = mail_settings("smtp://dinas%40kab.example:p%3Aw%2F@mail.example", OUTBOX)
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("dinas@kab.example", "p:w/")


def test_another_scheme_is_refused_with_the_right_form() -> None:
    with pytest.raises(ValueError, match="smtp://pengguna:sandi@server:587"):
        mail_settings("http://mail.example", OUTBOX)

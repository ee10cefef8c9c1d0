import pytest
from django.core import mail
from django.test import Client

from suluh.organization.models import Person

PASSWORD = "benar-kuda-baterai-staples"


@pytest.fixture
def person(world) -> Person:
    world.officer.set_password(PASSWORD)
    world.officer.save()
    return world.officer


def sign_in(client: Client, person: Person, password: str = PASSWORD):
    return client.post("/accounts/login/", {"login": person.email, "password": password})


def test_mail_and_password_open_the_door(person):
    client = Client()
    assert sign_in(client, person).status_code == 302
    assert client.get("/register/").status_code == 200


def test_a_wrong_password_keeps_it_shut_and_says_so(person):
    client = Client()
    answer = sign_in(client, person, "salah")
    assert answer.status_code == 200
    assert 'role="alert"' in answer.content.decode()
    assert client.get("/register/").status_code == 302


def test_too_many_wrong_passwords_lock_the_address_even_for_the_right_one(person, settings):
    settings.AXES_FAILURE_LIMIT = 3
    client = Client()
    statuses = [sign_in(client, person, f"salah-{n}").status_code for n in range(3)]
    assert statuses[-1] == 429
    assert sign_in(client, person).status_code == 429


def test_a_closed_person_does_not_get_in(person):
    person.is_active = False
    person.save()
    client = Client()
    sign_in(client, person)
    assert client.get("/register/").status_code == 302


def test_nobody_signs_up_alone(world):
    client = Client()
    client.post("/accounts/signup/", {"email": "baru@arunika.example", "password1": PASSWORD})
    assert not Person.objects.filter(email="baru@arunika.example").exists()


def test_somebody_entered_without_a_password_sets_one_by_mail(world):
    Client().post("/accounts/password/reset/", {"email": world.officer.email})
    (message,) = mail.outbox
    assert message.to == [world.officer.email]


def test_keys_of_second_factors_are_stored_sealed(person):
    from allauth.mfa.totp.internal.auth import TOTP

    stored = TOTP.activate(person, "JBSWY3DPEHPK3PXP").instance.data["secret"]
    assert "JBSWY3DPEHPK3PXP" not in stored
    assert person.authenticator_set.count() == 1


def test_with_a_second_factor_the_password_alone_is_not_enough(person):
    from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time

    TOTP.activate(person, "JBSWY3DPEHPK3PXP")
    client = Client()
    assert sign_in(client, person).url.startswith("/accounts/2fa/authenticate/")
    assert client.get("/register/").status_code == 302
    code = format_hotp_value(hotp_value("JBSWY3DPEHPK3PXP", next(iter(yield_hotp_counters_from_time()))))
    assert client.post("/accounts/2fa/authenticate/", {"code": code}).status_code == 302
    assert client.get("/register/").status_code == 200


@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/password/reset/"])
def test_pages_of_signing_in_have_no_inline_script_or_style(world, path):
    text = Client().get(path).content.decode()
    assert "<style" not in text
    assert " onclick=" not in text
    assert "<script>" not in text

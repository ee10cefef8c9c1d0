from datetime import UTC, datetime

import pytest
import time_machine
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.core import mail
from django.core.cache import cache
from django.test import Client

from suluh.organization.errors import NotAllowed, Refused
from suluh.organization.models import Event, Person, SharedEntry
from suluh.organization.services.door_mails import FACTOR_TASK
from suluh.organization.services.people import person_close
from suluh.organization.services.second_factors import second_factor_remove
from tests.support.app_codes import app_code
from tests.support.queued import run_queued

PASSWORD = "benar-kuda-baterai-staples"
SECRET = "JBSWY3DPEHPK3PXP"


@pytest.fixture
def person(world) -> Person:
    """An officer with an authenticator app and recovery codes."""
    world.officer.set_password(PASSWORD)
    world.officer.save()
    TOTP.activate(world.officer, SECRET)
    RecoveryCodes.activate(world.officer)
    return world.officer


def code(step: int = 0) -> str:
    return app_code(SECRET, step)


def signed_in(person: Person) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    client.post("/accounts/2fa/authenticate/", {"code": code()})
    cache.clear()
    assert client.get("/register/").status_code == 200
    return client


def test_an_administrator_lets_a_person_in_who_lost_the_telephone(world, person):
    second_factor_remove(person=person, by=world.admin)
    client = Client()
    client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})

    assert client.get("/register/").status_code == 200
    assert person.authenticator_set.count() == 0


def test_the_removal_is_told_by_mail_and_stands_in_the_trail(world, person):
    second_factor_remove(person=person, by=world.admin)
    assert mail.outbox == []
    run_queued(FACTOR_TASK)

    assert [message.to for message in mail.outbox] == [[person.email]]
    assert "Faktor kedua" in mail.outbox[0].subject
    event = Event.objects.get(code="person.second-factor-removed")
    assert (event.person, event.value.data["kinds"]) == (world.admin, ["recovery_codes", "totp"])


def test_a_coordinator_does_not_take_second_factors_away(world, person):
    with pytest.raises(NotAllowed):
        second_factor_remove(person=person, by=world.coordinator)

    assert person.authenticator_set.count() == 2


def test_an_administrator_does_not_take_the_own_factor_away_by_this_road(world):
    TOTP.activate(world.admin, SECRET)
    with pytest.raises(Refused):
        second_factor_remove(person=world.admin, by=world.admin)

    assert world.admin.authenticator_set.count() == 1


def test_nothing_is_removed_and_nobody_told_where_there_is_no_factor(world):
    with pytest.raises(Refused):
        second_factor_remove(person=world.officer, by=world.admin)

    assert run_queued(FACTOR_TASK) == 0


def test_a_person_whose_sign_in_was_closed_meanwhile_gets_no_mail(world, person):
    second_factor_remove(person=person, by=world.admin)
    person_close(person=person, by=world.admin)
    run_queued(FACTOR_TASK)

    assert mail.outbox == []


@pytest.mark.parametrize("page", ["totp/deactivate", "recovery-codes/generate", "totp/activate", "webauthn/add"])
def test_the_password_alone_changes_nothing_of_a_second_factor(person, page):
    client = signed_in(person)
    asked = client.get(f"/accounts/2fa/{page}/", follow=True)
    assert asked.redirect_chain
    answer = client.post("/accounts/reauthenticate/", {"password": PASSWORD})

    assert answer.headers["Location"].startswith("/accounts/2fa/reauthenticate/")
    client.post(f"/accounts/2fa/{page}/", {})
    assert person.authenticator_set.count() == 2


def test_recovery_codes_are_not_shown_for_the_password_alone(person):
    client = signed_in(person)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})

    answers = [client.get(f"/accounts/2fa/recovery-codes/{page}") for page in ("", "download/")]
    shown = "".join(answer.content.decode() for answer in answers)
    codes = person.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()
    assert not any(one in shown for one in codes)


def test_who_shows_the_factor_takes_it_away(person):
    client = signed_in(person)
    unused = person.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()
    client.post("/accounts/2fa/reauthenticate/", {"code": unused[0]})
    client.post("/accounts/2fa/totp/deactivate/")

    assert person.authenticator_set.count() == 0


def test_codes_are_not_tried_without_end(person):
    client = Client()
    client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    for _ in range(5):
        client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    client.post("/accounts/2fa/authenticate/", {"code": code()})

    assert client.get("/register/").status_code == 302


def test_a_code_that_opened_the_door_does_not_open_it_a_second_time(person):
    doors = [Client(), Client()]
    for client in doors:
        client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    shown = code()
    answers = [client.post("/accounts/2fa/authenticate/", {"code": shown}).status_code for client in doors]

    assert answers == [302, 200]
    assert doors[1].get("/register/").status_code == 302


@pytest.mark.parametrize("later", [5, 40, 58])
def test_a_used_code_is_refused_for_as_long_as_the_tolerance_would_take_it(person, later):
    with time_machine.travel(datetime(2026, 11, 23, 3, 0, 1, tzinfo=UTC), tick=False) as clock:
        shown, doors = code(1), [Client(), Client()]
        doors[0].post("/accounts/login/", {"login": person.email, "password": PASSWORD})
        assert doors[0].post("/accounts/2fa/authenticate/", {"code": shown}).status_code == 302
        clock.shift(later)
        doors[1].post("/accounts/login/", {"login": person.email, "password": PASSWORD})

        for again in (f"{shown[:3]} {shown[3:]}", f"{shown[:3]}-{shown[3:]}", shown):
            assert doors[1].post("/accounts/2fa/authenticate/", {"code": again}).status_code == 200
        assert doors[1].post("/accounts/2fa/authenticate/", {"code": code(1)}).status_code == (
            302 if later > 30 else 200
        )


def test_tries_are_counted_where_every_web_process_sees_them(person):
    client = Client()
    client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    for _ in range(5):
        client.post("/accounts/2fa/authenticate/", {"code": "000000"})

    assert client.post("/accounts/2fa/authenticate/", {"code": code()}).status_code != 302
    SharedEntry.objects.all().delete()
    assert client.post("/accounts/2fa/authenticate/", {"code": code()}).status_code == 302

import re

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher, PBKDF2PasswordHasher
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob

from suluh.organization.errors import NotAllowed
from suluh.organization.models import Event, EventValue, Person, Role
from suluh.organization.rights import OPERATOR
from suluh.organization.services.door_mails import LINK_TASK
from suluh.organization.services.passwords import password_give
from suluh.organization.services.people import membership_grant
from tests.support.app_codes import app_code
from tests.support.queued import run_queued

PASSWORD = "benar-kuda-baterai-staples"


@pytest.fixture
def person(world) -> Person:
    world.officer.set_password(PASSWORD)
    world.officer.save()
    return world.officer


def as_(person: Person) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


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
    run_queued(LINK_TASK)
    (message,) = mail.outbox
    assert message.to == [world.officer.email]


def test_keys_of_second_factors_are_stored_sealed(person):
    from allauth.mfa.totp.internal.auth import TOTP

    stored = TOTP.activate(person, "JBSWY3DPEHPK3PXP").instance.data["secret"]
    assert "JBSWY3DPEHPK3PXP" not in stored
    assert person.authenticator_set.count() == 1


def test_with_a_second_factor_the_password_alone_is_not_enough(person):
    from allauth.mfa.totp.internal.auth import TOTP

    TOTP.activate(person, "JBSWY3DPEHPK3PXP")
    client = Client()
    assert sign_in(client, person).url.startswith("/accounts/2fa/authenticate/")
    assert client.get("/register/").status_code == 302
    code = app_code("JBSWY3DPEHPK3PXP")
    assert client.post("/accounts/2fa/authenticate/", {"code": code}).status_code == 302
    assert client.get("/register/").status_code == 200


def test_a_given_password_must_be_changed_before_anything_else(world):
    given = password_give(person=world.officer, by=world.coordinator)
    client = Client()
    sign_in(client, world.officer, given)
    for path in ("/", "/register/", "/register/profil/", "/accounts/2fa/"):
        assert client.get(path).headers["Location"] == "/accounts/password/change/"
    assert client.get("/accounts/password/change/").status_code == 200

    client.post("/accounts/password/change/", {"oldpassword": given, "password1": PASSWORD, "password2": PASSWORD})

    assert client.get("/register/").status_code == 200


def test_a_given_password_is_shown_once_and_never_cached(world):
    client = as_(world.coordinator)
    answer = client.post(f"/register/orang/{world.officer.pk}/sandi/")
    given = re.search(r'id="sandi-awal">([^<]+)<', answer.content.decode())[1]
    world.officer.refresh_from_db()

    assert world.officer.check_password(given)
    assert "no-store" in answer.headers["Cache-Control"]
    assert given not in client.get(f"/register/orang/{world.officer.pk}/").content.decode()
    assert not any(given in str(value.data) for value in EventValue.objects.all())


def test_giving_a_password_signs_the_person_out_everywhere(person):
    elsewhere = Client()
    sign_in(elsewhere, person)
    password_give(person=person, by=OPERATOR)

    assert elsewhere.get("/register/").status_code == 302


def test_a_coordinator_cannot_open_the_sign_in_of_one_who_ranks_as_high(world):
    for other in (world.admin, Person.objects.create_user("baru@arunika.example", name="Baru")):
        if other != world.admin:
            membership_grant(person=other, unit=world.root, role=Role.COORDINATOR, by=OPERATOR, subtree=True)
        with pytest.raises(NotAllowed):
            password_give(person=other, by=world.coordinator)


def test_choosing_a_password_signs_other_devices_out_and_is_told(person):
    here, elsewhere = Client(), Client()
    sign_in(here, person)
    sign_in(elsewhere, person)
    new = "empat-kata-tanpa-kaitan"
    here.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert elsewhere.get("/register/").status_code == 302
    assert here.get("/register/").status_code == 200
    assert Event.objects.filter(code="person.password-chosen", person=person).count() == 1


def test_the_link_by_mail_sets_a_password_once(world):
    Client().post("/accounts/password/reset/", {"email": world.officer.email})
    run_queued(LINK_TASK)
    link = re.search(r"http://testserver(/accounts/password/reset/key/\S+)", mail.outbox[0].body)[1]
    client = Client()
    page = client.get(link).headers["Location"]
    client.post(page, {"password1": PASSWORD, "password2": PASSWORD})
    world.officer.refresh_from_db()

    assert world.officer.check_password(PASSWORD)
    assert "Tautan ini tidak berlaku lagi." in Client().get(link).content.decode()


def test_unknown_and_known_addresses_are_refused_in_the_same_words(person):
    known = sign_in(Client(), person, "salah")
    unknown = Client().post("/accounts/login/", {"login": "tidak.ada@arunika.example", "password": "salah"})

    def said(answer) -> list[str]:
        return re.findall(r"<li>(.*?)</li>", answer.content.decode())

    assert said(known) == said(unknown) != []


def test_unknown_and_known_addresses_cost_the_same_work(person, monkeypatch):
    hashed: list[str] = []
    for hasher in (Argon2PasswordHasher, PBKDF2PasswordHasher):
        plain = hasher.encode, hasher.verify
        monkeypatch.setattr(hasher, "encode", lambda self, *a, _p=plain[0]: hashed.append("x") or _p(self, *a))
        monkeypatch.setattr(hasher, "verify", lambda self, *a, _p=plain[1]: hashed.append("x") or _p(self, *a))

    def work(email: str) -> int:
        hashed.clear()
        Client().post("/accounts/login/", {"login": email, "password": "salah"})
        return len(hashed)

    without = Person.objects.create_user("tanpa@arunika.example", name="Tanpa")
    assert work("tidak.ada@arunika.example") == work(person.email) == work(without.email) > 0


def test_asking_for_a_link_says_the_same_for_every_address_and_writes_only_to_known_ones(person):
    answers = [
        Client().post("/accounts/password/reset/", {"email": email})
        for email in (person.email, "tidak.ada@arunika.example")
    ]

    assert [(answer.status_code, answer.headers["Location"]) for answer in answers] == [
        (302, "/accounts/password/reset/done/")
    ] * 2
    assert mail.outbox == []
    assert run_queued(LINK_TASK) == 2
    assert [message.to for message in mail.outbox] == [[person.email]]


@pytest.mark.parametrize(
    "where", ["https://jahat.example/", "//jahat.example", "/\\jahat.example", "javascript:alert(1)"]
)
def test_signing_in_never_leads_to_another_site(person, where):
    answer = Client().post("/accounts/login/", {"login": person.email, "password": PASSWORD, "next": where})

    assert answer.headers["Location"] == "/"


def test_asking_for_a_link_takes_the_same_queries_for_every_address(person):
    def queries(email: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            Client().post("/accounts/password/reset/", {"email": email})
        return len(asked)

    assert queries(person.email) == queries("tidak.ada@arunika.example") > 0


def test_the_link_never_lies_in_the_queue(person):
    Client().post("/accounts/password/reset/", {"email": person.email})

    (job,) = ProcrastinateJob.objects.filter(task_name=LINK_TASK)
    assert job.args == {"person_id": person.pk, "origin": "http://testserver"}


def test_the_link_leads_to_the_set_address_whatever_name_was_asked_for(person, settings):
    settings.ALLOWED_HOSTS = ["*"]
    settings.CONFIG = settings.CONFIG.model_copy(update={"base_url": "https://suluh.arunika.example/"})
    Client().post("/accounts/password/reset/", {"email": person.email}, headers={"host": "jahat.example"})
    run_queued(LINK_TASK)

    assert "https://suluh.arunika.example/accounts/password/reset/key/" in mail.outbox[0].body
    assert "jahat" not in mail.outbox[0].body


def test_choosing_a_language_never_leads_to_another_site(world):
    answer = Client().post("/bahasa/", {"language": "en", "next": "https://jahat.example/"})

    assert answer.headers["Location"] == "/"


def test_a_session_planted_before_signing_in_is_worth_nothing_after(person):
    client = Client()
    client.get("/accounts/login/")
    session = client.session
    session["planted"] = True
    session.save()
    client.cookies["sessionid"] = planted = session.session_key
    sign_in(client, person)

    assert client.cookies["sessionid"].value != planted
    stranger = Client()
    stranger.cookies["sessionid"] = planted
    assert stranger.get("/register/").status_code == 302


def test_signing_in_from_another_site_s_form_is_refused(person):
    client = Client(enforce_csrf_checks=True)

    assert sign_in(client, person).status_code == 403


def test_tries_are_counted_by_visitor_behind_our_own_proxy(person, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    settings.AXES_FAILURE_LIMIT = 2
    attacker, officer = {"HTTP_X_FORWARDED_FOR": "10.9.9.9, 203.0.113.7"}, {"HTTP_X_FORWARDED_FOR": "203.0.113.8"}
    body = {"login": person.email, "password": "salah"}
    statuses = [Client().post("/accounts/login/", body, **attacker).status_code for _ in range(2)]

    assert statuses[-1] == 429
    assert Client().post("/accounts/login/", body | {"password": PASSWORD}, **officer).status_code == 302


def test_many_sign_ins_from_one_address_are_slowed_with_a_plain_page(person, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": False, "login": "3/m/ip"}
    answers = [Client().post("/accounts/login/", {"login": f"orang{n}@arunika.example"}) for n in range(5)]

    assert answers[-1].status_code == 429
    assert "Terlalu banyak percobaan" in answers[-1].content.decode()


@pytest.mark.parametrize("email", ["x@arunika.example\nBcc: y@arunika.example", "x@arunika.example\r\nSubject: z"])
def test_no_header_is_smuggled_into_a_mail(world, email):
    world.officer.name = "Nama\nBcc: y@arunika.example"
    world.officer.save()
    Client().post("/accounts/password/reset/", {"email": email})
    Client().post("/accounts/password/reset/", {"email": world.officer.email})
    run_queued(LINK_TASK)

    assert [(message.to, message.bcc) for message in mail.outbox] == [([world.officer.email], [])]


def test_the_library_s_page_for_changing_one_s_mail_address_is_not_there(person):
    client = Client()
    sign_in(client, person)

    assert client.post("/accounts/email/", {"email": "lain@arunika.example", "action_add": ""}).status_code == 404


@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/password/reset/"])
def test_pages_of_signing_in_have_no_inline_script_or_style(world, path):
    text = Client().get(path).content.decode()
    assert "<style" not in text
    assert " onclick=" not in text
    assert "<script>" not in text


def test_no_browser_keeps_what_somebody_signed_in_reads(world):
    client = Client()
    assert "no-store" not in client.get("/informasi/").get("Cache-Control", "")
    client.force_login(world.officer)

    assert client.get("/register/")["Cache-Control"] == "private, no-store"
    assert client.get("/informasi/")["Cache-Control"] == "private, no-store"

from datetime import date

import pytest
from django.test import override_settings
from procrastinate.contrib.django.models import ProcrastinateJob

from suluh.monitoring.models import Finding
from suluh.monitoring.services.alerts import alert_deliver, alert_mail_send, alert_text, alerts_defer
from suluh.organization.models import Membership, Person, Role, Unit
from tests.monitoring.services.world import NOW
from tests.support.ports import free_port

pytestmark = pytest.mark.django_db


@pytest.fixture
def infected(site):
    return Finding.objects.create(
        site=site,
        unit=site.unit,
        code="infected",
        severity="high",
        message="Terindikasi disisipi judi: 14 tautan tersembunyi.",
        step="Hubungi penyedia hosting.",
        state=Finding.State.OPEN,
        first_seen=NOW,
        last_seen=NOW,
        opened_at=NOW,
    )


def member(email, role, unit, **term):
    person = Person.objects.create_user(email, name=email)
    Membership.objects.create(person=person, unit=unit, role=role, valid_from=date(2025, 1, 1), **term)
    return person


def mails() -> list[dict]:
    """What is queued for the mail server: which finding for whom."""
    return [job.args for job in ProcrastinateJob.objects.filter(task_name="monitoring.alert-mail")]


def test_the_unit_and_the_coordinators_get_one_mail_each_and_only_once(infected, make_site, mailoutbox):
    root = Unit.objects.create(name="Pemerintah", slug="pemda", kind="main", sort_key="pemda", path="9000/")
    Unit.objects.filter(pk=infected.unit_id).update(parent=root, path=f"{root.path}{infected.unit_id}/")
    member("admin@arunika.example", Role.UNIT_OFFICER, infected.unit)
    member("kabid@arunika.example", Role.COORDINATOR, root, subtree=True)
    member("lama@arunika.example", Role.UNIT_OFFICER, infected.unit, valid_until=date(2025, 6, 1))
    member("lain@arunika.example", Role.UNIT_OFFICER, make_site("lain").unit)

    assert alert_deliver(finding_id=infected.pk) == 2
    assert alert_deliver(finding_id=infected.pk) == 0
    assert all(alert_mail_send(**mail) for mail in mails())
    assert sorted(mail.to[0] for mail in mailoutbox) == ["admin@arunika.example", "kabid@arunika.example"]
    assert infected.message in mailoutbox[0].body


def test_a_finding_that_has_closed_meanwhile_alerts_nobody(infected, mailoutbox):
    person = member("admin@arunika.example", Role.UNIT_OFFICER, infected.unit)
    Finding.objects.update(state=Finding.State.GONE)

    assert alert_deliver(finding_id=infected.pk) == 0
    assert not alert_mail_send(finding_id=infected.pk, person_id=person.pk)
    assert mailoutbox == []


def test_a_mail_server_that_is_away_costs_nobody_the_alert(infected, mailoutbox):
    member("admin@arunika.example", Role.UNIT_OFFICER, infected.unit)
    alert_deliver(finding_id=infected.pk)
    (mail,) = mails()
    with (
        override_settings(
            EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
            EMAIL_HOST="127.0.0.1",
            EMAIL_PORT=free_port(),
        ),
        pytest.raises(OSError, match="refused"),
    ):
        alert_mail_send(**mail)

    assert alert_mail_send(**mail)
    assert len(mailoutbox) == 1


def test_a_coordinator_of_another_district_is_not_told(infected, make_site):
    member("camat@arunika.example", Role.COORDINATOR, make_site("lain").unit, subtree=True)

    assert alert_deliver(finding_id=infected.pk) == 0


def test_words_of_a_hostile_page_begin_no_header(infected, mailoutbox):
    person = member("admin@arunika.example", Role.UNIT_OFFICER, infected.unit)
    Finding.objects.update(message="Judul\r\nBcc: semua@jahat.example\r\n\r\nIsi lain")

    assert alert_mail_send(finding_id=infected.pk, person_id=person.pk)
    assert mailoutbox[0].recipients() == ["admin@arunika.example"]
    assert "\n" not in mailoutbox[0].subject


def test_only_what_cannot_wait_is_queued(infected):
    slow = Finding(pk=infected.pk + 1, code="slow")

    alerts_defer(findings=[infected, slow])

    assert [job.args for job in ProcrastinateJob.objects.filter(task_name="monitoring.alert")] == [
        {"finding_id": infected.pk}
    ]


def test_the_text_for_whatsapp_says_what_was_seen_what_to_do_and_where_the_proof_is(infected, settings):
    settings.CONFIG = settings.CONFIG.model_copy(update={"base_url": "https://suluh.arunika.example"})

    lines = alert_text(infected).splitlines()

    assert lines[0] == f"{infected.unit.name}: {infected.message}"
    assert lines[1] == infected.step
    assert f"https://suluh.arunika.example/temuan/{infected.pk}/" in lines[2]

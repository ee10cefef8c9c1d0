from datetime import date

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from suluh.monitoring.models import Finding
from suluh.monitoring.services.alerts import alert_deliver, alert_text, alerts_defer
from suluh.organization.models import Membership, Person, Role, Unit
from tests.monitoring.services.world import NOW

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


def test_the_unit_and_the_coordinators_get_one_mail_each_and_only_once(infected, make_site, mailoutbox):
    root = Unit.objects.create(name="Pemerintah", slug="pemda", kind="main", sort_key="pemda")
    member("admin@arunika.example", Role.UNIT_OFFICER, infected.unit)
    member("kabid@arunika.example", Role.COORDINATOR, root, subtree=True)
    member("lama@arunika.example", Role.UNIT_OFFICER, infected.unit, valid_until=date(2025, 6, 1))
    member("lain@arunika.example", Role.UNIT_OFFICER, make_site("lain").unit)

    assert alert_deliver(finding_id=infected.pk) == 2
    assert alert_deliver(finding_id=infected.pk) == 0
    assert sorted(mail.to[0] for mail in mailoutbox) == ["admin@arunika.example", "kabid@arunika.example"]
    assert infected.message in mailoutbox[0].body


def test_a_finding_that_has_closed_meanwhile_alerts_nobody(infected, mailoutbox):
    member("admin@arunika.example", Role.UNIT_OFFICER, infected.unit)
    Finding.objects.update(state=Finding.State.GONE)

    assert alert_deliver(finding_id=infected.pk) == 0
    assert mailoutbox == []


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

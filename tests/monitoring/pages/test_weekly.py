"""The week by mail: who gets it, what it tells, and that it stays silent where there is nothing to tell."""

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from suluh.monitoring.services.weekly import weekly_mail_send, weekly_mails_defer
from suluh.organization.models import Membership, Person
from suluh.organization.rights import OPERATOR
from suluh.organization.services.sealing import seal_pending
from suluh.organization.services.units import unit_add


def queued() -> list[int]:
    jobs = ProcrastinateJob.objects.filter(task_name="monitoring.weekly-mail", status="todo")
    return sorted(job.args["person_id"] for job in jobs)


def test_whoever_holds_a_role_and_wants_it_gets_one_mail(regency):
    Person.objects.filter(pk=regency.officer.pk).update(wants_digest=False)
    Person.objects.create_user("tanpa-peran@arunika.example", name="Tanpa peran")

    weekly_mails_defer()
    weekly_mails_defer()

    holders = set(Membership.objects.values_list("person_id", flat=True)) - {regency.officer.pk}
    assert queued() == sorted(holders)


def test_who_has_declined_meanwhile_gets_none(regency, mailoutbox):
    Person.objects.filter(pk=regency.coordinator.pk).update(wants_digest=False)

    assert not weekly_mail_send(person_id=regency.coordinator.pk)
    assert mailoutbox == []


def test_an_overseer_reads_the_government_and_where_the_trail_ends(regency, mailoutbox):
    unit_add(name="Dinas Baru", kind="opd", parent=regency.root, by=OPERATOR)
    seal_pending()

    assert weekly_mail_send(person_id=regency.coordinator.pk)

    (mail,) = mailoutbox
    assert mail.to == [regency.coordinator.email]
    assert "Minggu ini" in mail.body
    assert "Jejak audit: entri" in mail.body
    assert "/profil/" in mail.body


def test_an_officer_reads_the_own_units_only(regency, mailoutbox):
    own = Membership.objects.get(person=regency.officer).unit

    assert weekly_mail_send(person_id=regency.officer.pk)

    assert f"*{own.name}*" in mailoutbox[0].body
    assert "Jejak audit" not in mailoutbox[0].body


@pytest.mark.django_db
def test_nothing_is_told_before_a_site_was_looked_at(mailoutbox):
    person = Person.objects.create_user("kabid@arunika.example", name="Kepala Bidang")

    assert not weekly_mail_send(person_id=person.pk)
    assert mailoutbox == []

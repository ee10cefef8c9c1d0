"""Mails about work in the newsroom: to whom, once, only what is still true, and as often as the person wants them."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from suluh.newsroom.models import Nudge, RepostShare, Slot
from suluh.newsroom.services.approving import story_approve
from suluh.newsroom.services.comments import comment_add
from suluh.newsroom.services.deputies import deputy_appoint
from suluh.newsroom.services.nudge_mails import nudge_mail_send
from suluh.newsroom.services.nudging import nudges_gather
from suluh.newsroom.services.reposts import repost_ask
from suluh.newsroom.services.vacancies import vacancies_tend
from suluh.organization.models import Membership, Person, Role
from suluh.organization.rights import OPERATOR
from tests.newsroom.ruling import HEAD, with_steps
from tests.newsroom.telling import connected, live, submitted
from tests.world import appointed, build_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return build_world()


def told(kind: str) -> set[str]:
    return set(Nudge.objects.filter(kind=kind).values_list("person__email", flat=True))


def gather(**more) -> int:
    return nudges_gather(timezone.now(), **more)


def test_who_holds_the_step_is_told_once_however_often_it_is_gathered(world):
    submitted(world)

    gather()
    gather()

    assert told("approve") == {"kominfo@arunika.example", "admin@arunika.example"}
    assert Nudge.objects.count() == 2


def test_the_next_step_is_told_to_those_who_hold_that(world):
    head = appointed("kadis@arunika.example", Role.LEADER, world.health)
    with_steps(HEAD)
    story = submitted(world)
    gather()
    assert "kadis@arunika.example" in told("approve")
    assert "kominfo@arunika.example" not in told("approve")

    story_approve(story=story, seen=1, by=head)
    gather()
    assert "kominfo@arunika.example" in told("approve")


def test_a_deputy_is_told_beside_the_principal(world):
    today = timezone.localdate()
    days = {"valid_from": today, "valid_until": today + timedelta(days=2)}
    deputy_appoint(principal=world.coordinator, deputy=world.sibling, reason="Cuti", by=OPERATOR, **days)
    submitted(world)

    gather()

    assert world.sibling.email in told("approve")


def test_one_mail_names_everything_with_its_page_and_how_to_end_the_mails(world):
    story = submitted(world)
    comment_add(story=story, text="Cek angkanya @kominfo", by=world.officer)
    gather()

    assert nudge_mail_send(person_id=world.coordinator.pk) == 2

    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == ([world.coordinator.email], "2 hal di redaksi menunggu Anda")
    assert f"/redaksi/naskah/{story.pk}/setujui/" in sent.body
    assert "Dinkes menyebut Anda: Cek angkanya @kominfo" in sent.body
    assert "/register/profil/" in sent.body


def test_a_mail_is_sent_once(world):
    submitted(world)
    gather()
    nudge_mail_send(person_id=world.coordinator.pk)

    assert nudge_mail_send(person_id=world.coordinator.pk) == 0
    assert len(mail.outbox) == 1


def test_what_was_decided_meanwhile_is_not_mailed(world):
    story = submitted(world)
    gather()
    story_approve(story=story, seen=1, channels=[connected(world)], by=world.coordinator)

    assert nudge_mail_send(person_id=world.admin.pk) == 0
    assert mail.outbox == []


def test_whoever_wants_no_mails_gets_none(world):
    Person.objects.filter(pk=world.coordinator.pk).update(work_mail=Person.WorkMail.NONE)
    submitted(world)

    gather()

    assert told("approve") == {"admin@arunika.example"}


def test_whoever_wants_one_mail_a_day_is_served_by_the_mornings_run_alone(world):
    Person.objects.update(work_mail=Person.WorkMail.DAILY)
    submitted(world)

    assert gather() == 0
    assert gather(daily=True) == 2


def test_officers_are_told_of_a_call_to_carry_on_and_reminded_before_it_ends(world):
    repost_ask(delivery=live(world), units=[world.social], caption="Ikut sebarkan", by=world.coordinator)
    gather()
    assert told("repost") == {world.sibling.email}

    call = RepostShare.objects.get().call
    nudges_gather(call.due_at - timedelta(hours=3))
    assert list(Nudge.objects.filter(kind="repost").values_list("stage", flat=True)) == ["new", "soon"]


def test_an_entry_of_tomorrow_without_a_story_reminds_its_unit(world):
    at = timezone.now() + timedelta(hours=20)
    Slot.objects.create(unit=world.health, title="Jadwal imunisasi", kind="service", at=at)

    gather()
    nudge_mail_send(person_id=world.officer.pk)

    assert told("slot") == {world.officer.email}
    assert "Jadwal imunisasi · Dinas Kesehatan" in mail.outbox[0].body


def test_a_vacant_step_is_told_to_those_who_can_appoint(world):
    head = appointed("kadis@arunika.example", Role.LEADER, world.health)
    with_steps(HEAD)
    submitted(world)
    Membership.objects.filter(person__in=[head, world.leader]).delete()
    vacancies_tend(timezone.now())

    gather()

    assert told("vacant") == {world.coordinator.email, world.admin.email}

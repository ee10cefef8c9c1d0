"""A notice without delay: from a template over one approval to every channel, updated, over, taken back."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from suluh.channels.models import Channel, Delivery
from suluh.newsroom.errors import NoticeLacks, NoticeMoved, NotOwnReview
from suluh.newsroom.models import Deputy, Notice
from suluh.newsroom.notice_duties import notices_waiting
from suluh.newsroom.selectors.notices import notice_file, notices_visible_to
from suluh.newsroom.selectors.public_notices import notices_in_force
from suluh.newsroom.services.notice_issuing import (
    notice_clear,
    notice_extend,
    notice_issue,
    notice_withdraw,
    version_review,
)
from suluh.newsroom.services.notices import notice_drop, notice_fill, notice_reopen, notice_return, notice_submit
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Account, Membership, Role
from suluh.organization.permissions import may
from tests.newsroom.noticing import begun, issued, submitted_notice, written
from tests.newsroom.telling import connected
from tests.world import appointed, build_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return build_world()


@pytest.fixture
def channel(world):
    return connected(world)


def updated(version, world, said="Air naik."):
    notice = notice_reopen(notice=version.notice, seen=version.notice.seen, by=world.officer)
    notice = notice_fill(notice=notice, seen=notice.seen, by=world.officer, said=said, hazard="Air setinggi 1 m.")
    notice = notice_submit(notice=notice, seen=notice.seen, by=world.officer)
    return notice_issue(notice=notice, seen=notice.seen, by=world.coordinator)


def test_a_form_that_a_bad_connection_sends_ten_times_is_one_notice(world):
    token = uuid4()
    assert len({begun(world, token=token).pk for _ in range(10)}) == 1


def test_another_units_officer_writes_nothing(world):
    with pytest.raises(NotAllowed):
        begun(world, by=world.sibling)


@pytest.mark.parametrize(
    "told", [{"hazard": "…"}, {"areas": ()}, {"avoid": "Lewat …"}, {"contact": " "}, {"title": "Banjir di …"}]
)
def test_without_hazard_area_action_and_contact_nothing_goes_out(world, told):
    notice = written(world, **told)
    with pytest.raises(NoticeLacks):
        notice_submit(notice=notice, seen=notice.seen, by=world.officer)


def test_everything_else_may_be_missing(world):
    version = issued(world, affected="", evacuation="", help="", announcer="", spreading="", efforts="")
    assert version.notice.state == Notice.State.IN_FORCE


def test_a_unit_officer_does_not_issue(world):
    notice = submitted_notice(world)
    with pytest.raises(NotAllowed):
        notice_issue(notice=notice, seen=notice.seen, by=world.officer)


def test_nobody_approves_words_that_changed_since(world):
    notice = submitted_notice(world)
    notice_fill(notice=notice, seen=notice.seen, by=world.officer, hazard="Air surut.")
    with pytest.raises(NoticeMoved):
        notice_issue(notice=notice, seen=notice.seen, by=world.coordinator)


def test_two_approvers_issue_it_once(world, channel):
    notice = submitted_notice(world)
    notice_issue(notice=notice, seen=notice.seen, by=world.coordinator)
    with pytest.raises(NoticeMoved):
        notice_issue(notice=notice, seen=notice.seen, by=world.admin)
    assert Delivery.objects.count() == 1


def test_it_goes_before_everything_that_waits(world, channel):
    version = issued(world)
    delivery = Delivery.objects.get(source=version.source)
    assert delivery.urgent
    assert delivery.due_at <= timezone.now()


def test_a_deputy_of_the_head_issues_and_speaks_on_the_units_channel(world, channel):
    deputy = appointed("plh.dinkes@arunika.example", Role.LEADER, world.health)
    notice = submitted_notice(world)
    notice_issue(notice=notice, seen=notice.seen, by=deputy)
    assert Delivery.objects.get().planned_by == deputy


def test_channels_of_the_area_speak_too(world):
    account = Account.objects.create(unit=world.village, platform="whatsapp", handle="Desa Embun")
    Channel.objects.create(unit=world.village, account=account, platform="handoff")
    issued(world)
    assert Delivery.objects.get().channel.unit == world.village


def test_whoever_stands_in_for_the_head_issues_with_the_heads_right(world, channel):
    head = appointed("kadis@arunika.example", Role.LEADER, world.health)
    today = timezone.localdate()
    Deputy.objects.create(
        principal=head, deputy=world.sibling, reason="Dinas luar", valid_from=today, valid_until=today
    )
    notice = submitted_notice(world)
    assert notice in notices_visible_to(world.sibling)
    notice_issue(notice=notice, seen=notice.seen, by=world.sibling)
    assert Delivery.objects.get().channel == channel


def test_a_role_that_ended_a_minute_ago_issues_nothing(world):
    notice = submitted_notice(world)
    assert may(world.coordinator, "notice.issue", notice)
    Membership.objects.filter(person=world.coordinator).update(valid_until=timezone.localdate() - timedelta(days=1))
    with pytest.raises(NotAllowed):
        notice_issue(notice=notice, seen=notice.seen, by=world.coordinator)


def test_what_was_written_and_issued_by_one_person_is_reviewed_by_another(world):
    notice = written(world, by=world.coordinator)
    version = notice_issue(notice=notice, seen=notice.seen, by=world.coordinator)
    assert version.alone
    with pytest.raises(NotOwnReview):
        version_review(version=version, review="Benar.", by=world.coordinator)
    assert [duty.action for duty in notices_waiting(world.admin)] != []
    version_review(version=version, review="Benar, air memang naik.", by=world.admin)
    assert list(notices_waiting(world.admin)) == []


def test_four_eyes_need_no_review(world):
    assert not issued(world).alone


def test_an_update_goes_to_every_channel_and_calls_off_what_was_not_sent_yet(world, channel):
    first = issued(world)
    second = updated(first, world)
    states = {one.source: one.state for one in Delivery.objects.all()}
    assert states == {first.source: Delivery.State.DROPPED, second.source: Delivery.State.WAITING}
    assert "Air naik." in Delivery.objects.get(source=second.source).content["text"]


def test_while_an_update_is_written_the_public_reads_the_version_in_force(world):
    version = issued(world)
    notice = notice_reopen(notice=version.notice, seen=version.notice.seen, by=world.officer)
    notice_fill(notice=notice, seen=notice.seen, by=world.officer, hazard="Belum pasti.")
    (shown,) = notices_in_force()
    assert shown.words.hazard == version.words["hazard"]


def test_discarding_an_update_leaves_the_version_in_force(world):
    version = issued(world)
    notice = notice_reopen(notice=version.notice, seen=version.notice.seen, by=world.officer)
    notice = notice_drop(notice=notice, seen=notice.seen, by=world.officer)
    assert (notice.state, notice.words) == (Notice.State.IN_FORCE, version.words)


def test_a_withdrawal_reaches_every_channel_that_told_of_it_and_keeps_what_was_said(world, channel):
    version = issued(world)
    Delivery.objects.update(state=Delivery.State.LIVE, settled_at=timezone.now())
    notice = version.notice
    last = notice_withdraw(notice=notice, said="Lokasinya keliru.", seen=notice.seen, by=world.coordinator)
    text = Delivery.objects.get(source=last.source).content["text"]
    assert "Lokasinya keliru." in text
    assert Delivery.objects.filter(deed=Delivery.Deed.WITHDRAW, amends__source=version.source).count() == 1
    assert [one.act for one in notice.versions.all()] == ["alert", "withdrawn"]
    assert notices_in_force() == []


def test_a_card_of_an_earlier_version_is_not_left_for_a_person_to_post(world):
    account = Account.objects.create(unit=world.health, platform="whatsapp", handle="Dinkes")
    Channel.objects.create(unit=world.health, account=account, platform="handoff")
    first = issued(world)
    Delivery.objects.update(state=Delivery.State.BY_HAND)
    updated(first, world)
    assert Delivery.objects.get(source=first.source).state == Delivery.State.DROPPED


def test_whoever_was_told_is_told_what_changed_whoever_changes_it(world):
    account = Account.objects.create(unit=world.root, platform="whatsapp", handle="Kabupaten")
    above = Channel.objects.create(unit=world.root, account=account, platform="handoff")
    notice = issued(world).notice
    head = appointed("kadis@arunika.example", Role.LEADER, world.health)
    last = notice_withdraw(notice=notice, said="Lokasinya keliru.", seen=notice.seen, by=head)
    assert Delivery.objects.get(source=last.source).channel == above


def test_a_channel_that_shows_pictures_alone_gets_the_notice_as_one(world, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.CONFIG = settings.CONFIG.model_copy(update={"base_url": "https://suluh.arunika.example"})
    account = Account.objects.create(unit=world.health, platform="instagram", handle="dinkes")
    Channel.objects.create(unit=world.health, account=account, platform="instagram", address="https://graph.example")
    version = issued(world)
    (medium,) = Delivery.objects.get(source=version.source).content["media"]
    assert medium["mime"] == "image/jpeg"
    assert version.words["contact"] in medium["alt"]


def test_its_end_asks_a_person_and_declares_nothing_over(world):
    version = issued(world)
    Notice.objects.update(ends_at=timezone.now() - timedelta(minutes=1))
    (shown,) = notices_in_force()
    (duty,) = notices_waiting(world.officer)
    assert shown.overdue
    assert duty.urgent
    assert version.notice.state == Notice.State.IN_FORCE


def test_a_notice_that_nobody_declares_over_leaves_the_banner_after_a_day(world):
    issued(world)
    Notice.objects.update(ends_at=timezone.now() - timedelta(hours=25))
    assert notices_in_force() == []


def test_declared_over_it_leaves_the_table_and_the_banner(world):
    notice = issued(world).notice
    notice_clear(notice=notice, said="Air surut.", seen=notice.seen, by=world.coordinator)
    assert notices_in_force() == []
    assert list(notices_waiting(world.officer)) == []


def test_extended_it_is_an_update_with_another_end(world):
    notice = issued(world).notice
    ends = timezone.now() + timedelta(days=2)
    version = notice_extend(notice=notice, ends_at=ends, said="Berlaku lebih lama.", seen=notice.seen, by=world.admin)
    assert version.act == "update"
    assert Notice.objects.get().ends_at == ends


def test_a_returned_notice_lies_with_its_writer(world):
    notice = submitted_notice(world)
    notice = notice_return(notice=notice, note="Sebut jamnya.", seen=notice.seen, by=world.coordinator)
    (duty,) = notices_waiting(world.officer)
    assert (notice.work, duty.reason) == (Notice.Work.WRITING, "Sebut jamnya.")


def test_the_time_from_sending_to_the_first_channel_is_told(world, channel):
    version = issued(world)
    live = version.submitted_at + timedelta(seconds=42)
    Delivery.objects.update(state=Delivery.State.LIVE, settled_at=live)
    (told,) = notice_file(version.notice, world.coordinator).versions
    assert told.first_after == timedelta(seconds=42)

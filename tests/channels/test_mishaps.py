"""What happens around deliveries on their way: accounts that go, tokens taken back, files that vanish."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from suluh.channels.errors import RulesBroken
from suluh.channels.frozen import Content, StoredMedium
from suluh.channels.models import Channel, Delivery
from suluh.channels.services.claims import claim
from suluh.channels.services.connecting import channel_connect
from suluh.channels.services.planning import deliveries_plan
from suluh.channels.services.pump import channels_due
from suluh.channels.tasks import channels_wake
from suluh.demo.platforms.faults import Fault, Step
from suluh.organization.media_store import keep
from suluh.organization.models import Account
from suluh.organization.rights import OPERATOR
from suluh.organization.services.accounts import account_retire
from tests.channels.speaking import QUICK, SECRETS
from tests.platforms.errands import WITH_PICTURE

State = Delivery.State
PIXEL = WITH_PICTURE.media[0].content


def again(delivery):
    delivery.refresh_from_db()
    return delivery


def with_picture():
    name, digest = keep(PIXEL)
    return Content("Imunisasi campak.", "Imunisasi", media=(StoredMedium(name, "image/png", digest, "Poster"),))


def planned(speaking, content):
    (made,) = deliveries_plan(
        source="story:1:1",
        unit=speaking.world.health,
        contents={speaking.channel("mastodon"): content},
        due_at=timezone.now(),
        by=OPERATOR,
    )
    return made


def test_nothing_is_sent_to_an_account_that_was_retired(speaking):
    (delivery,) = speaking.plan("mastodon")
    account_retire(account=speaking.channel("mastodon").account, by=OPERATOR)

    speaking.run("mastodon")

    channel = Channel.objects.get(pk=speaking.channel("mastodon").pk)
    assert channel.state == Channel.State.LOST
    assert "register" in channel.reason
    assert again(delivery).state == State.WAITING
    assert speaking.texts == []


@pytest.mark.parametrize("platform", ["mastodon", "bluesky", "facebook", "threads"])
def test_a_token_taken_back_in_mid_burst_holds_the_rest_until_it_is_mended(speaking, platform):
    deliveries = [speaking.plan(platform)[0] for _ in range(2)]
    speaking.run(platform)
    deliveries += [speaking.plan(platform)[0] for _ in range(2)]
    speaking.servers.script.steps = [Step(Fault.EXPIRED, platform=platform)]
    speaking.run(platform)
    states = [again(one).state for one in deliveries]
    channel = speaking.channel(platform)

    given = speaking.servers.access(platform, "dinkes").secrets
    channel_connect(holder=channel.account, address=channel.address, secrets=given, by=OPERATOR)
    speaking.run(platform)

    assert states == [State.LIVE, State.LIVE, State.WAITING, State.WAITING]
    assert [text[-2] for text in speaking.texts] == ["1", "2", "3", "4"]


def test_a_file_that_vanished_fails_its_own_delivery_alone(speaking):
    lame = planned(speaking, with_picture())
    (next_one,) = speaking.plan("mastodon")
    Path(default_storage.path(lame.content["media"][0]["name"])).unlink()

    speaking.run("mastodon")

    assert again(lame).state == State.FAILED
    assert "tidak ada lagi" in lame.reason
    assert again(next_one).state == State.LIVE


def test_a_file_that_is_not_what_was_approved_is_not_sent(speaking):
    lame = planned(speaking, with_picture())
    Path(default_storage.path(lame.content["media"][0]["name"])).write_bytes(PIXEL + b"lain")

    speaking.run("mastodon")

    assert again(lame).state == State.FAILED
    assert speaking.texts == []


def test_a_file_that_vanished_before_approval_is_told_then(speaking):
    content = with_picture()
    Path(default_storage.path(content.media[0].name)).unlink()

    with pytest.raises(RulesBroken):
        planned(speaking, content)


def test_a_file_that_vanished_after_sending_does_not_hide_the_post(speaking):
    lame = planned(speaking, with_picture())
    speaking.servers.script.plan = [Fault.NONE, Fault.CUT_AFTER]
    speaking.run("mastodon", steps=1)
    Delivery.objects.filter(pk=lame.pk).update(state=State.SENDING, settled_at=None, next_at=timezone.now())
    Path(default_storage.path(lame.content["media"][0]["name"])).unlink()

    speaking.run("mastodon")

    assert again(lame).state == State.LIVE


def test_a_delivery_falls_due_at_its_moment_in_whatever_zone_it_was_said(speaking):
    (delivery,) = speaking.plan("mastodon")
    moment = datetime(2026, 4, 6, 8, 0, tzinfo=ZoneInfo("Asia/Jayapura"))
    Delivery.objects.update(due_at=moment, next_at=moment)
    channel = delivery.channel_id

    early = claim(
        channel_id=channel, lease="a", pace=QUICK, now=datetime(2026, 4, 5, 22, 59, 59, tzinfo=ZoneInfo("UTC"))
    )
    due = claim(
        channel_id=channel, lease="b", pace=QUICK, now=datetime(2026, 4, 6, 6, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
    )

    assert early is None
    assert due is not None


def test_channels_with_something_urgent_are_named_apart(speaking):
    speaking.plan("mastodon")
    speaking.plan("bluesky", urgent=True)

    assert channels_due(timezone.now(), urgent_only=True) == [speaking.channel("bluesky").pk]


def test_a_run_makes_way_for_what_is_urgent_elsewhere(speaking):
    plain = [speaking.plan("mastodon")[0] for _ in range(3)]
    speaking.plan("bluesky", urgent=True)

    speaking.run("mastodon", steps=1)

    assert [again(one).state for one in plain] == [State.LIVE, State.WAITING, State.WAITING]


def test_the_job_of_an_urgent_channel_goes_before_all_others(speaking):
    from procrastinate.contrib.django.models import ProcrastinateJob

    for _ in range(2):
        other = Account.objects.create(unit=speaking.world.health, platform="bluesky", handle=f"d{_}")
        channel = channel_connect(
            holder=other, address=speaking.servers.address("bluesky"), secrets=SECRETS, by=OPERATOR
        )
        content = {channel: Content("Imunisasi campak.")}
        deliveries_plan(
            source="story:8:1", unit=speaking.world.health, contents=content, due_at=timezone.now(), by=OPERATOR
        )
    channels_wake()
    speaking.plan("mastodon", urgent=True)

    channels_wake()

    first = ProcrastinateJob.objects.order_by("-priority", "id").first()
    assert first.args == {"channel_id": speaking.channel("mastodon").pk}


def test_what_was_said_stays_sendable_when_its_story_is_deleted(speaking):
    """A delivery carries its own words; its source is a name and no row."""
    (delivery,) = speaking.plan("mastodon", source="story:404:1")

    speaking.run("mastodon")

    assert again(delivery).state == State.LIVE


def test_a_worker_that_lost_its_lease_writes_nothing_down(speaking):
    (delivery,) = speaking.plan("mastodon")
    step = claim(channel_id=delivery.channel_id, lease="lama", pace=QUICK, now=timezone.now())
    past = timezone.now() - timedelta(seconds=1)
    Delivery.objects.filter(pk=delivery.pk).update(lease_until=past, next_at=past)
    claim(channel_id=delivery.channel_id, lease="baru", pace=QUICK, now=timezone.now())

    from suluh.channels.services.outcomes import settle
    from suluh.platforms.values import Refused

    settle(step=step, outcome=Refused("Terlambat."), at=timezone.now(), seconds=0.1, pace=QUICK)

    assert again(delivery).state == State.SENDING
    assert delivery.lease == "baru"

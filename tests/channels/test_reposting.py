"""A unit's channel carries a live post on, as certain and as often as any other delivery."""

from datetime import timedelta

import pytest
from django.utils import timezone

from suluh.channels.errors import NotSettledSo
from suluh.channels.models import Channel, Delivery
from suluh.channels.services.amending import deliveries_withdraw
from suluh.channels.services.claims import claim
from suluh.channels.services.connecting import channel_connect
from suluh.channels.services.deciding import delivery_confirm
from suluh.channels.services.pump import channel_run
from suluh.channels.services.reposting import delivery_repost
from suluh.demo.platforms.faults import Fault, Step
from suluh.kernel.http.client import Client, Limits
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Account
from suluh.organization.rights import OPERATOR
from tests.channels.speaking import QUICK

NATIVE = ("bluesky", "mastodon", "x", "threads")
State = Delivery.State


def original(speaking, platform):
    (post,) = speaking.plan(platform, source="story:7:1")
    speaking.run(platform)
    post.refresh_from_db()
    assert post.state == State.LIVE
    return post


def other(speaking, platform):
    """The district's own channel on the same platform."""
    access = speaking.servers.access(platform, "distrik")
    account = Account.objects.create(unit=speaking.world.district, platform=platform, handle="@distrik")
    return channel_connect(holder=account, address=access.address, secrets=access.secrets, by=OPERATOR)


def run(channel, steps=12):
    for _ in range(steps):
        Channel.objects.update(posted_at=None, resting_until=None)
        client = Client(allow_private=True, limits=Limits(total=15.0))
        if not channel_run(channel_id=channel.pk, client=client, pace=QUICK):
            return


def carried(speaking):
    return [post for post in speaking.servers.shown.posts if "carries" in post.more]


def repost(post, channel, by=OPERATOR):
    return delivery_repost(original=post, channel=channel, source="repost:1:1", by=by)


@pytest.mark.parametrize("platform", NATIVE)
def test_a_live_post_is_carried_on(speaking, platform):
    post, channel = original(speaking, platform), other(speaking, platform)

    made = repost(post, channel)
    run(channel)

    made.refresh_from_db()
    assert (made.state, made.carries_id, made.unit_id) == (State.LIVE, post.pk, speaking.world.district.pk)
    assert made.url
    assert len(carried(speaking)) == 1


@pytest.mark.parametrize("platform", NATIVE)
def test_a_worker_that_died_meanwhile_carries_nothing_on_twice(speaking, platform):
    post, channel = original(speaking, platform), other(speaking, platform)
    made = repost(post, channel)
    signs_in_first = platform in ("bluesky", "x")
    speaking.servers.script.plan = [*([Fault.NONE] * signs_in_first), Fault.CUT_AFTER]
    run(channel, steps=1)
    past = timezone.now() - timedelta(seconds=1)
    Delivery.objects.filter(pk=made.pk).update(lease_until=past, next_at=past)

    run(channel)

    made.refresh_from_db()
    assert made.state == State.LIVE
    assert len(carried(speaking)) == 1


def test_a_dead_workers_repost_is_looked_for_before_anything_is_sent(speaking):
    post, channel = original(speaking, "threads"), other(speaking, "threads")
    made = repost(post, channel)
    claim(channel_id=channel.pk, lease="mati", pace=QUICK, now=timezone.now())
    past = timezone.now() - timedelta(seconds=1)
    Delivery.objects.filter(pk=made.pk).update(lease_until=past, next_at=past)

    run(channel)

    made.refresh_from_db()
    assert [attempt.kind for attempt in made.attempts.all()] == ["look", "send"]
    assert made.state == State.LIVE


def test_asked_twice_with_one_source_it_is_planned_once(speaking):
    post, channel = original(speaking, "mastodon"), other(speaking, "mastodon")

    assert repost(post, channel).pk == repost(post, channel).pk


def test_what_was_taken_down_meanwhile_is_not_carried_on(speaking):
    post, channel = original(speaking, "mastodon"), other(speaking, "mastodon")
    made = repost(post, channel)
    deliveries_withdraw(about="story:7", reason="Jadwalnya batal.", by=OPERATOR)
    speaking.run("mastodon")

    run(channel)

    made.refresh_from_db()
    assert made.state == State.FAILED
    assert "tidak ada lagi" in made.reason
    assert not carried(speaking)


def test_only_a_platform_with_a_repost_of_its_own_is_asked(speaking):
    post, channel = original(speaking, "facebook"), other(speaking, "facebook")

    with pytest.raises(NotSettledSo):
        repost(post, channel)


def test_who_does_not_speak_for_the_unit_carries_nothing_on(speaking):
    post, channel = original(speaking, "mastodon"), other(speaking, "mastodon")

    with pytest.raises(NotAllowed):
        repost(post, channel, by=speaking.world.officer)


def test_a_person_settles_a_repost_that_nobody_can_know(speaking):
    post, channel = original(speaking, "threads"), other(speaking, "threads")
    made = repost(post, channel)
    speaking.servers.script.steps = [
        Step(Fault.ERROR_AFTER, path="/repost"),
        Step(Fault.CUT_BEFORE, path="/me/threads", times=20),
    ]
    run(channel)
    made.refresh_from_db()
    assert made.state == State.UNCLEAR

    delivery_confirm(delivery=made, url="", by=OPERATOR)

    made.refresh_from_db()
    assert made.state == State.LIVE
    assert len(carried(speaking)) == 1

"""A delivery is shown once, in its order, or a person is asked."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from suluh.channels.models import Channel, Delivery
from suluh.channels.services.claims import claim
from suluh.channels.services.deciding import delivery_confirm, delivery_send_again
from suluh.channels.services.planning import delivery_drop
from suluh.channels.services.pump import channels_due
from suluh.demo.platforms.faults import Fault
from suluh.demo.platforms.shown import REVOKED
from suluh.organization.errors import NotAllowed, Refused
from suluh.organization.models import Event
from suluh.organization.rights import OPERATOR
from tests.channels.speaking import QUICK

WITH_MEANS = ("wordpress", "bluesky", "mastodon")
State = Delivery.State


def again(delivery):
    delivery.refresh_from_db()
    return delivery


def claimed(speaking, platform, lease="mati"):
    """A worker claims the next step and is never heard of again."""
    return claim(channel_id=speaking.channel(platform).pk, lease=lease, pace=QUICK, now=timezone.now())


def lease_ran_out(delivery):
    past = timezone.now() - timedelta(seconds=1)
    Delivery.objects.filter(pk=delivery.pk).update(lease_until=past, next_at=past)


@pytest.mark.parametrize("platform", [*WITH_MEANS, "telegram"])
def test_what_is_due_goes_live_with_its_address_and_an_event(speaking, platform):
    (delivery,) = speaking.plan(platform)

    speaking.run(platform)

    assert again(delivery).state == State.LIVE
    assert delivery.url
    assert len(speaking.texts) == 1
    assert Event.objects.filter(code="delivery.live", subject=f"delivery:{delivery.pk}").count() == 1


def test_what_is_planned_twice_is_one_delivery(speaking):
    first = speaking.plan("bluesky", source="story:7:1")
    second = speaking.plan("bluesky", source="story:7:1")

    assert [one.pk for one in first] == [one.pk for one in second]


@pytest.mark.parametrize("platform", WITH_MEANS)
def test_a_worker_that_died_before_it_sent_costs_nothing(speaking, platform):
    (delivery,) = speaking.plan(platform)
    claimed(speaking, platform)
    lease_ran_out(delivery)

    speaking.run(platform)

    assert again(delivery).state == State.LIVE
    assert len(speaking.texts) == 1


@pytest.mark.parametrize("platform", WITH_MEANS)
def test_a_worker_that_died_after_it_sent_is_not_repeated(speaking, platform):
    (delivery,) = speaking.plan(platform)
    speaking.run(platform)
    Delivery.objects.filter(pk=delivery.pk).update(
        state=State.SENDING, remote="", url="", notes={}, settled_at=None, next_at=timezone.now()
    )

    speaking.run(platform)

    assert again(delivery).state == State.LIVE
    assert len(speaking.texts) == 1


def test_where_nothing_can_be_asked_a_dead_worker_leads_to_a_person(speaking):
    (delivery,) = speaking.plan("telegram")
    claimed(speaking, "telegram")
    lease_ran_out(delivery)

    speaking.run("telegram")

    assert again(delivery).state == State.UNCLEAR
    assert speaking.texts == []


def test_a_leased_delivery_is_nobody_elses(speaking):
    speaking.plan("bluesky")

    assert claimed(speaking, "bluesky", "satu") is not None
    assert claimed(speaking, "bluesky", "dua") is None


@pytest.mark.parametrize("platform", WITH_MEANS)
@pytest.mark.parametrize("fault", [Fault.CUT_AFTER, Fault.ERROR_AFTER, Fault.REFUSED_AFTER, Fault.NONSENSE_AFTER])
def test_a_lost_answer_is_settled_by_looking(speaking, platform, fault):
    (delivery,) = speaking.plan(platform)
    speaking.servers.script.plan = [Fault.NONE, fault] if platform != "mastodon" else [fault]

    speaking.run(platform)

    assert again(delivery).state == State.LIVE
    assert len(speaking.texts) == 1


def test_a_person_who_saw_it_settles_what_is_unclear(speaking):
    (delivery,) = speaking.plan("telegram")
    speaking.servers.script.plan = [Fault.CUT_AFTER]
    speaking.run("telegram")

    delivery_confirm(delivery=delivery, url="https://t.me/dinkes/1", by=speaking.world.officer)

    assert again(delivery).state == State.LIVE
    assert delivery.settled_by == speaking.world.officer


def test_the_page_of_what_is_unclear_says_why_and_offers_both_answers(client, speaking):
    (delivery,) = speaking.plan("telegram")
    speaking.servers.script.plan = [Fault.CUT_AFTER]
    speaking.run("telegram")
    client.force_login(speaking.world.officer)

    page = client.get(reverse("channels:confirm", args=[delivery.pk])).content.decode()

    assert "Ya, sudah tayang" in page
    assert f'href="{reverse("channels:again", args=[delivery.pk])}"' in page
    assert escape(again(delivery).reason) in page


def test_a_person_who_looked_in_vain_lets_it_go_out_once_more(speaking):
    (delivery,) = speaking.plan("telegram")
    speaking.servers.script.plan = [Fault.ERROR_BEFORE]
    speaking.run("telegram")

    delivery_send_again(delivery=delivery, by=speaking.world.officer)
    Channel.objects.update(posted_at=None)
    speaking.run("telegram")

    assert again(delivery).state == State.LIVE
    assert len(speaking.texts) == 1


def test_a_settled_delivery_asks_nobody(speaking):
    (delivery,) = speaking.plan("bluesky")
    speaking.run("bluesky")

    with pytest.raises(Refused):
        delivery_send_again(delivery=delivery, by=OPERATOR)


def test_another_units_officer_decides_nothing(speaking):
    (delivery,) = speaking.plan("telegram")

    with pytest.raises(NotAllowed):
        delivery_drop(delivery=delivery, by=speaking.world.sibling)


def test_deliveries_of_a_channel_go_out_in_their_order(speaking):
    for _ in range(3):
        speaking.plan("mastodon")
    speaking.servers.script.plan = [Fault.BUSY]

    speaking.run("mastodon")
    Channel.objects.update(resting_until=None)
    Delivery.objects.filter(state=State.WAITING).update(next_at=timezone.now())
    speaking.run("mastodon")

    assert [text[-2] for text in speaking.texts] == ["1", "2", "3"]


def test_an_urgent_notice_overtakes_what_waits(speaking):
    speaking.plan("mastodon")
    speaking.plan("mastodon", urgent=True, text="Banjir di Kecamatan Fajar.")

    speaking.run("mastodon")

    assert speaking.texts[0].startswith("Banjir")


def test_a_pause_of_the_platform_holds_the_whole_channel(speaking):
    first, second = speaking.plan("mastodon")[0], speaking.plan("mastodon")[0]
    speaking.servers.script.plan = [Fault.BUSY]

    speaking.run("mastodon")

    assert again(first).state == again(second).state == State.WAITING
    assert speaking.texts == []


def test_a_token_that_was_taken_back_stops_the_channel_and_loses_nothing(speaking):
    speaking.channel("mastodon", token=REVOKED)
    (delivery,) = speaking.plan("mastodon")

    speaking.run("mastodon")

    channel = Channel.objects.get(pk=speaking.channel("mastodon").pk)
    assert channel.state == Channel.State.LOST
    assert again(delivery).state == State.WAITING


def test_a_channel_without_an_interface_puts_the_card_before_a_person(speaking):
    (delivery,) = speaking.plan("whatsapp")

    speaking.run("whatsapp")

    assert again(delivery).state == State.BY_HAND
    with pytest.raises(Refused):
        delivery_confirm(delivery=delivery, url="", by=speaking.world.officer)


def test_what_was_called_off_is_not_sent(speaking):
    (delivery,) = speaking.plan("bluesky")
    delivery_drop(delivery=delivery, by=OPERATOR)

    speaking.run("bluesky")

    assert again(delivery).state == State.DROPPED
    assert speaking.texts == []


def test_an_account_whose_quota_is_used_up_rests_before_it_is_refused(speaking):
    speaking.servers.platforms["x"].most = 2
    speaking.plan("x")
    speaking.plan("x")
    (third,) = speaking.plan("x")

    speaking.run("x")

    third.refresh_from_db()
    assert (len(speaking.texts), third.state, third.tries) == (2, "waiting", 0)
    assert speaking.servers.answered["x", 429] == 0
    assert speaking.channel("x").pk not in channels_due(timezone.now())

"""Somebody sets the machine's clock while posts are on their way: late at worst, never twice."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from suluh.channels.models import Delivery
from suluh.demo.platforms.faults import Fault
from tests.channels.test_deliveries import WITH_MEANS, again, claimed

State = Delivery.State
HOUR = timedelta(hours=1)


def later(by: timedelta):
    return time_machine.travel(timezone.now() + by, tick=True)


@pytest.mark.parametrize("platform", WITH_MEANS)
@pytest.mark.parametrize("jump", [-HOUR, HOUR], ids=["back", "forward"])
def test_a_post_whose_answer_was_lost_is_not_sent_again_when_the_clock_is_set(speaking, platform, jump):
    (delivery,) = speaking.plan(platform)
    speaking.servers.script.plan = [Fault.CUT_AFTER]
    speaking.run(platform, steps=1)

    for moved in (jump, 2 * HOUR):
        with later(moved):
            speaking.run(platform)

    assert again(delivery).state == State.LIVE
    assert len(speaking.texts) == 1


def test_a_claim_holds_while_the_clock_is_set_back_and_is_taken_over_once_it_has_passed_again(speaking):
    (delivery,) = speaking.plan("mastodon")
    claimed(speaking, "mastodon")

    with later(-HOUR):
        speaking.run("mastodon")
    held = again(delivery).state
    with later(HOUR):
        speaking.run("mastodon")

    assert (held, again(delivery).state) == (State.SENDING, State.LIVE)
    assert len(speaking.texts) == 1


def test_what_is_live_stays_settled_when_its_hour_comes_a_second_time(speaking):
    (delivery,) = speaking.plan("mastodon")
    speaking.run("mastodon")

    with later(-HOUR):
        speaking.run("mastodon")
    speaking.run("mastodon")

    assert again(delivery).tries == 1
    assert len(speaking.texts) == 1

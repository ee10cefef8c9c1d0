"""What is live is corrected or taken down on every channel, once it is certain that it is live."""

from datetime import timedelta

import pytest
from django.utils import timezone

from suluh.channels.duties import deliveries_waiting
from suluh.channels.errors import RulesBroken
from suluh.channels.frozen import Content
from suluh.channels.models import Channel, Delivery
from suluh.channels.selectors.targets import first_live, targets_of
from suluh.channels.services.amending import deliveries_correct, deliveries_withdraw
from suluh.channels.services.claims import claim
from suluh.channels.services.connecting import channel_close
from suluh.channels.services.deciding import delivery_confirm, delivery_send_again
from suluh.channels.services.pump import channels_due
from suluh.demo.platforms.faults import Fault
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Event
from suluh.organization.rights import OPERATOR
from tests.channels.speaking import QUICK

EDITING = ("wordpress", "bluesky", "mastodon", "telegram", "facebook")
REMOVING = (*EDITING, "threads", "x")
ABOUT = "notice:7"
State = Delivery.State
NEW = "Imunisasi campak pindah ke Selasa 7 April 2026."


def published(speaking, platform):
    (post,) = speaking.plan(platform, source=f"{ABOUT}:1")
    speaking.run(platform)
    return again(post)


def again(delivery):
    delivery.refresh_from_db()
    return delivery


def correct(speaking, platform, text=NEW, revision=2, by=OPERATOR):
    content = {speaking.channel(platform): Content(text=text, title="Imunisasi campak")}
    unit = speaking.world.health
    (made,) = deliveries_correct(about=ABOUT, source=f"{ABOUT}:{revision}", unit=unit, contents=content, by=by)
    return made


def withdraw(by=OPERATOR):
    return deliveries_withdraw(about=ABOUT, reason="Jadwalnya batal.", by=by)


def dying(speaking, platform):
    """A worker claims the next step and is never heard of again; its lease runs out."""
    step = claim(channel_id=speaking.channel(platform).pk, lease="mati", pace=QUICK, now=timezone.now())
    past = timezone.now() - timedelta(seconds=1)
    Delivery.objects.filter(pk=step.delivery.pk).update(lease_until=past, next_at=past)


def run(speaking, platform):
    Channel.objects.update(posted_at=None)
    speaking.run(platform)


@pytest.mark.parametrize("platform", EDITING)
def test_a_correction_changes_the_post_in_its_place(speaking, platform):
    published(speaking, platform)

    made = correct(speaking, platform)
    run(speaking, platform)

    assert again(made).state == State.LIVE
    assert len(speaking.texts) == 1
    assert NEW in speaking.texts[0]
    assert Event.objects.filter(code="delivery.corrected", subject=f"delivery:{made.pk}").count() == 1


@pytest.mark.parametrize("platform", REMOVING)
def test_a_withdrawal_takes_the_post_down_and_keeps_the_trace(speaking, platform):
    post = published(speaking, platform)

    (made,) = withdraw()
    run(speaking, platform)

    assert again(made).state == again(post).state == State.GONE
    assert post.url
    assert speaking.texts == []
    assert Event.objects.filter(code="delivery.withdrawn", subject=f"delivery:{made.pk}").count() == 1


@pytest.mark.parametrize("platform", EDITING)
@pytest.mark.parametrize("fault", [Fault.CUT_AFTER, Fault.ERROR_AFTER, Fault.REFUSED_AFTER, Fault.NONSENSE_AFTER])
def test_a_lost_answer_to_a_change_is_settled_by_doing_it_again(speaking, platform, fault):
    published(speaking, platform)
    made = correct(speaking, platform)
    speaking.servers.script.plan = [Fault.NONE, fault] if platform == "bluesky" else [fault]

    run(speaking, platform)

    assert again(made).state == State.LIVE
    assert len(speaking.texts) == 1


@pytest.mark.parametrize("platform", REMOVING)
def test_a_worker_that_died_over_a_withdrawal_is_followed_by_another(speaking, platform):
    published(speaking, platform)
    (made,) = withdraw()
    Channel.objects.update(posted_at=None)
    dying(speaking, platform)

    run(speaking, platform)

    assert again(made).state == State.GONE
    assert speaking.texts == []


def test_a_change_that_stays_in_doubt_is_put_before_a_person(speaking):
    published(speaking, "mastodon")
    made = correct(speaking, "mastodon")
    speaking.servers.script.plan = [Fault.CUT_BEFORE] * 9

    run(speaking, "mastodon")

    assert again(made).state == State.UNCLEAR
    assert [duty.url for duty in deliveries_waiting(speaking.world.officer)]


def test_a_change_that_was_begun_rests_while_the_channel_is_lost(speaking):
    published(speaking, "mastodon")
    withdraw()
    dying(speaking, "mastodon")
    Channel.objects.update(state=Channel.State.LOST)

    assert channels_due(timezone.now()) == []


def test_what_only_waits_is_corrected_before_it_is_sent(speaking):
    speaking.plan("mastodon", source=f"{ABOUT}:1")

    correct(speaking, "mastodon")
    run(speaking, "mastodon")

    assert speaking.texts == [NEW]


def test_what_only_waits_is_withdrawn_without_a_word(speaking):
    (post,) = speaking.plan("mastodon", source=f"{ABOUT}:1")

    assert withdraw() == []
    run(speaking, "mastodon")

    assert again(post).state == State.DROPPED
    assert speaking.texts == []


def test_a_withdrawal_waits_while_nobody_knows_whether_the_post_is_live(speaking):
    (post,) = speaking.plan("bluesky", source=f"{ABOUT}:1")
    dying(speaking, "bluesky")
    (made,) = withdraw()

    run(speaking, "bluesky")

    assert again(post).state == State.DROPPED
    assert again(made).state == State.GONE
    assert speaking.texts == []


def test_a_post_found_live_after_its_withdrawal_is_taken_down(speaking):
    (post,) = speaking.plan("bluesky", source=f"{ABOUT}:1")
    speaking.servers.script.plan = [Fault.NONE, Fault.CUT_AFTER]
    speaking.run("bluesky", steps=1)
    Delivery.objects.filter(pk=post.pk).update(state=State.SENDING, settled_at=None, next_at=timezone.now())
    withdraw()

    run(speaking, "bluesky")

    assert again(post).state == State.GONE
    assert speaking.texts == []


def test_what_a_person_found_absent_is_not_sent_after_its_withdrawal(speaking):
    (post,) = speaking.plan("telegram", source=f"{ABOUT}:1")
    speaking.servers.script.plan = [Fault.CUT_BEFORE]
    speaking.run("telegram")
    (made,) = withdraw()

    delivery_send_again(delivery=post, by=speaking.world.officer)
    run(speaking, "telegram")

    assert again(made).state == State.GONE
    assert speaking.texts == []


def test_a_correction_takes_the_place_of_what_a_person_found_absent(speaking):
    (post,) = speaking.plan("telegram", source=f"{ABOUT}:1")
    speaking.servers.script.plan = [Fault.CUT_BEFORE]
    speaking.run("telegram")
    correct(speaking, "telegram")

    delivery_send_again(delivery=post, by=speaking.world.officer)
    run(speaking, "telegram")

    assert len(speaking.texts) == 1
    assert NEW in speaking.texts[0]


def test_the_last_of_two_corrections_is_what_stands(speaking):
    published(speaking, "mastodon")
    first = correct(speaking, "mastodon", text="Pindah ke Selasa.")
    correct(speaking, "mastodon", text="Pindah ke Rabu.", revision=3)

    run(speaking, "mastodon")

    assert again(first).state == State.DROPPED
    assert speaking.texts == ["Pindah ke Rabu."]


def test_a_correction_after_a_withdrawal_is_a_post_of_its_own(speaking):
    published(speaking, "mastodon")
    withdraw()
    correct(speaking, "mastodon")

    run(speaking, "mastodon")

    assert speaking.texts == [NEW]


def test_a_post_that_somebody_deleted_there_is_not_put_back(speaking):
    published(speaking, "mastodon")
    shown = speaking.servers.shown
    shown.remove(shown.posts[0])
    made = correct(speaking, "mastodon")

    run(speaking, "mastodon")

    assert again(made).state == State.FAILED
    assert speaking.texts == []


def test_where_a_platform_cannot_a_person_is_told_what_to_do(speaking):
    (post,) = speaking.plan("whatsapp", source=f"{ABOUT}:1")
    speaking.run("whatsapp")
    delivery_confirm(delivery=post, url="https://whatsapp.com/channel/1", by=speaking.world.officer)
    made = correct(speaking, "whatsapp")
    speaking.run("whatsapp")

    assert again(made).state == State.BY_HAND
    assert "dengan tangan" in made.reason
    assert [duty.title for duty in deliveries_waiting(speaking.world.officer)]

    delivery_confirm(delivery=made, url="", by=speaking.world.officer)

    assert again(made).state == State.LIVE
    assert made.url == "https://whatsapp.com/channel/1"


@pytest.mark.parametrize("platform", ["instagram", "tiktok"])
def test_where_a_platform_lets_no_program_the_steps_in_its_app_are_told(speaking, platform):
    published(speaking, "mastodon")
    Channel.objects.update(platform=platform, fresh_until=timezone.now() + timedelta(hours=1))
    (made,) = withdraw()

    run(speaking, "mastodon")

    assert again(made).state == State.BY_HAND
    assert "⋯" in made.reason


def test_a_withdrawal_by_hand_is_confirmed_without_an_address(speaking):
    (post,) = speaking.plan("whatsapp", source=f"{ABOUT}:1")
    speaking.run("whatsapp")
    delivery_confirm(delivery=post, url="https://whatsapp.com/channel/1", by=speaking.world.officer)
    (made,) = withdraw()
    speaking.run("whatsapp")

    delivery_confirm(delivery=made, url="", by=speaking.world.officer)

    assert again(made).state == again(post).state == State.GONE


def test_a_disconnected_channel_lays_the_withdrawal_on_a_table(speaking):
    published(speaking, "mastodon")
    channel_close(channel=speaking.channel("mastodon"), by=OPERATOR)

    (made,) = withdraw()

    assert made.state == State.BY_HAND


def test_a_withdrawal_needs_no_file_that_vanished(speaking):
    post = published(speaking, "mastodon")
    gone = {"name": "media/00/tiada", "mime": "image/png", "digest": "0", "alt": "", "width": 0, "height": 0}
    Delivery.objects.filter(pk=post.pk).update(content=post.content | {"media": [gone]})

    (made,) = withdraw()
    run(speaking, "mastodon")

    assert again(made).state == State.GONE


def test_another_units_officer_changes_nothing(speaking):
    published(speaking, "mastodon")

    with pytest.raises(NotAllowed):
        correct(speaking, "mastodon", by=speaking.world.sibling)
    with pytest.raises(NotAllowed):
        withdraw(by=speaking.world.sibling)


def test_a_correction_that_a_platform_would_refuse_changes_nothing(speaking):
    published(speaking, "bluesky")

    with pytest.raises(RulesBroken):
        correct(speaking, "bluesky", text="a" * 301)

    assert not Delivery.objects.exclude(amends=None).exists()


def test_a_thing_is_told_with_one_row_a_channel(speaking):
    published(speaking, "mastodon")
    published(speaking, "bluesky")
    correct(speaking, "mastodon")
    run(speaking, "mastodon")

    targets = targets_of(ABOUT)

    assert sorted((one.channel.platform, one.newest.deed, one.current) for one in targets) == [
        ("bluesky", "publish", True),
        ("mastodon", "correct", True),
    ]
    assert first_live(targets) == Delivery.objects.get(channel=speaking.channel("mastodon"), deed="publish").settled_at

"""A channel's token is asked about, renewed in time, reminded of, and lost only when the platform says so."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from suluh.channels.duties import channels_ending, channels_lost
from suluh.channels.models import Channel
from suluh.channels.services.connecting import access_of, channel_lose
from suluh.channels.services.tokens import channel_ask, channel_ask_soon, channel_reseal, channels_to_ask
from suluh.demo.platforms.faults import Fault, Step
from suluh.demo.platforms.shown import REVOKED
from suluh.kernel.http.client import Client, Limits
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Event
from suluh.project.doctor import Level
from suluh.project.doctor.inside import seals
from tests.channels.speaking import Speaking

ONE_CALL = ("wordpress", "bluesky", "mastodon", "telegram", "facebook")
ASKABLE = (*ONE_CALL, "instagram", "threads")
State = Channel.State


def asked(channel: Channel, *, ago: timedelta = timedelta(days=1)) -> Channel:
    """The channel after a worker asked about it."""
    Channel.objects.filter(pk=channel.pk, asked_at__isnull=False).update(asked_at=timezone.now() - ago)
    channel_ask(channel_id=channel.pk, client=Client(allow_private=True, limits=Limits(total=15.0)))
    channel.refresh_from_db()
    return channel


@pytest.mark.parametrize("platform", ASKABLE)
def test_a_good_token_leaves_a_good_sign(speaking: Speaking, platform):
    channel = asked(speaking.channel(platform))

    assert channel.good_at is not None
    assert (channel.state, channel.doubt) == (State.CONNECTED, "")


@pytest.mark.parametrize("platform", ASKABLE)
def test_a_token_that_was_taken_back_is_known_before_anything_is_sent(speaking, platform):
    channel = asked(speaking.channel(platform, token=REVOKED, password=REVOKED))

    assert channel.state == State.LOST
    assert [duty.title for duty in channels_lost(speaking.world.officer)]


@pytest.mark.parametrize("platform", ONE_CALL)
@pytest.mark.parametrize("fault", [Fault.CUT_BEFORE, Fault.ERROR_BEFORE, Fault.NONSENSE_AFTER])
def test_a_bad_line_is_no_lost_account(speaking, platform, fault):
    channel = speaking.channel(platform)
    before = channel.sealed
    speaking.servers.script.steps = [Step(fault, path="/")]

    asked(channel)

    assert (channel.state, channel.sealed, channel.good_at) == (State.CONNECTED, before, None)
    assert channel.doubt
    assert not list(channels_lost(speaking.world.officer))


def test_a_channel_is_asked_twice_a_day_and_at_once_when_new(speaking):
    channel = speaking.channel("mastodon")
    assert channels_to_ask(timezone.now()) == [channel.pk]

    asked(channel)

    assert channels_to_ask(timezone.now()) == []
    assert channels_to_ask(timezone.now() + timedelta(hours=13)) == [channel.pk]


def test_a_channel_that_lets_us_in_again_is_used_again(speaking):
    channel = speaking.channel("mastodon")
    channel_lose(channel=channel, reason="Layanan sempat menolak.")

    asked(channel)

    assert (channel.state, channel.reason) == (State.CONNECTED, "")
    assert Event.objects.filter(code="channel.sound").count() == 1


def test_a_person_may_have_it_asked_now(speaking):
    channel = asked(speaking.channel("mastodon"))

    channel_ask_soon(channel=channel, by=speaking.world.officer)

    assert channels_to_ask(timezone.now()) == [channel.pk]
    with pytest.raises(NotAllowed):
        channel_ask_soon(channel=channel, by=speaking.world.sibling)


def test_a_good_delivery_is_a_good_sign(speaking):
    speaking.plan("mastodon")
    speaking.run("mastodon")

    assert Channel.objects.get().good_at is not None


@pytest.mark.parametrize(("days", "told", "urgent"), [(15, 0, None), (13, 1, False), (6, 1, True), (0, 1, True)])
def test_who_may_connect_is_reminded_two_weeks_before_a_token_ends(speaking, days, told, urgent):
    channel = speaking.channel("mastodon")
    Channel.objects.update(ends_at=timezone.now() + timedelta(days=days, hours=1))

    duties = list(channels_ending(speaking.world.officer))

    assert len(duties) == told
    assert all(duty.urgent is urgent and channel.label in duty.title for duty in duties)
    assert not list(channels_ending(speaking.world.sibling))


def test_tokens_are_sealed_anew_under_a_newer_key(speaking, settings):
    channel = speaking.channel("mastodon")
    old = settings.SEALING_KEY
    settings.SEALING_KEY = f"kunci-baru-{'x' * 40}\n{old}"

    assert seals().level is Level.NOTE
    call_command("reseal_tokens", stdout=StringIO())
    assert seals().level is Level.GOOD
    assert not channel_reseal(channel_id=channel.pk)

    settings.SEALING_KEY = settings.SEALING_KEY.split()[0]
    channel.refresh_from_db()
    assert asked(channel).good_at is not None


def test_a_token_that_no_key_opens_asks_for_a_person(speaking, settings):
    channel = speaking.channel("mastodon")
    settings.SEALING_KEY = f"kunci-lain-{'x' * 40}"

    assert asked(channel).state == State.LOST


def test_a_short_token_is_fetched_before_the_first_post(speaking):
    speaking.plan("x")
    speaking.run("x")

    channel = Channel.objects.get()
    assert len(speaking.texts) == 1
    assert channel.fresh_until is not None
    assert channel.fresh_until > timezone.now() + timedelta(hours=1)


def test_a_short_token_is_renewed_before_it_ends_with_the_long_one_that_came_last(speaking):
    channel = asked(speaking.channel("x"))
    assert channels_to_ask(timezone.now()) == []
    first = access_of(channel).secrets

    Channel.objects.update(fresh_until=timezone.now() + timedelta(minutes=10))
    channel = asked(channel, ago=timedelta(minutes=5))

    second = access_of(channel).secrets
    assert second["token"] != first["token"]
    assert second["refresh"] != first["refresh"]
    assert (second["client"], second["client_secret"]) == (first["client"], first["client_secret"])


@pytest.mark.parametrize("fault", [Fault.CUT_BEFORE, Fault.ERROR_BEFORE, Fault.NONSENSE_AFTER, Fault.BUSY])
def test_a_renewal_that_brings_no_answer_keeps_the_token_and_the_channel(speaking, fault):
    channel = asked(speaking.channel("youtube"))
    before = access_of(channel).secrets
    Channel.objects.update(fresh_until=timezone.now() + timedelta(minutes=10))
    speaking.servers.script.steps = [Step(fault, platform="youtube")]

    channel = asked(channel)

    assert channel.state == State.CONNECTED
    assert access_of(channel).secrets == before
    assert channel.doubt


@pytest.mark.parametrize("nonsense", ["", "suluh", "@dinkes", "rahasia-yt", "<html>galat</html>", "abc"])
def test_what_cannot_be_a_token_never_takes_a_kept_tokens_place(speaking, nonsense):
    channel = asked(speaking.channel("youtube"))
    before = access_of(channel).secrets
    Channel.objects.update(fresh_until=timezone.now() + timedelta(minutes=10))
    speaking.servers.platforms["youtube"].tokens.nonsense = nonsense

    channel = asked(channel)

    assert access_of(channel).secrets == before
    assert (channel.state, bool(channel.doubt)) == (State.CONNECTED, True)


def test_a_long_token_that_was_taken_back_loses_the_channel(speaking):
    assert asked(speaking.channel("youtube", refresh=f"segar-{REVOKED}-1")).state == State.LOST


def test_a_term_that_the_platform_tells_is_kept_for_the_reminder(speaking):
    channel = asked(speaking.channel("tiktok"))

    assert channel.ends_at is not None
    assert channel.ends_at > timezone.now() + timedelta(days=300)


def test_a_channel_that_cannot_renew_rests_and_sends_nothing(speaking):
    speaking.channel("x")
    speaking.plan("x")
    speaking.servers.script.steps = [Step(Fault.ERROR_BEFORE, platform="x", times=50)]

    speaking.run("x")

    assert speaking.texts == []
    assert Channel.objects.get().resting_until > timezone.now()


def test_ninety_days_of_renewals_under_faults_keep_the_channel(speaking):
    speaking.servers.script.steps = []
    speaking.servers.script.share = 30.0
    channel = speaking.channel("youtube")
    renewed = 0
    for _ in range(90):
        Channel.objects.update(fresh_until=timezone.now() + timedelta(minutes=10))
        before = access_of(channel).secrets.get("token")
        for _ in range(10):
            channel = asked(channel)
            if access_of(channel).secrets.get("token") != before:
                renewed += 1
                break

    assert channel.state == State.CONNECTED
    assert renewed >= 89


def test_a_token_of_weeks_is_prolonged_while_it_still_works(speaking):
    channel = asked(speaking.channel("threads"))

    assert access_of(channel).secrets["token"] != "rahasia-sekali"
    assert channel.ends_at > timezone.now() + timedelta(days=59)
    kept = channel.sealed
    assert asked(channel).sealed == kept


@pytest.mark.parametrize("nonsense", ["", "x", "<html>", "@dinkes"])
def test_a_prolonged_token_that_can_be_none_never_takes_the_place_of_the_one_on_record(speaking, nonsense):
    channel = speaking.channel("threads")
    before = channel.sealed
    speaking.servers.platforms["threads"].nonsense = nonsense

    asked(channel)

    assert (channel.state, channel.sealed) == (State.CONNECTED, before)


def test_a_token_that_could_not_be_prolonged_is_told_two_weeks_before_it_ends(speaking):
    channel = speaking.channel("threads")
    Channel.objects.update(ends_at=timezone.now() + timedelta(days=13))
    speaking.servers.script.steps = [Step(Fault.ERROR_BEFORE, path="refresh_access_token")]

    asked(channel)

    assert len(list(channels_ending(speaking.world.officer))) == 1

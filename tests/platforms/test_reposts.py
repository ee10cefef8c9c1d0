"""An account carries another account's post on once, whatever is answered, and what is gone is not carried on."""

import asyncio
from dataclasses import replace
from uuid import uuid4

import pytest

from suluh.demo.platforms.faults import AFTER, Fault
from suluh.demo.platforms.shown import REVOKED
from suluh.platforms.platform import Reposts, platforms
from suluh.platforms.values import Absent, Later, Live, Original, Refused, Unsure
from tests.platforms.errands import Traveller, fresh

NATIVE = ("bluesky", "mastodon", "x", "threads")
FAULTS_AFTER = sorted(AFTER - {Fault.LATE})


class Carrier(Traveller):
    """The account of another unit, which carries the health office's post on."""

    def __init__(self, servers, platform, original, **secrets):
        super().__init__(servers, platform, account="distrik", **secrets)
        if platform == "x":
            self.access = fresh(servers, platform, "distrik", secrets)
        else:
            token = secrets.get("token", "distrik")
            self.access = replace(self.access, handle="@distrik", secrets={**self.access.secrets, "token": token})
        self.original = original

    def repost(self):
        return asyncio.run(self._go("repost"))

    def reposted(self):
        return asyncio.run(self._go("reposted"))

    def until_live(self, tries=8):
        """Repost and look by turns, as the channels do."""
        outcome = self.repost()
        for _ in range(tries):
            if isinstance(outcome, Live):
                return outcome
            sighting = self.reposted()
            outcome = sighting if isinstance(sighting, Live) else self.repost()
        raise AssertionError(outcome)

    async def _go(self, deed):
        async with self._errand() as errand:
            return await getattr(self.platform, deed)(replace(errand, original=self.original))


def published(servers, platform) -> Original:
    traveller = Traveller(servers, platform)
    outcome = traveller.send()
    assert isinstance(outcome, Live)
    return Original(outcome.remote, outcome.url, traveller.access.address)


def carried(servers):
    return [post for post in servers.shown.posts if "carries" in post.more]


def test_these_platforms_have_a_repost_for_programs():
    assert sorted(name for name, one in platforms().items() if isinstance(one, Reposts)) == sorted(NATIVE)


@pytest.mark.parametrize("platform", NATIVE)
def test_a_post_is_carried_on_and_leads_to_the_carriers_page(servers, platform):
    outcome = Carrier(servers, platform, published(servers, platform)).until_live()

    assert "distrik" in outcome.url
    assert [post.account.removeprefix("@") for post in carried(servers)] == ["distrik"]


@pytest.mark.parametrize("platform", NATIVE)
@pytest.mark.parametrize("place", range(2))
@pytest.mark.parametrize("fault", FAULTS_AFTER)
def test_a_repost_whose_answer_was_lost_is_shown_once(servers, platform, fault, place):
    carrier = Carrier(servers, platform, published(servers, platform))
    servers.script.plan = [Fault.NONE] * place + [fault]

    carrier.until_live()

    assert len(carried(servers)) == 1


@pytest.mark.parametrize("platform", NATIVE)
def test_a_process_that_died_before_it_heard_the_answer_finds_the_repost(servers, platform):
    carrier = Carrier(servers, platform, published(servers, platform))
    before = dict(carrier.kept)
    assert isinstance(carrier.repost(), Live)
    carrier.kept = before

    assert isinstance(carrier.reposted(), Live)


@pytest.mark.parametrize("platform", NATIVE)
def test_what_was_never_carried_on_is_absent(servers, platform):
    assert isinstance(Carrier(servers, platform, published(servers, platform)).reposted(), Absent)


@pytest.mark.parametrize("platform", NATIVE)
def test_what_is_gone_is_not_carried_on(servers, platform):
    original = published(servers, platform)
    servers.shown.remove(servers.shown.posts[0])
    if platform == "bluesky":
        servers.platforms["bluesky"].records.clear()

    outcome = Carrier(servers, platform, original).repost()

    assert isinstance(outcome, Refused)
    assert "tidak ada lagi" in outcome.reason


@pytest.mark.parametrize("platform", NATIVE)
def test_a_token_that_was_taken_back_ends_in_connecting_again(servers, platform):
    original = published(servers, platform)

    outcome = Carrier(servers, platform, original, password=REVOKED, token=REVOKED).repost()

    assert isinstance(outcome, Refused)
    assert outcome.access_lost


@pytest.mark.parametrize("platform", NATIVE)
def test_a_server_that_is_not_there_is_tried_later(servers, platform):
    carrier = Carrier(servers, platform, published(servers, platform))
    servers.__exit__(None, None, None)

    assert isinstance(carrier.repost(), Later)
    assert isinstance(carrier.reposted(), Unsure)


def test_a_post_of_another_instance_is_found_there_first(servers):
    original = replace(published(servers, "mastodon"), remote=uuid4().hex, address="https://lain.example")

    outcome = Carrier(servers, "mastodon", original).repost()

    assert isinstance(outcome, Live)
    assert carried(servers)[0].text.startswith("Imunisasi campak")

"""Whatever a platform answers, its public sees a post once, or a person is asked."""

import pytest

from suluh.demo.platforms.faults import AFTER, Fault
from suluh.demo.platforms.shown import REVOKED
from suluh.platforms.values import Absent, Later, Live, Outcome, Refused, Sighting, Unsure
from tests.platforms.errands import POST, WITH_PICTURE, Traveller

WITH_MEANS = ("wordpress", "bluesky", "mastodon", "facebook", "instagram", "threads", "x", "youtube", "tiktok")
NOTED_FIRST = ("youtube", "tiktok")
"""Their uploads have a name that is noted before the first byte; without it there is nothing to find."""
ALL = (*WITH_MEANS, "telegram")
FAULTS_AFTER = sorted(AFTER - {Fault.LATE})


def until_live(traveller: Traveller, tries: int = 8) -> Live:
    """Send and look by turns, as the channels do."""
    outcome = traveller.send()
    for _ in range(tries):
        if isinstance(outcome, Live):
            return outcome
        sighting = traveller.look()
        outcome = sighting if isinstance(sighting, Live) else traveller.send()
    raise AssertionError(outcome)


def worked_through(traveller: Traveller, tries: int = 5) -> Outcome | Sighting:
    """What comes of one post when the platform is given the time that it asks for."""
    outcome: Outcome | Sighting = traveller.send()
    for _ in range(tries):
        if isinstance(outcome, Unsure) and outcome.patience:
            outcome = traveller.look()
        elif isinstance(outcome, Later) and outcome.gained:
            outcome = traveller.send()
    return outcome


@pytest.mark.parametrize("platform", ALL)
@pytest.mark.parametrize("post", [POST, WITH_PICTURE], ids=["text", "picture"])
def test_a_post_is_shown_with_an_address(servers, platform, post):
    outcome = until_live(Traveller(servers, platform, post))

    assert outcome.url
    assert len(servers.shown.posts) == 1


@pytest.mark.parametrize("platform", WITH_MEANS)
@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("fault", FAULTS_AFTER)
def test_a_post_whose_answer_was_lost_is_shown_once(servers, platform, fault, place):
    traveller = Traveller(servers, platform, WITH_PICTURE)
    servers.script.plan = [Fault.NONE] * place + [fault]

    until_live(traveller)

    assert len(servers.shown.posts) == 1


@pytest.mark.parametrize("platform", sorted(set(WITH_MEANS) - set(NOTED_FIRST)))
def test_a_process_that_died_before_it_heard_the_answer_finds_the_post(servers, platform):
    traveller = Traveller(servers, platform)
    before = dict(traveller.kept)
    assert isinstance(traveller.send(), Live)
    traveller.kept = before  # nothing of the answer was written down

    assert isinstance(traveller.look(), Live)


@pytest.mark.parametrize("platform", WITH_MEANS)
def test_what_was_never_sent_is_absent(servers, platform):
    assert isinstance(Traveller(servers, platform).look(), Absent)


@pytest.mark.parametrize("platform", WITH_MEANS)
def test_a_late_post_is_absent_first_and_found_afterwards(servers, platform):
    servers.late = 0.6
    traveller = Traveller(servers, platform)
    last = {"mastodon": 0, "x": 0, "tiktok": 2}.get(platform, 1)
    servers.script.plan = [Fault.NONE] * last + [Fault.LATE]

    assert isinstance(traveller.send(), Unsure)
    assert len(servers.shown.posts) == 1
    assert isinstance(until_live(traveller, tries=400), Live)
    assert len(servers.shown.posts) == 1


@pytest.mark.parametrize("fault", FAULTS_AFTER)
def test_telegram_tells_nothing_so_a_person_is_asked(servers, fault):
    servers.script.plan = [fault]
    traveller = Traveller(servers, "telegram")

    assert isinstance(traveller.send(), Unsure)
    assert isinstance(traveller.look(), Unsure)
    assert len(servers.shown.posts) == 1


@pytest.mark.parametrize("platform", ALL)
def test_too_many_calls_are_a_pause_and_nothing_is_shown(servers, platform):
    traveller = Traveller(servers, platform)
    servers.script.plan = [Fault.BUSY]

    outcome = traveller.send()

    assert isinstance(outcome, Later)
    assert outcome.seconds == 1
    assert not servers.shown.posts


@pytest.mark.parametrize("platform", ALL)
def test_a_token_that_was_taken_back_ends_in_connecting_again(servers, platform):
    outcome = Traveller(servers, platform, password=REVOKED, token=REVOKED).send()

    assert isinstance(outcome, Refused)
    assert outcome.access_lost
    assert REVOKED not in outcome.reason


@pytest.mark.parametrize("platform", ALL)
def test_a_server_that_is_not_there_is_tried_later(servers, platform):
    traveller = Traveller(servers, platform)
    servers.__exit__(None, None, None)

    assert isinstance(traveller.send(), Later)

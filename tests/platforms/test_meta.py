"""Facebook pages, Instagram and Threads: what is theirs alone."""

import json
from dataclasses import replace

import pytest

from bench.drafts import film, still
from suluh.demo.platforms.faults import Fault
from suluh.kernel.http.calls import Reply
from suluh.platforms.answers import FIRST_WAIT
from suluh.platforms.graph import judged, pause_of
from suluh.platforms.values import Absent, Gone, Later, Live, Post, Refused, Unsure
from tests.platforms.errands import POST, WITH_PICTURE, Traveller

CONTAINERS = ("instagram", "threads")


def complaint(code: int, subcode: int = 0, status: int = 400, **headers: str) -> Reply:
    error = {"message": "told", "code": code, "error_subcode": subcode}
    return Reply(status, headers, json.dumps({"error": error}).encode())


def test_a_suspicion_of_spam_is_looked_after_and_never_taken_for_a_refusal():
    assert isinstance(judged(complaint(4, 2207051), "Admin"), Unsure)
    assert isinstance(judged(complaint(4), "Admin"), Later)


@pytest.mark.parametrize("platform", CONTAINERS)
def test_a_post_that_stands_there_despite_the_suspicion_is_found(servers, platform):
    servers.platforms[platform].suspects_in_vain = True
    traveller = Traveller(servers, platform)

    assert isinstance(traveller.send(), Unsure)
    assert isinstance(traveller.look(), Live)
    assert len(servers.shown.posts) == 1


@pytest.mark.parametrize("platform", CONTAINERS)
def test_what_is_complained_about_twice_and_never_shown_is_refused(servers, platform):
    servers.platforms[platform].suspects = True
    traveller = Traveller(servers, platform)

    for _ in range(2):
        assert isinstance(traveller.send(), Unsure)
        assert isinstance(traveller.look(), Absent)

    outcome = traveller.send()
    assert isinstance(outcome, Refused)
    assert "restrict certain activity" in outcome.reason
    assert not servers.shown.posts


@pytest.mark.parametrize(("code", "told"), [(190, "tidak berlaku"), (200, "tidak berhak"), (10, "tidak berhak")])
def test_a_token_that_is_of_no_use_says_who_connects_the_account_again(code, told):
    outcome = judged(complaint(code), "Admin halaman ini")

    assert isinstance(outcome, Refused)
    assert outcome.access_lost
    assert "Admin halaman ini" in outcome.reason
    assert told in outcome.reason


def test_a_pause_is_as_long_as_the_header_says():
    usage = json.dumps({"1": [{"type": "pages", "estimated_time_to_regain_access": 7}]})

    assert pause_of(complaint(4, **{"x-business-use-case-usage": usage})) == 420
    assert pause_of(complaint(4, **{"x-business-use-case-usage": "omong kosong"})) == FIRST_WAIT


@pytest.mark.parametrize("platform", CONTAINERS)
def test_a_quota_that_is_used_up_holds_the_post_back_and_nothing_is_made(servers, platform):
    servers.platforms[platform].quota = 1
    assert isinstance(Traveller(servers, platform).send(), Live)

    outcome = Traveller(servers, platform).send()

    assert isinstance(outcome, Later)
    assert "1 dari 1" in outcome.reason
    assert len(servers.platforms[platform].containers) == 1


@pytest.mark.parametrize("platform", CONTAINERS)
def test_a_video_is_shown_once_the_platform_has_worked_on_it(servers, platform):
    traveller = Traveller(servers, platform, replace(POST, media=(film(),)))

    assert isinstance(traveller.send(), Later)
    assert isinstance(traveller.look(), Unsure)
    for container in servers.platforms[platform].containers.values():
        container.at -= 60

    assert isinstance(traveller.send(), Live)
    assert len(servers.shown.posts) == 1


@pytest.mark.parametrize("platform", CONTAINERS)
def test_a_container_that_expired_is_made_anew(servers, platform):
    servers.script.plan = [Fault.NONE, Fault.CUT_BEFORE]
    traveller = Traveller(servers, platform)
    assert isinstance(traveller.send(), Unsure)
    for container in servers.platforms[platform].containers.values():
        container.at -= 100_000

    assert isinstance(traveller.look(), Absent)
    assert isinstance(traveller.send(), Live)
    assert len(servers.shown.posts) == 1


@pytest.mark.parametrize("platform", CONTAINERS)
def test_a_published_container_is_not_published_again(servers, platform):
    traveller = Traveller(servers, platform)
    traveller.send()

    assert isinstance(traveller.send(), Live)
    assert len(servers.shown.posts) == 1


@pytest.mark.parametrize("platform", [*CONTAINERS, "facebook"])
def test_several_pictures_make_one_post(servers, platform):
    outcome = Traveller(servers, platform, replace(POST, media=(still(), still()))).send()

    assert isinstance(outcome, Live)
    assert len(servers.shown.posts) == 1


@pytest.mark.parametrize("platform", CONTAINERS)
def test_without_a_public_address_nothing_is_asked(servers, platform):
    traveller = Traveller(servers, platform, WITH_PICTURE)
    traveller.post = WITH_PICTURE

    outcome = traveller.send()

    assert isinstance(outcome, Refused)
    assert "SULUH_BASE_URL" in outcome.reason


@pytest.mark.parametrize("platform", CONTAINERS)
def test_media_that_vanished_are_not_published(servers, platform):
    traveller = Traveller(servers, platform, WITH_PICTURE)
    for token in servers.shown.files:
        servers.shown.files[token] = ("image/jpeg", b"")

    assert isinstance(traveller.send(), Later)
    assert not servers.shown.posts


def test_a_video_stands_on_a_page_by_itself(servers):
    outcome = Traveller(servers, "facebook", Post("Imunisasi.", media=(film(),))).send()

    assert isinstance(outcome, Live)
    assert len(servers.shown.posts) == 1


def test_what_somebody_deleted_on_the_page_is_not_made_again(servers):
    servers.script.plan = [Fault.NONE, Fault.CUT_BEFORE]
    traveller = Traveller(servers, "facebook")
    traveller.send()
    servers.platforms["facebook"].drafts.clear()

    outcome = traveller.send()

    assert isinstance(outcome, Refused)
    assert not servers.shown.posts


def test_a_thread_that_is_known_by_its_container_only_is_taken_down_too(servers):
    traveller = Traveller(servers, "threads")
    traveller.send()
    traveller.remote = traveller.kept["container"]

    assert isinstance(traveller.remove(), Gone)
    assert not servers.shown.posts


def test_what_is_gone_from_threads_is_gone(servers):
    traveller = Traveller(servers, "threads")
    traveller.remote = traveller.send().remote
    traveller.remove()

    assert isinstance(traveller.remove(), Gone)

"""What is live is changed or taken down where a platform lets a program; elsewhere it tells a person how."""

import asyncio
from dataclasses import replace

import pytest

from suluh.demo.platforms.faults import Fault
from suluh.platforms.platform import Edits, Guides, Removes, platforms
from suluh.platforms.values import ByHand, Gone, Live, Unsure
from tests.platforms.errands import Traveller

SOCIAL = sorted(name for name in platforms() if name != "handoff")


@pytest.mark.parametrize("platform", SOCIAL)
def test_what_a_program_may_not_do_a_person_is_told_to_do(platform):
    one = platforms()[platform]
    steps = one.by_hand if isinstance(one, Guides) else None

    assert isinstance(one, Edits) is not bool(steps and steps.correct)
    assert isinstance(one, Removes) is not bool(steps and steps.withdraw)


def published(servers, platform):
    traveller = Traveller(servers, platform)
    outcome = traveller.send()
    assert isinstance(outcome, Live)
    traveller.remote = outcome.remote
    return traveller


def edited(traveller, **words):
    traveller.post = replace(traveller.post, **words)
    return asyncio.run(traveller._go("edit"))


def test_a_video_gets_new_words_and_keeps_what_else_is_said_of_it(servers):
    traveller = published(servers, "youtube")

    assert isinstance(edited(traveller, title="Pindah ke Selasa", text="Jadwal baru."), Live)

    (post,) = servers.shown.posts
    assert (post.more["title"], post.text, post.more["tags"]) == ("Pindah ke Selasa", "Jadwal baru.", ["pemda"])


@pytest.mark.parametrize("platform", ["x", "youtube"])
def test_a_post_is_taken_down_and_twice_does_no_harm(servers, platform):
    traveller = published(servers, platform)

    assert isinstance(traveller.remove(), Gone)
    assert isinstance(traveller.remove(), Gone)
    assert servers.shown.posts == []


@pytest.mark.parametrize("platform", ["x", "youtube"])
@pytest.mark.parametrize("fault", [Fault.CUT_AFTER, Fault.ERROR_AFTER, Fault.REFUSED_AFTER])
def test_a_lost_answer_to_a_deletion_is_a_doubt_that_the_next_one_ends(servers, platform, fault):
    traveller = published(servers, platform)
    servers.script.plan = [fault]

    assert isinstance(traveller.remove(), Unsure)
    assert isinstance(traveller.remove(), Gone)


def test_a_video_that_somebody_deleted_is_gone(servers):
    traveller = published(servers, "youtube")
    servers.shown.remove(servers.shown.posts[0])

    assert isinstance(edited(traveller, title="Pindah ke Selasa"), Gone)


def test_a_token_that_may_only_upload_leaves_the_change_to_a_person(servers):
    traveller = published(servers, "youtube")
    servers.platforms["youtube"].uploads_only = True

    for outcome in (edited(traveller, title="Pindah ke Selasa"), traveller.remove()):
        assert isinstance(outcome, ByHand)
        assert "force-ssl" in outcome.reason
    assert len(servers.shown.posts) == 1


def test_a_title_with_signs_of_markup_is_no_markup_on_the_site(servers):
    traveller = published(servers, "wordpress")

    edited(traveller, title="Tanya & jawab <img src=x onerror=alert(1)>")

    (post,) = servers.shown.posts
    assert post.more["title"] == "Tanya &amp; jawab &lt;img src=x onerror=alert(1)&gt;"

"""A story from the unit's phone to its approval."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.utils import timezone

from suluh.channels.errors import RulesBroken
from suluh.channels.models import Delivery
from suluh.channels.services.connecting import channel_connect
from suluh.channels.services.settled import close
from suluh.newsroom.errors import NoChannelChosen, StoryMoved
from suluh.newsroom.models import Story
from suluh.newsroom.selectors.stories import channels_for
from suluh.newsroom.services.approving import story_approve
from suluh.newsroom.services.holding import story_return
from suluh.newsroom.services.rows import words_of
from suluh.newsroom.services.stories import story_edit, story_submit
from suluh.newsroom.words import content_for
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Role
from suluh.organization.rights import OPERATOR
from suluh.organization.services.sites import site_add
from tests.newsroom.telling import WORDS, approved, connected, submitted
from tests.world import appointed, build_world

pytestmark = pytest.mark.django_db
LATER = replace(WORDS, title="Imunisasi campak besok")


@pytest.fixture
def world():
    return build_world()


def test_a_form_that_a_bad_connection_sends_ten_times_is_one_story(world):
    token = uuid4()
    stories = {submitted(world, token=token).pk for _ in range(10)}

    assert len(stories) == 1


def test_another_units_officer_submits_nothing(world):
    world.officer = world.sibling

    with pytest.raises(NotAllowed):
        submitted(world)


def test_approval_freezes_a_revision_and_plans_one_delivery_a_channel(world):
    story = approved(world)

    assert story.approved_digest == words_of(story).digest
    assert Delivery.objects.get().source == f"story:{story.pk}:1"


def test_an_edit_after_approval_opens_it_again_and_what_was_not_sent_yet_stays_back(world):
    story = approved(world)

    story = story_edit(story=story, words=LATER, seen=1, by=world.officer)

    assert story.state == Story.State.SUBMITTED
    assert story.approved_digest == ""
    assert Delivery.objects.get().state == Delivery.State.DROPPED


def test_an_edit_after_approval_leaves_what_is_live_as_approved(world):
    story = approved(world)
    before = close(Delivery.objects.get(), Delivery.State.LIVE, event="delivery.live", url="https://desa.example/1")

    story_edit(story=story, words=LATER, seen=1, by=world.officer)

    after = Delivery.objects.get()
    assert (after.state, after.digest) == (Delivery.State.LIVE, before.digest)


def test_approved_anew_the_new_words_alone_go_out(world):
    story = approved(world)
    channels = [delivery.channel for delivery in Delivery.objects.all()]
    story = story_edit(story=story, words=LATER, seen=1, by=world.officer)

    story_approve(story=story, channels=channels, due_at=timezone.now(), seen=2, by=world.coordinator)

    waiting = Delivery.objects.get(state=Delivery.State.WAITING)
    assert waiting.source == f"story:{story.pk}:2"


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(world):
    story = submitted(world)
    story_edit(story=story, words=LATER, seen=1, by=world.coordinator)

    with pytest.raises(StoryMoved):
        story_edit(story=story, words=WORDS, seen=1, by=world.officer)


def test_nobody_approves_words_that_they_have_not_seen(world):
    story = submitted(world)
    story_edit(story=story, words=LATER, seen=1, by=world.officer)

    with pytest.raises(StoryMoved):
        story_approve(story=story, channels=[connected(world)], due_at=timezone.now(), seen=1, by=world.coordinator)


def test_a_story_needs_somewhere_to_appear(world):
    with pytest.raises(NoChannelChosen):
        story_approve(story=submitted(world), channels=[], due_at=timezone.now(), seen=1, by=world.coordinator)


def test_a_districts_desk_does_not_speak_on_the_regencys_channel(world):
    root_site = site_add(unit=world.root, url="http://arunika.localhost", by=OPERATOR)
    access = {"user": "redaksi", "password": "sandi"}
    above = channel_connect(holder=root_site, address="https://arunika.example", secrets=access, by=OPERATOR)
    desk = appointed("meja.fajar@arunika.example", Role.COORDINATOR, world.district, subtree=True)
    story = story_submit(unit=world.village, words=WORDS, form_token=uuid4(), by=desk)

    assert above not in channels_for(world.village, desk)
    assert above in channels_for(world.village, world.coordinator)
    with pytest.raises(NotAllowed):
        story_approve(story=story, channels=[above], due_at=timezone.now(), seen=1, by=desk)


def test_a_photo_that_is_gone_is_told_before_approval(world):
    gone = {"name": "media/aa/tiada", "mime": "image/jpeg", "digest": "0" * 64, "alt": "Poster"}
    story = submitted(world, words=replace(WORDS, media=[gone]))

    with pytest.raises(RulesBroken, match="tidak ada lagi"):
        story_approve(story=story, channels=[connected(world)], due_at=timezone.now(), seen=1, by=world.coordinator)


def test_what_a_platform_would_refuse_is_not_approved(world):
    story = submitted(world, words=replace(WORDS, title=" "))

    with pytest.raises(RulesBroken):
        story_approve(story=story, channels=[connected(world)], due_at=timezone.now(), seen=1, by=world.coordinator)
    story.refresh_from_db()
    assert story.state == Story.State.SUBMITTED


def test_a_returned_story_goes_back_to_the_desk_once_it_is_mended(world):
    story = story_return(story=submitted(world), note="Sebut jamnya.", seen=1, by=world.coordinator)

    story = story_edit(story=story, words=LATER, seen=1, by=world.officer)

    assert story.state == Story.State.SUBMITTED
    assert story.note == ""


def test_every_revision_is_kept(world):
    story = submitted(world)
    story_edit(story=story, words=LATER, seen=1, by=world.coordinator)

    assert [one.words["title"] for one in story.revisions.all()] == [WORDS.title, LATER.title]


@pytest.mark.parametrize("platform", ["bluesky", "mastodon", "telegram", "threads", "facebook", "handoff", "wordpress"])
def test_long_stories_fit_each_channel(platform):
    from suluh.platforms.platform import platforms

    words = replace(WORDS, text="Warga datang ke puskesmas dengan membawa buku kesehatan. " * 40)

    content = content_for(words, platform)

    breaches = platforms()[platform].rules.breaches(content.as_post(lambda name: b""))
    assert [breach.code for breach in breaches] == []

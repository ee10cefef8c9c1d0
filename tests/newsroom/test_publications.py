"""The portal as a channel: an approved story is public once, from its hour on, until it is taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from suluh.newsroom.errors import StoryMoved
from suluh.newsroom.models import Publication, Story
from suluh.newsroom.selectors.publications import publications_public
from suluh.newsroom.services.approving import story_approve
from suluh.newsroom.services.publications import publication_withdraw, publications_renew, story_publish
from suluh.newsroom.services.stories import story_edit
from suluh.organization.errors import NotAllowed
from tests.newsroom.publishing import public_story, shown, waiting_story, withdrawn_story
from tests.newsroom.telling import WORDS, submitted
from tests.world import build_world

pytestmark = pytest.mark.django_db
LATER = replace(WORDS, title="Imunisasi campak besok")


@pytest.fixture
def world():
    return build_world()


def approve_again(world, publication, *, due_at) -> Story:
    story = story_edit(story=publication.story, words=LATER, seen=1, by=world.officer)
    channel = [world.site.channel]
    return story_approve(story=story, channels=channel, due_at=due_at, seen=2, by=world.coordinator)


def answer(publication):
    return Client().get(reverse("portal:story", args=[publication.pk]))


def test_a_story_is_not_public_before_its_approval(world):
    submitted(world)
    assert Publication.objects.count() == 0


def test_its_hour_makes_it_public_and_nothing_else(world):
    publication = waiting_story(world)
    assert answer(publication).status_code == 404
    with time_machine.travel(publication.appears_at + timedelta(seconds=1)):
        assert answer(publication).status_code == 200


def test_asked_for_again_it_stands_there_once(world):
    publication = public_story(world)
    publication.story.refresh_from_db()
    story_publish(story=publication.story, due_at=timezone.now())
    assert publications_public().count() == 1


def test_an_edit_changes_nothing_that_is_public_before_its_approval(world):
    publication = public_story(world)
    story_edit(story=publication.story, words=LATER, seen=1, by=world.officer)
    assert WORDS.title in answer(publication).content.decode()


def test_an_edit_before_its_hour_keeps_it_from_the_public_until_it_is_approved_anew(world):
    publication = waiting_story(world)
    hour = publication.appears_at
    story = story_edit(story=publication.story, words=LATER, seen=1, by=world.officer)
    with time_machine.travel(hour + timedelta(seconds=1)):
        assert answer(publication).status_code == 404
    story_approve(story=story, channels=[world.site.channel], due_at=hour, seen=2, by=world.coordinator)
    assert Publication.objects.get().title == LATER.title


def test_a_corrected_revision_takes_its_place_at_the_same_address(world):
    publication = public_story(world)
    approve_again(world, publication, due_at=timezone.now())
    publication.refresh_from_db()
    assert publications_public().count() == 1
    assert publication.title == LATER.title
    assert publication.changed_at is not None


def test_a_correction_waits_for_its_hour(world):
    publication = public_story(world)
    due = timezone.now() + timedelta(hours=1)
    approve_again(world, publication, due_at=due)
    assert publications_renew() == 0
    assert WORDS.title in answer(publication).content.decode()
    with time_machine.travel(due + timedelta(seconds=1)):
        assert publications_renew() == 1
        assert LATER.title in answer(publication).content.decode()


def test_a_withdrawn_story_answers_410_with_the_reason_and_leaves_every_list(world):
    publication = withdrawn_story(world)
    found = answer(publication)
    assert found.status_code == 410
    assert publication.reason in found.content.decode()
    assert WORDS.title not in found.content.decode()
    for name in ("front", "news", "announcements", "feed-atom", "feed-json"):
        assert WORDS.title not in Client().get(reverse(f"portal:{name}")).content.decode()


def test_a_unit_officer_does_not_withdraw(world):
    with pytest.raises(NotAllowed):
        publication_withdraw(publication=public_story(world), reason="Keliru.", by=world.officer)


def test_withdrawn_twice_it_is_withdrawn_once(world):
    publication = withdrawn_story(world)
    with pytest.raises(StoryMoved):
        publication_withdraw(publication=publication, reason="Lagi.", by=world.coordinator)


@pytest.mark.parametrize(("kind", "section"), [("news", "news"), ("service", "announcements"), ("agenda", "agenda")])
def test_each_kind_has_its_section(world, kind, section):
    assert shown(world, words=replace(WORDS, kind=kind)).section == section

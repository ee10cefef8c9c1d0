"""A story that is changed or taken back after it went out: its posts follow, and there is never a second one."""

from dataclasses import replace

import pytest
from django.utils import timezone

from suluh.channels.models import Delivery
from suluh.newsroom.models import Publication
from suluh.newsroom.services.approving import story_approve
from suluh.newsroom.services.publications import publication_withdraw
from suluh.newsroom.services.stories import story_edit
from tests.newsroom.telling import WORDS, approved
from tests.world import build_world

State, Deed = Delivery.State, Delivery.Deed


@pytest.fixture
def world(db):
    return build_world()


def gone_out(story, state=State.LIVE):
    """The story's only delivery, in a state."""
    now = timezone.now()
    Delivery.objects.update(state=state, remote="5", url="https://dinkes.example/?p=5", begun_at=now, settled_at=now)
    return Delivery.objects.get(source__startswith=f"story:{story.pk}:")


def approved_anew(world, story, channel):
    words = replace(WORDS, text="Imunisasi campak pindah ke Selasa, 7 April 2026, di puskesmas.")
    story = story_edit(story=story, words=words, seen=1, by=world.officer)
    story_approve(story=story, channels=[channel], due_at=timezone.now(), seen=2, by=world.coordinator)


def test_what_is_approved_anew_changes_the_live_post_and_makes_no_second(world):
    story = approved(world)
    first = gone_out(story)

    approved_anew(world, story, first.channel)

    (second,) = Delivery.objects.exclude(pk=first.pk)
    assert (second.deed, second.amends) == (Deed.CORRECT, first)
    assert "Selasa" in second.content["text"]


def test_what_is_approved_anew_before_its_hour_goes_out_once_with_the_new_words(world):
    story = approved(world)
    first = Delivery.objects.get()

    approved_anew(world, story, first.channel)

    first.refresh_from_db()
    (second,) = Delivery.objects.exclude(pk=first.pk)
    assert first.state == State.DROPPED
    assert (second.deed, second.state) == (Deed.PUBLISH, State.WAITING)


def test_a_story_taken_back_is_taken_down_from_its_channels(world):
    story = approved(world)
    first = gone_out(story)

    publication_withdraw(publication=Publication.objects.get(), reason="Jadwalnya batal.", by=world.coordinator)

    (second,) = Delivery.objects.exclude(pk=first.pk)
    assert (second.deed, second.amends, second.state) == (Deed.WITHDRAW, first, State.WAITING)

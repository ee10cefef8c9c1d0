"""Versions beside each other, and own words for a channel."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from suluh.channels.frozen import Content
from suluh.channels.models import Delivery
from suluh.channels.services.connecting import channel_connect
from suluh.newsroom.differences import compared
from suluh.newsroom.measured import room_of
from suluh.newsroom.models import Story
from suluh.newsroom.selectors.versions import versions_of
from suluh.newsroom.services.approving import story_approve
from suluh.newsroom.services.stories import story_edit
from suluh.organization.models import Account
from suluh.organization.rights import OPERATOR
from tests.newsroom.telling import FORM, WORDS, connected, submitted
from tests.world import build_world

PROSE = st.text(alphabet="ab \n", max_size=60)


@pytest.fixture
def world(db):
    return build_world()


@given(PROSE, PROSE)
def test_pieces_put_together_are_the_texts_and_what_is_the_same_stands_on_both_sides(before, after):
    left, right = compared(before, after)

    assert ("".join(piece.text for piece in left), "".join(piece.text for piece in right)) == (before, after)
    assert [piece.text for piece in left if piece.same] == [piece.text for piece in right if piece.same]


def test_only_the_words_that_changed_are_marked():
    left, right = compared("Senin 6 April di puskesmas", "Selasa 7 April di puskesmas")

    assert [piece.text for piece in left if not piece.same] == ["Senin 6 "]
    assert [piece.text for piece in right if not piece.same] == ["Selasa 7 "]


def test_the_last_version_stands_beside_the_one_before_it(world):
    story = submitted(world)
    story = story_edit(story=story, words=replace(WORDS, title="Imunisasi besok"), seen=1, by=world.officer)

    shown = versions_of(story)

    assert (shown.before.number, shown.after.number) == (1, 2)
    assert len(shown.found) == 1


def test_own_words_for_a_channel_are_frozen_with_the_approval(world):
    story, channel = submitted(world), connected(world)
    own = replace(WORDS, variants={"wordpress": "Khusus situs."})
    story = story_edit(story=story, words=own, seen=1, by=world.officer)

    story_approve(story=story, channels=[channel], seen=2, by=world.coordinator)

    assert Delivery.objects.get().content["text"] == "Khusus situs."
    assert story_edit(story=story, words=WORDS, seen=2, by=world.officer).state == Story.State.SUBMITTED


def test_an_edit_of_the_story_keeps_the_words_of_the_channels(world):
    story = submitted(world)
    story = story_edit(story=story, words=replace(WORDS, variants={"x": "Singkat."}), seen=1, by=world.officer)
    client = Client()
    client.force_login(world.officer)

    token = "00000000-0000-0000-0000-000000000007"
    client.post(reverse("newsroom:story-edit", args=[story.pk]), {**FORM, "seen": 2, "token": token})

    story.refresh_from_db()
    assert (story.revision, story.variants) == (3, {"x": "Singkat."})


def test_words_that_equal_the_storys_own_are_no_variant(world):
    story = submitted(world)
    connected(world)
    client = Client()
    client.force_login(world.officer)
    page = reverse("newsroom:story-variants", args=[story.pk])
    shown = client.get(page).context["form"]["text_wordpress"].value()

    client.post(page, {"seen": 1, "text_wordpress": shown.replace("\n", "\r\n")})
    story.refresh_from_db()
    assert (story.revision, story.variants) == (1, {})

    client.post(page, {"seen": 1, "text_wordpress": "Lain"})
    story.refresh_from_db()
    assert story.variants == {"wordpress": "Lain"}


@pytest.fixture
def written(world):
    """A story beside a Bluesky account, the page of its own words, and somebody signed in."""
    account = Account.objects.create(unit=world.health, platform="bluesky", handle="dinkes.example")
    channel_connect(holder=account, address="https://bsky.example", secrets={"password": "sandi"}, by=OPERATOR)
    client = Client()
    client.force_login(world.officer)
    story = submitted(world)
    return story, client, reverse("newsroom:story-variants", args=[story.pk])


def test_words_that_are_too_long_for_a_platform_are_told_at_their_field(written):
    story, client, page = written

    answer = client.post(page, {"seen": 1, "text_bluesky": "Warga datang pagi. " * 40})

    assert answer.status_code == 422
    assert "300" in str(answer.context["form"].errors["text_bluesky"])
    story.refresh_from_db()
    assert story.variants == {}


def test_words_that_are_too_long_are_cut_at_a_sentence_when_that_is_asked_for(written):
    story, client, page = written

    client.post(page, {"seen": 1, "text_bluesky": "Warga datang pagi. " * 40, "pendekkan": "1"})

    story.refresh_from_db()
    assert 200 < len(story.variants["bluesky"]) <= 300
    assert story.variants["bluesky"].endswith("pagi.")


def test_a_preview_counts_as_its_platform_counts():
    room = room_of(Content(text="👨‍👩‍👧 pagi"), "bluesky")

    assert (room.used, room.most) == (6, 300)

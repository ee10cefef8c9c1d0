"""A photo or video that a platform refuses is made to fit there, and stays as it is everywhere else."""

from io import BytesIO
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from suluh.channels.errors import RulesBroken
from suluh.channels.models import Delivery
from suluh.channels.services.connecting import channel_connect
from suluh.channels.services.planning import breaches_of
from suluh.newsroom.errors import FitsAlready, MediaNotReady, StoryMoved
from suluh.newsroom.fitting import fit_for, frame_of
from suluh.newsroom.selectors.shapes import shapes_of
from suluh.newsroom.selectors.stories import channels_for, previews_of
from suluh.newsroom.services.approving import story_approve
from suluh.newsroom.services.media import medium_settle
from suluh.newsroom.services.rows import words_of
from suluh.newsroom.services.shaping import story_media_choose, story_medium_fit, story_medium_plain
from suluh.newsroom.services.stories import story_edit
from suluh.newsroom.words import Words, content_for
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Account
from suluh.organization.rights import OPERATOR
from suluh.platforms.values import Rendition
from suluh.studio.services.media import medium_prepare, medium_take
from tests.kernel.pictures.test_cleaning import picture
from tests.kernel.videos.film import film
from tests.newsroom.telling import submitted
from tests.world import build_world

pytestmark = pytest.mark.django_db
STRIP = (1600, 40)
"""A picture that no platform with a ratio takes."""


@pytest.fixture
def world():
    return build_world()


def channel(world, platform: str = "telegram"):
    account = Account.objects.create(unit=world.health, platform=platform, handle="@dinkes")
    return channel_connect(holder=account, address="https://api.example", secrets={"token": "rahasia"}, by=OPERATOR)


def handed_in(world, content: bytes):
    medium = medium_take(unit=world.health, token=uuid4(), file=BytesIO(content), size=len(content), by=world.officer)
    return medium_prepare(medium_id=medium.pk) or medium


def story_with(world, *contents: bytes):
    media = [handed_in(world, content).facts | {"alt": "Tenda posyandu"} for content in contents]
    return submitted(world, words=Words("service", "Imunisasi", "Senin 6 April 2026 di semua puskesmas.", media=media))


def cut(story, by, platform: str = "telegram", **focus):
    token = story.media[0]["token"]
    return story_medium_fit(story=story, platform=platform, token=token, seen=story.revision, by=by, **focus)


def approve(world, story, at):
    return story_approve(story=story, channels=[at], seen=story.revision, by=world.coordinator)


def test_a_photo_of_a_refused_shape_is_approved_once_it_is_cut(world):
    story, telegram = story_with(world, picture("JPEG", STRIP)), channel(world)
    with pytest.raises(RulesBroken):
        approve(world, story, telegram)

    story = approve(world, cut(story, world.officer), telegram)

    shown = Delivery.objects.get().content["media"][0]
    assert shown["width"] / shown["height"] <= 20
    assert shown["digest"] != story.media[0]["digest"]
    assert shown["alt"] == "Tenda posyandu"


def test_other_channels_and_the_portal_show_what_was_handed_in(world):
    story = story_with(world, picture("JPEG", STRIP))
    before = content_for(words_of(story), "wordpress")

    story = cut(story, world.officer)

    assert content_for(words_of(story), "wordpress") == before
    assert content_for(words_of(story), "telegram").media != before.media


def test_the_cut_belongs_to_what_approval_freezes(world):
    story, telegram = story_with(world, picture("JPEG", STRIP)), channel(world)
    left = approve(world, cut(story, world.officer, across=0.0), telegram).approved_digest

    story.refresh_from_db()
    story = cut(story, world.officer, across=1.0)

    assert (story.state, story.approved_digest) == ("submitted", "")
    assert approve(world, story, telegram).approved_digest != left


def test_the_preview_shows_the_cut_and_its_button_before(world):
    story = story_with(world, picture("JPEG", STRIP))
    channel(world)
    (before,) = previews_of(story, channels_for(world.health, world.coordinator))
    assert [(fault.mend, fault.token) for fault in before.faults] == [("Potong ke 20:1", story.media[0]["token"])]
    assert before.faults[0].message.startswith("Foto 1: terlalu lebar")

    (after,) = previews_of(cut(story, world.officer), channels_for(world.health, world.coordinator))

    assert after.faults == []
    assert after.media[0]["token"] != story.media[0]["token"]


def test_the_focus_decides_what_is_kept(world):
    shown = picture("JPEG", STRIP)
    story = cut(story_with(world, shown), world.officer, across=1.0)

    (shape,) = shapes_of(words_of(story), "telegram")

    assert (shape.frame.left + shape.frame.width, shape.focus) == (1600, (1.0, 0.5))


def test_what_fits_already_is_not_made_anew(world):
    story = story_with(world, picture("JPEG"))

    with pytest.raises(FitsAlready):
        cut(story, world.officer)


def test_nobody_of_another_unit_cuts(world):
    story = story_with(world, picture("JPEG", STRIP))

    with pytest.raises(NotAllowed):
        cut(story, world.sibling)


def test_whoever_cuts_what_was_changed_meanwhile_is_told(world):
    story = story_with(world, picture("JPEG", STRIP))
    story_edit(story=story, words=Words("service", "Baru", "Baru.", media=story.media), seen=1, by=world.officer)

    with pytest.raises(StoryMoved):
        cut(story, world.officer)


def test_a_photo_left_out_of_a_channel_is_shown_on_the_others(world):
    story = story_with(world, *[picture("JPEG", (400 + step, 300)) for step in range(5)])
    tokens = [one["token"] for one in story.media]
    assert [one.code for one in breaches_of("mastodon", content_for(words_of(story), "mastodon"))] == ["media-count"]

    story = story_media_choose(story=story, platform="mastodon", tokens=tokens[1:], seen=1, by=world.officer)

    words = words_of(story)
    assert breaches_of("mastodon", content_for(words, "mastodon")) == []
    assert len(content_for(words, "wordpress").media) == 5
    story = story_media_choose(story=story, platform="mastodon", tokens=tokens, seen=2, by=world.officer)
    assert len(content_for(words_of(story), "mastodon").media) == 5


def test_a_cut_is_taken_back(world):
    story = story_with(world, picture("JPEG", STRIP))
    before = words_of(story)
    story = cut(story, world.officer)

    token = story.media[0]["token"]
    story = story_medium_plain(story=story, platform="telegram", token=token, seen=2, by=world.officer)

    assert words_of(story).renditions == before.renditions == {}


def test_a_photo_that_leaves_the_story_takes_its_cut_along(world):
    story = cut(story_with(world, picture("JPEG", STRIP)), world.officer)

    story = story_edit(
        story=story,
        words=Words("service", "Imunisasi", "Senin.", renditions=story.renditions),
        seen=2,
        by=world.officer,
    )

    assert story.renditions == {}


def test_a_video_is_made_lighter_by_a_worker_and_then_the_story_can_be_approved(world, settings):
    settings.CONFIG = settings.CONFIG.model_copy(update={"base_url": "https://suluh.arunika.example"})
    instagram = channel(world, "instagram")
    wide = film(size=(640, 32), seconds=3)
    story = story_with(world, wide)

    story = cut(story, world.officer, "instagram")
    with pytest.raises(MediaNotReady):
        approve(world, story, instagram)
    medium_settle(**ProcrastinateJob.objects.get(task_name="newsroom.medium").args)

    story.refresh_from_db()
    made = story.renditions["instagram"][story.media[0]["token"]]
    assert made["name"]
    assert made["width"] / made["height"] <= 10
    assert story.revisions.get(number=2).words["renditions"] == story.renditions
    assert approve(world, story, instagram).state == "approved"


def test_what_is_kept_never_passes_the_ratio():
    for width in range(300, 340):
        frame = frame_of(width, 97, (191, 100), 0.5, 0.5)
        assert frame.width * 100 <= frame.height * 191
        assert 0 <= frame.left <= width - frame.width


def test_bounds_on_pixels_count_what_is_kept():
    fit = fit_for(Rendition(ratio=(1, 1), most_width=500), width=1600, height=1000, across=0.5, down=0.5)

    assert (fit.side, fit.crop.wide) == (500, 1)


def test_the_page_offers_the_slider_of_the_side_that_is_cut(world):
    client = Client()
    client.force_login(world.officer)
    story = story_with(world, picture("JPEG", STRIP))
    page = reverse("newsroom:medium-fit", args=[story.pk, "telegram", story.media[0]["token"]])

    assert list(client.get(page).context["form"].fields) == ["across", "seen"]
    client.post(page, {"across": 100, "seen": 1})

    story.refresh_from_db()
    assert story.renditions["telegram"][story.media[0]["token"]]["across"] == 1.0
    client.post(page, {"across": 100, "seen": 2, "asli": "1"})
    story.refresh_from_db()
    assert story.renditions == {}

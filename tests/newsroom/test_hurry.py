"""The emergency lane and routine kinds."""

import pytest

from suluh.channels.models import Delivery
from suluh.newsroom.duties import reviews_open
from suluh.newsroom.errors import OwnWords
from suluh.newsroom.models import Review, Story
from suluh.newsroom.services.hurrying import review_close, story_hurry
from suluh.organization.errors import NotAllowed
from tests.newsroom.ruling import HEAD, adopted, with_steps
from tests.newsroom.telling import connected, submitted
from tests.world import build_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return build_world()


def hurried(world) -> Review:
    with_steps(HEAD)
    return story_hurry(
        story=submitted(world), channels=[connected(world)], reason="Banjir.", seen=1, by=world.coordinator
    )


def test_a_hurried_story_goes_out_before_its_steps_and_before_everything_queued(world):
    review = hurried(world)

    review.story.refresh_from_db()
    assert review.story.state == Story.State.APPROVED
    assert Delivery.objects.get().urgent


def test_somebody_else_owes_a_look_until_it_is_done(world):
    review = hurried(world)
    assert [duty.title for duty in reviews_open(world.admin)]
    assert not list(reviews_open(world.coordinator))

    review_close(review=review, verdict=Review.Verdict.STANDS, note="", by=world.admin)

    assert not list(reviews_open(world.admin))


def test_whoever_published_in_a_hurry_does_not_look_at_it_themselves(world):
    with pytest.raises(OwnWords):
        review_close(review=hurried(world), verdict=Review.Verdict.STANDS, note="", by=world.coordinator)


def test_an_officer_of_the_unit_has_no_emergency_lane(world):
    with pytest.raises(NotAllowed):
        story_hurry(story=submitted(world), channels=[connected(world)], reason="Cepat", seen=1, by=world.officer)


def test_a_routine_kind_is_published_at_once_on_the_units_own_channel(world):
    adopted(routine=("service",))
    connected(world)

    story = submitted(world)

    assert story.state == Story.State.APPROVED
    assert Delivery.objects.get().channel.unit == world.health


def test_a_routine_kind_without_a_channel_takes_its_steps(world):
    adopted(routine=("service",))

    assert submitted(world).state == Story.State.SUBMITTED


def test_a_routine_story_that_breaks_the_charter_takes_its_steps(world):
    from suluh.newsroom.rules import Check

    adopted(routine=("service",), checks=(Check.CONTACT,))
    connected(world)

    assert submitted(world).state == Story.State.SUBMITTED

"""Comments name only those who see the story, and wait on their table until they are seen."""

import pytest

from suluh.newsroom.duties import mentions_waiting
from suluh.newsroom.errors import NobodyOfThatName
from suluh.newsroom.models import Comment
from suluh.newsroom.selectors.comments import named_in, people_who_see
from suluh.newsroom.services.comments import comment_add, mentions_read
from suluh.organization.errors import NotAllowed
from suluh.organization.rights import grants_forget
from tests.newsroom.telling import submitted
from tests.world import build_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return build_world()


def test_whoever_is_named_has_it_on_the_table_until_it_is_seen(world):
    story = submitted(world)
    comment_add(story=story, text="Jam berapa, @dinkes?", by=world.coordinator)
    assert len(list(mentions_waiting(world.officer))) == 1
    assert not list(mentions_waiting(world.admin))

    mentions_read(story=story, by=world.officer)

    assert not list(mentions_waiting(world.officer))


def test_an_answer_is_proof_enough_that_it_was_read(world):
    story = submitted(world)
    comment_add(story=story, text="Jam berapa, @dinkes?", by=world.coordinator)

    comment_add(story=story, text="Pukul delapan.", by=world.officer)

    assert not list(mentions_waiting(world.officer))


def test_nobody_is_named_who_does_not_see_the_story(world):
    story = submitted(world)

    assert world.sibling not in people_who_see(story).values()
    with pytest.raises(NobodyOfThatName):
        comment_add(story=story, text="Lihat ini, @dinsos", by=world.coordinator)
    assert not Comment.objects.exists()


def test_whoever_no_longer_sees_the_story_is_not_asked_about_it(world):
    comment_add(story=submitted(world), text="Jam berapa, @dinkes?", by=world.coordinator)
    world.officer.memberships.all().delete()
    grants_forget(world.officer)

    assert not list(mentions_waiting(world.officer))


def test_another_units_officer_says_nothing(world):
    with pytest.raises(NotAllowed):
        comment_add(story=submitted(world), text="Halo", by=world.sibling)


def test_a_mail_address_names_nobody():
    assert named_in("Tulis ke redaksi@dinkes.example, kata @Dinkes dan @dinkes") == ["dinkes"]

"""A step that falls vacant after a story was sent: who is told, how the story goes on, and that no voice is made up."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from suluh.newsroom.duties import steps_vacant
from suluh.newsroom.errors import StepIsHeld
from suluh.newsroom.models import Approval, Override, Story
from suluh.newsroom.rules import DESK, Place, Step
from suluh.newsroom.selectors.hand_over import estate
from suluh.newsroom.selectors.stories import story_file
from suluh.newsroom.services.approving import story_approve
from suluh.newsroom.services.vacancies import story_pass_over, vacancies_tend
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Event, Membership, Role
from suluh.organization.rights import OPERATOR
from suluh.organization.services.people import membership_end, membership_grant
from tests.newsroom.ruling import HEAD, adopted, with_steps
from tests.newsroom.telling import connected, submitted
from tests.world import appointed, build_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    world = build_world()
    # the head of the government stands above every office; here each office has its own head or none
    Membership.objects.filter(person=world.leader).delete()
    return world


@pytest.fixture
def head(world):
    return appointed("kadis@arunika.example", Role.LEADER, world.health)


@pytest.fixture
def stranded(world, head):
    """A story that waits for a head whose role ended today."""
    with_steps(HEAD)
    story = submitted(world)
    membership_end(membership=head.memberships.get(), day=timezone.localdate(), by=OPERATOR)
    return story


def passed_over(story: Story, by) -> Story:
    return story_pass_over(story=story, reason="Jabatan kosong", seen=story.revision, at_step=story.step, by=by)


def test_a_held_step_is_not_vacant(world, head):
    with_steps(HEAD)

    assert story_file(submitted(world), world.officer).empty is None


def test_the_page_of_a_stranded_story_says_who_is_wanted_where(client, world, stranded):
    client.force_login(world.officer)

    page = client.get(reverse("newsroom:story", args=[stranded.pk])).content.decode()

    assert "Langkah Kepala unit kekurangan 1 orang yang dapat memutuskan." in page
    assert "Dinas Kesehatan: Kepala" in page


def test_whoever_can_appoint_has_it_among_their_duties_and_nobody_else(world, stranded):
    assert [duty.title for duty in steps_vacant(world.coordinator)] == ["Isi langkah Kepala unit di Dinas Kesehatan"]
    assert list(steps_vacant(world.officer)) == []


def test_the_hand_over_names_the_step(world, stranded):
    assert [(one.step, one.unit, one.count) for one in estate(world.coordinator).vacancies] == [
        ("Kepala unit", world.health, 1)
    ]


def test_a_quorum_that_too_few_people_can_reach_is_vacant_too(world):
    adopted(steps=(replace(DESK, roles=("coordinator",), quorum=2),))

    assert story_file(submitted(world), world.coordinator).empty.lacking == 1


def test_who_wrote_a_story_counts_for_none_where_the_charter_wants_two_people(world):
    step = Step("Petugas", Place.UNIT, ("unit_officer",))
    with_steps(step, own_words=False)

    assert story_file(submitted(world), world.officer).empty.lacking == 1


def test_a_stranded_story_moves_on_as_soon_as_somebody_is_appointed(world, stranded):
    vacancies_tend(timezone.now())
    successor = appointed("baru@arunika.example", Role.UNIT_OFFICER, world.health)
    membership_grant(person=successor, unit=world.health, role=Role.LEADER, by=OPERATOR)

    story = story_approve(story=stranded, seen=1, by=successor)

    assert story.route[story.step]["name"] == "Meja redaksi"


def test_the_promise_begins_anew_with_the_appointment(world, stranded):
    later = timezone.now() + timedelta(days=3)
    assert vacancies_tend(timezone.now()) == (1, 0)
    assert vacancies_tend(timezone.now()) == (0, 0)
    appointed("baru@arunika.example", Role.LEADER, world.health)

    assert vacancies_tend(later) == (0, 1)

    stranded.refresh_from_db()
    assert (stranded.vacant_since, stranded.promised_at) == (None, later + timedelta(hours=4))
    told = Event.objects.filter(code__startswith="story.step-").order_by("pk")
    assert [event.code for event in told] == ["story.step-vacant", "story.step-held"]


def test_the_desk_passes_a_vacant_step_over_with_a_reason_that_everybody_reads(world, stranded):
    story = passed_over(stranded, world.coordinator)

    assert story.route[story.step]["name"] == "Meja redaksi"
    assert not Approval.objects.exists()
    assert [(one.code, one.reason) for one in Override.objects.all()] == [("step-passed-over", "Jabatan kosong")]


def test_a_step_that_somebody_can_decide_is_not_passed_over(world, head):
    with_steps(HEAD)

    with pytest.raises(StepIsHeld):
        passed_over(submitted(world), world.coordinator)


def test_a_units_officer_passes_no_step_over(world, stranded):
    with pytest.raises(NotAllowed):
        passed_over(stranded, world.officer)


def test_behind_the_last_step_the_desk_decides_and_nothing_is_approved_by_itself(world, head):
    adopted(steps=(HEAD,))
    story, channel = submitted(world), connected(world)
    membership_end(membership=head.memberships.get(), day=timezone.localdate(), by=OPERATOR)

    story = passed_over(story, world.coordinator)

    assert (story.state, story.route[story.step]["name"]) == (Story.State.SUBMITTED, "Meja redaksi")
    done = story_approve(story=story, seen=1, channels=[channel], by=world.coordinator)
    assert done.state == Story.State.APPROVED

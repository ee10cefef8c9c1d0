"""Steps of approval: who speaks, how many, in whose place, and that an edit begins anew."""

from dataclasses import replace
from datetime import timedelta
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from suluh.channels.models import Delivery
from suluh.newsroom.errors import AlreadyVoiced, MediaNotReady, OwnWords, StoryMoved
from suluh.newsroom.models import Approval, Story
from suluh.newsroom.rules import DESK
from suluh.newsroom.selectors.queue import Asked, queue
from suluh.newsroom.selectors.stories import stories_visible_to
from suluh.newsroom.services.approving import story_approve
from suluh.newsroom.services.deputies import deputy_appoint, deputy_end
from suluh.newsroom.services.stories import story_edit, story_submit
from suluh.newsroom.templatetags.newsroom import capped
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Membership, Role
from suluh.organization.rights import OPERATOR, grants_of
from suluh.organization.services.people import membership_end
from tests.newsroom.ruling import DISTRICT, HEAD, adopted, with_steps
from tests.newsroom.telling import WORDS, connected, submitted
from tests.world import appointed, build_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return build_world()


@pytest.fixture
def head(world):
    return appointed("kadis@arunika.example", Role.LEADER, world.health)


def second_desk(world):
    return appointed("kominfo.dua@arunika.example", Role.COORDINATOR, world.root, subtree=True)


def copied(story: Story) -> Story:
    """The same once more, as a row that is not written yet."""
    return Story(
        **{field.attname: getattr(story, field.attname) for field in Story._meta.fields}
        | {"id": None, "form_token": uuid4()}
    )


def voice(story: Story, by, **more) -> Story:
    return story_approve(story=story, seen=story.revision, by=by, **more)


def standing_for(principal, deputy, *, days: int = 3):
    today = timezone.localdate()
    until = today + timedelta(days=days)
    return deputy_appoint(
        principal=principal, deputy=deputy, valid_from=today, valid_until=until, reason="Cuti", by=OPERATOR
    )


def test_a_story_passes_its_steps_in_order_and_is_delivered_at_the_last(world, head):
    with_steps(HEAD)
    story, channel = submitted(world), connected(world)

    story = voice(story, head)
    assert (story.state, story.route[story.step]["name"]) == (Story.State.SUBMITTED, "Meja redaksi")
    assert not Delivery.objects.exists()

    story = voice(story, world.coordinator, channels=[channel])
    assert story.state == Story.State.APPROVED
    assert Delivery.objects.count() == 1


def test_nobody_speaks_for_a_video_before_it_can_be_seen(world, head):
    with_steps(HEAD)
    film = {"token": str(uuid4()), "kind": "video", "alt": "Antrean posyandu"}
    story = submitted(world, words=replace(WORDS, media=[film]))

    with pytest.raises(MediaNotReady):
        voice(story, head)
    assert not Approval.objects.exists()


def test_nobody_speaks_for_a_step_that_is_not_theirs(world, head):
    with_steps(HEAD)

    with pytest.raises(NotAllowed):
        voice(submitted(world), world.coordinator)


def test_a_villages_story_takes_the_step_of_its_district_and_an_offices_does_not(world):
    with_steps(DISTRICT)
    village = story_submit(unit=world.village, words=WORDS, form_token=uuid4(), by=world.district_officer)

    assert [row["name"] for row in village.route] == ["Kecamatan", "Meja redaksi"]
    assert [row["name"] for row in submitted(world).route] == ["Meja redaksi"]


def test_a_step_that_nobody_holds_is_passed_over_and_told(world):
    Membership.objects.filter(role=Role.LEADER).delete()
    with_steps(HEAD)

    story = submitted(world)

    assert story.route[0]["vacant"]
    assert story.route[story.step]["name"] == "Meja redaksi"


def test_a_quorum_waits_for_another_person(world):
    adopted(steps=(replace(DESK, quorum=2),))
    story, channel = submitted(world), connected(world)

    story = voice(story, world.coordinator, channels=[channel])
    assert story.state == Story.State.SUBMITTED
    with pytest.raises(AlreadyVoiced):
        voice(story, world.coordinator, channels=[channel])

    assert voice(story, second_desk(world), channels=[channel]).state == Story.State.APPROVED


def test_a_deputy_speaks_in_the_place_of_another_and_is_named(world, head):
    with_steps(HEAD)
    standing_for(head, world.sibling)
    story = submitted(world)

    voice(story, world.sibling)

    told = Approval.objects.get()
    assert (told.by, told.for_whom) == (world.sibling, head)


def test_a_deputy_does_not_count_twice_beside_the_principal(world, head):
    with_steps(replace(HEAD, quorum=2))
    standing_for(head, world.sibling)
    story = submitted(world)
    voice(story, head)

    with pytest.raises(AlreadyVoiced):
        voice(story, world.sibling)


def test_a_deputy_sees_and_decides_only_while_standing_in(world, head):
    with_steps(HEAD)
    row = standing_for(head, world.sibling)
    story = submitted(world)
    assert stories_visible_to(world.sibling).filter(pk=story.pk).exists()

    deputy_end(deputy=row, by=head)

    world.sibling.__dict__.pop("_principals")
    assert not stories_visible_to(world.sibling).filter(pk=story.pk).exists()
    with pytest.raises(NotAllowed):
        voice(story, world.sibling)


def test_a_deputy_has_no_more_right_than_the_principal_has_today(world, head):
    with_steps(HEAD)
    standing_for(head, world.sibling)
    story = submitted(world)
    membership_end(membership=head.memberships.get(), day=timezone.localdate(), by=OPERATOR)

    with pytest.raises(NotAllowed):
        voice(story, world.sibling)


def test_a_role_that_ended_a_minute_ago_approves_nothing(world):
    story, channel = submitted(world), connected(world)
    assert grants_of(world.coordinator)  # what the request has read and kept
    held = Membership.objects.select_related("person").get(person=world.coordinator)

    membership_end(membership=held, day=timezone.localdate(), by=OPERATOR)

    with pytest.raises(NotAllowed):
        voice(story, world.coordinator, channels=[channel])


def test_somebody_whose_sign_in_was_closed_approves_nothing(world):
    story, channel = submitted(world), connected(world)
    type(world.coordinator).objects.filter(pk=world.coordinator.pk).update(is_active=False)

    with pytest.raises(NotAllowed):
        voice(story, world.coordinator, channels=[channel])


def test_an_edit_begins_all_steps_anew(world, head):
    with_steps(HEAD)
    story = voice(submitted(world), head)

    story = story_edit(story=story, words=replace(WORDS, title="Lain"), seen=1, by=world.officer)

    assert story.route[story.step]["name"] == "Kepala unit"
    with pytest.raises(NotAllowed):
        voice(story, world.coordinator)


def test_a_story_approved_again_changes_its_live_post_and_posts_nothing_twice(world):
    story, channel = submitted(world), connected(world)
    voice(story, world.coordinator, channels=[channel])
    now = timezone.now()
    Delivery.objects.update(state=Delivery.State.LIVE, begun_at=now, settled_at=now, remote="7")
    story = story_edit(story=story, words=replace(WORDS, title="Lain"), seen=1, by=world.officer)

    voice(story, world.coordinator, channels=[channel])

    first, second = Delivery.objects.order_by("pk")
    assert (second.deed, second.amends) == (Delivery.Deed.CORRECT, first)


def test_a_story_approved_again_before_its_hour_appears_once_in_its_newer_words(world):
    story, channel, later = submitted(world), connected(world), timezone.now() + timedelta(hours=5)
    voice(story, world.coordinator, channels=[channel], due_at=later)
    story = story_edit(story=story, words=replace(WORDS, title="Lain"), seen=1, by=world.officer)

    voice(story, world.coordinator, channels=[channel], due_at=later)

    waiting = Delivery.objects.get(state=Delivery.State.WAITING)
    assert (waiting.content["title"], waiting.due_at) == ("Lain", later)


def test_a_step_that_was_decided_meanwhile_takes_no_second_voice(world, head):
    with_steps(HEAD)
    story = submitted(world)
    both = appointed("dua.jabatan@arunika.example", Role.LEADER, world.health)
    Membership.objects.create(
        person=both, unit=world.root, role=Role.COORDINATOR, subtree=True, valid_from=timezone.localdate()
    )
    voice(story, head)

    with pytest.raises(StoryMoved):
        story_approve(story=story, seen=1, at_step=0, channels=[connected(world)], by=both)


def test_where_the_charter_wants_two_people_nobody_approves_their_own_words(world):
    adopted(own_words=False)
    story, channel = submitted(world), connected(world)
    story = story_edit(story=story, words=replace(WORDS, title="Lain"), seen=1, by=world.coordinator)

    with pytest.raises(OwnWords):
        voice(story, world.coordinator, channels=[channel])
    assert voice(story, second_desk(world), channels=[channel]).state == Story.State.APPROVED


def test_the_queue_shows_everybody_what_waits_for_them(world, head):
    with_steps(HEAD)
    story = submitted(world)

    assert queue(head, Asked(tab="saya")).stories == [story]
    assert queue(world.coordinator, Asked(tab="saya")).stories == []
    assert queue(world.coordinator, Asked(tab="meja")).stories == [story]


def test_what_was_promised_first_stands_first_and_pages_follow_without_gaps(world):
    stories = [submitted(world) for _ in range(5)]
    Story.objects.filter(pk=stories[3].pk).update(promised_at=timezone.now() - timedelta(days=1))

    seen, after = [], ""
    while True:
        page = queue(world.coordinator, Asked(tab="meja", after=after, size=2))
        seen += [story.pk for story in page.stories]
        after = page.after
        if not after:
            break

    assert seen == [stories[place].pk for place in (3, 0, 1, 2, 4)]


def test_the_queue_finds_titles_by_their_words_in_any_order(world):
    story = submitted(world, words=replace(WORDS, title="Imunisasi campak untuk balita"))
    submitted(world, words=replace(WORDS, title="Imunisasi polio"))

    assert queue(world.coordinator, Asked(tab="meja", words="CAMPAK imunisasi")).stories == [story]


def test_the_next_page_keeps_what_was_asked_for(world):
    for _ in range(3):
        submitted(world)

    page = queue(world.coordinator, Asked(tab="meja", words="campak", kind="service", size=1))

    assert page.next_page.startswith("tab=meja&jenis=service&q=campak&baris=1&setelah=")


@pytest.mark.parametrize("tab", ["meja", "setuju"])
def test_a_long_queue_asks_the_database_twelve_times_at_most(world, client, tab, django_assert_max_num_queries):
    story = submitted(world)
    waits = {"held_by": world.coordinator}
    approved = {"state": "approved", "approved_revision": 1, "approved_at": story.submitted_at, "approved_digest": "0"}
    for name, value in {"meja": waits, "setuju": approved}[tab].items():
        setattr(story, name, value)
    Story.objects.bulk_create([copied(story) for _ in range(15)])
    client.force_login(world.coordinator, backend="django.contrib.auth.backends.ModelBackend")
    client.get(f"/redaksi/?tab={tab}&baris=500")

    with django_assert_max_num_queries(12):
        page = client.get(f"/redaksi/?tab={tab}&baris=500")

    assert len(page.context["page"].stories) >= 15


@pytest.mark.django_db(transaction=True)
def test_of_two_who_approve_at_once_one_decides_and_the_other_is_told(world):
    story, channel = submitted(world), connected(world)
    start, met = Barrier(2), []

    def approve(person):
        start.wait()
        try:
            story_approve(story=story, seen=1, channels=[channel], by=person)
            met.append("approved")
        except StoryMoved:
            met.append("told")
        finally:
            connection.close()

    threads = [Thread(target=approve, args=(person,)) for person in (world.coordinator, second_desk(world))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(met) == ["approved", "told"]
    assert Delivery.objects.count() == 1


def test_a_queue_beyond_counting_says_so_instead_of_a_wrong_number(world, monkeypatch):
    monkeypatch.setattr("suluh.newsroom.selectors.queue.MOST_COUNTED", 2)
    monkeypatch.setattr("suluh.newsroom.templatetags.newsroom.MOST_COUNTED", 2)
    for _ in range(3):
        submitted(world)

    assert queue(world.coordinator, Asked()).counts["meja"] == 2
    assert capped(2) == "1+"

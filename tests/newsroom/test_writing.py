"""Writing help beside a story, and personal data that somebody answers for."""

from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone

from suluh.newsroom.errors import StoryMoved
from suluh.newsroom.errors_planning import PrivateDataOpen
from suluh.newsroom.models import Confirmation
from suluh.newsroom.selectors.writing import story_help
from suluh.newsroom.services.approving import story_approve
from suluh.newsroom.services.confirming import private_confirm
from suluh.newsroom.services.stories import story_edit
from suluh.organization.errors import NotAllowed
from tests.newsroom.telling import WORDS, connected, submitted
from tests.world import build_world

pytestmark = pytest.mark.django_db
NUMBERED = replace(WORDS, text=f"{WORDS.text} Hubungi 081234567890.")


@pytest.fixture
def world():
    return build_world()


def approve(world, story):
    return story_approve(
        story=story, channels=[connected(world)], due_at=timezone.now(), seen=story.revision, by=world.coordinator
    )


def test_personal_data_hold_up_approval_until_somebody_answers(world):
    story = submitted(world, words=NUMBERED)

    with pytest.raises(PrivateDataOpen):
        approve(world, story)

    private_confirm(story=story, reason="Nomor layanan puskesmas", seen=1, by=world.officer)
    assert approve(world, story).approved_revision == 1


def test_no_other_advice_holds_up_approval(world):
    story = submitted(world, words=replace(WORDS, text="Rapat di laksanakan pukul 09:00."))

    assert story_help(story).help.others
    assert approve(world, story).approved_revision == 1


def test_an_answer_holds_for_the_same_words_and_no_others(world):
    story = submitted(world, words=NUMBERED)
    private_confirm(story=story, reason="Nomor layanan", seen=1, by=world.officer)

    story = story_edit(story=story, words=replace(NUMBERED, title="Judul lain"), seen=1, by=world.officer)
    assert story_help(story).open == ()

    other = replace(NUMBERED, text=NUMBERED.text.replace("7890", "7899"))
    story = story_edit(story=story, words=other, seen=2, by=world.officer)
    assert [one.words for one in story_help(story).open] == ["081234567899"]


def test_the_answer_names_who_gave_it_and_keeps_no_data(world):
    story = submitted(world, words=NUMBERED)
    private_confirm(story=story, reason="Nomor layanan", seen=1, by=world.officer)
    answer = Confirmation.objects.get()

    assert (answer.by, answer.reason) == (world.officer, "Nomor layanan")
    assert "0812" not in str(vars(answer))


def test_nobody_answers_for_words_that_they_have_not_seen(world):
    story = submitted(world, words=NUMBERED)
    story_edit(story=story, words=replace(NUMBERED, title="Judul lain"), seen=1, by=world.officer)

    with pytest.raises(StoryMoved):
        private_confirm(story=story, reason="Nomor layanan", seen=1, by=world.officer)


def test_another_units_officer_answers_for_nothing(world):
    with pytest.raises(NotAllowed):
        private_confirm(story=submitted(world, words=NUMBERED), reason="Ya", seen=1, by=world.sibling)


def test_a_form_is_read_while_it_is_filled_in_and_nothing_is_kept(world, client):
    client.force_login(world.officer, backend="django.contrib.auth.backends.ModelBackend")
    told = {"kind": "news", "title": "Rapat", "text": "Rapat <b>di laksanakan</b>. Hubungi 081234567890."}

    part = client.post(reverse("newsroom:writing-check"), told, headers={"HX-Request": "true"}).content.decode()
    page = client.post(reverse("newsroom:writing-check"), told).content.decode()

    assert "dilaksanakan" in part
    assert '<mark class="words">081234567890</mark>' in part
    assert "<b>di laksanakan" not in part
    assert "<html" not in part
    assert "dilaksanakan" in page
    assert "<html" in page

"""The form of a story: nothing that was sent is lost, the same form is one story, a phone knows whose it is."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from suluh.newsroom.errors import MediaNotReady
from suluh.newsroom.forms_story import first_sentence
from suluh.newsroom.models import Story
from suluh.newsroom.phone import COOKIE
from suluh.newsroom.selectors.submitting import owner_of, submission_context
from suluh.newsroom.services.approving import story_approve
from suluh.newsroom.services.media import medium_settle
from suluh.newsroom.services.stories import story_submit
from suluh.newsroom.words import Words, content_for
from suluh.studio.models import Medium
from tests.kernel.pictures.test_cleaning import picture
from tests.kernel.videos.film import film
from tests.newsroom.telling import connected, photo, submitted
from tests.world import build_world

pytestmark = pytest.mark.django_db
TOLD = {"kind": "news", "text": "Posyandu keliling mulai Senin. Bawa buku KIA.", "happens_on": "2026-04-06"}
JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def world():
    return build_world()


@pytest.fixture
def phone(world):
    client = Client()
    client.force_login(world.officer)
    return client


def address(world) -> str:
    return reverse("newsroom:submit", args=[world.health.slug])


def told(**more):
    return {**TOLD, "token": str(uuid4()), **more}


def test_a_phone_without_the_right_reads_why(world):
    client = Client()
    client.force_login(world.leader)

    answer = client.post(reverse("newsroom:medium-add", args=[world.health.slug]), **JSON)

    assert answer.status_code == 403
    assert "Diskominfo" in answer.json()["fault"]


def test_what_is_no_photo_is_told_to_the_phone(world, phone):
    upload = {"token": str(uuid4()), "file": SimpleUploadedFile("foto.jpg", b"<svg></svg>")}

    answer = phone.post(reverse("newsroom:medium-add", args=[world.health.slug]), upload, **JSON)

    assert answer.status_code == 409
    assert answer.json()["fault"]


def test_ten_sendings_of_a_form_make_one_story(world, phone):
    form = told()

    answers = [phone.post(address(world), form, **JSON) for _ in range(10)]

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["address"] for answer in answers}) == 1
    assert Story.objects.count() == 1


def test_photos_sent_ahead_stand_in_the_story_in_their_order(world, phone):
    first, second = photo(world), photo(world)
    form = told(medium=[str(second.token), str(first.token)])
    described = {f"alt-{second.token}": "Tenda posyandu", f"alt-{first.token}": "Timbangan"}

    phone.post(address(world), {**form, **described})

    story = Story.objects.get()
    assert [one["alt"] for one in story.media] == ["Tenda posyandu", "Timbangan"]
    assert [medium.alt for medium in content_for(Words(**_columns(story)), "wordpress").media] == [
        "Tenda posyandu",
        "Timbangan",
    ]
    assert Medium.objects.filter(kept=True).count() == 2


def _columns(story: Story) -> dict:
    return {name: getattr(story, name) for name in Words.__slots__}


def test_a_fault_in_the_form_keeps_the_photo(world, phone):
    answer = phone.post(address(world), told(text="", photos=SimpleUploadedFile("a.jpg", picture("JPEG"))))

    assert answer.status_code == 422
    token = str(Medium.objects.get().token)
    assert f'name="medium" value="{token}"' in answer.content.decode()
    phone.post(address(world), told(medium=[token], **{f"alt-{token}": "Tenda"}))
    assert Story.objects.get().media[0]["token"] == token


def test_a_photo_without_words_for_those_who_cannot_see_it_is_asked_for_them(world, phone):
    answer = phone.post(address(world), told(photos=SimpleUploadedFile("a.jpg", picture("JPEG"))))

    assert answer.status_code == 422
    assert "untuk orang yang tidak dapat melihatnya" in answer.content.decode()


def test_what_is_no_photo_is_told_with_its_name_and_the_rest_stays(world, phone):
    svg = SimpleUploadedFile("peta.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")

    page = phone.post(address(world), told(photos=svg)).content.decode()

    assert "peta.jpg: Ini gambar SVG" in page
    assert TOLD["text"] in page


def test_a_photo_of_another_unit_is_never_shown(world, phone):
    world.officer, officer = world.sibling, world.officer
    world.health, health = world.social, world.health
    foreign = photo(world)
    world.officer, world.health = officer, health

    phone.post(address(world), told(medium=[str(foreign.token)], **{f"alt-{foreign.token}": "Rahasia"}))

    assert Story.objects.get().media == []
    assert phone.get(reverse("newsroom:medium", args=[foreign.token])).status_code == 404


def test_without_a_title_the_first_sentence_stands_for_it(world, phone):
    phone.post(address(world), told())

    assert Story.objects.get().title == "Posyandu keliling mulai Senin"


def test_a_long_first_sentence_is_cut_between_words():
    title = first_sentence(
        "Pemerintah kabupaten mengumumkan jadwal pelayanan kependudukan keliling di dua belas kecamatan"
    )

    assert title == "Pemerintah kabupaten mengumumkan jadwal pelayanan kependudukan keliling di dua …"


def test_the_place_and_the_contact_are_filled_in_where_they_are_known(world):
    submitted(world, words=Words("news", "Imunisasi", "Mulai Senin.", place="Puskesmas", contact="info@dinkes.example"))

    office, village = submission_context(world.health), submission_context(world.village)

    assert (office.place, office.places, office.contact) == ("", ["Puskesmas"], "info@dinkes.example")
    assert village.place == world.village.name


def test_a_video_is_prepared_by_a_worker_and_then_stands_in_the_story(world, phone):
    upload = {"token": str(uuid4()), "file": SimpleUploadedFile("a.mp4", film())}
    token = phone.post(reverse("newsroom:medium-add", args=[world.health.slug]), upload).json()["token"]
    phone.post(address(world), told(medium=[token], **{f"alt-{token}": "Antrean posyandu"}))
    story = Story.objects.get()
    with pytest.raises(MediaNotReady):
        story_approve(story=story, channels=[connected(world)], due_at=None, seen=1, by=world.coordinator)

    job = ProcrastinateJob.objects.get(task_name="newsroom.medium")
    medium_settle(**job.args)

    story.refresh_from_db()
    assert story.media[0]["mime"] == "video/mp4"
    assert story.media[0]["alt"] == story.revisions.get().words["media"][0]["alt"] == "Antrean posyandu"
    assert story.revisions.get().words["media"] == story.media


def test_a_video_that_is_ready_before_its_story_is_sent_stands_in_it(world, phone):
    upload = {"token": str(uuid4()), "file": SimpleUploadedFile("a.mp4", film())}
    token = phone.post(reverse("newsroom:medium-add", args=[world.health.slug]), upload).json()["token"]
    stale = Medium.objects.get().facts | {"alt": "Antrean"}
    medium_settle(medium_id=Medium.objects.get().pk)

    story = story_submit(
        unit=world.health, words=Words("news", "Antre", "Antre.", media=[stale]), form_token=uuid4(), by=world.officer
    )

    assert story.media[0]["token"] == token
    assert story.media[0]["name"]


def test_a_phone_is_told_whose_it_is_and_forgets_it_when_that_person_signs_out(world, phone):
    phone.get(address(world))
    assert phone.cookies[COOKIE].value == owner_of(world.officer)

    phone.post(reverse("account_logout"))

    assert phone.cookies[COOKIE].value == ""


def test_the_next_person_on_the_phone_is_somebody_else_to_it(world, phone):
    phone.get(address(world))
    phone.force_login(world.coordinator)

    phone.get("/")

    assert phone.cookies[COOKIE].value == ""
    assert owner_of(world.coordinator) != owner_of(world.officer)


def test_a_phone_that_is_signed_out_is_told_so_in_one_word(world):
    assert Client().get(reverse("newsroom:sender")).status_code == 401


def test_the_page_for_being_offline_names_nobody(world, phone):
    page = phone.get(reverse("newsroom:offline")).content.decode()

    assert world.officer.name not in page
    assert world.health.name not in page
    assert 'data-owner=""' in page

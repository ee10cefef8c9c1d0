"""Photos and videos of officers: taken once, made safe, told in words where they are refused."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import Image

from suluh.kernel.pictures import Crop
from suluh.organization import media_store
from suluh.organization.errors import NotAllowed
from suluh.studio.errors import MediumElsewhere, MediumNotTaken
from suluh.studio.models import Medium
from suluh.studio.services.media import (
    PHOTO_BYTES,
    TERM,
    VIDEO_BYTES,
    media_forget,
    media_hold,
    medium_prepare,
    medium_render,
    medium_take,
)
from tests.kernel.pictures.test_cleaning import picture
from tests.kernel.videos.film import film
from tests.world import build_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return build_world()


def taken(world, content: bytes, *, token=None, size: int = 0, unit=None, by=None) -> Medium:
    return medium_take(
        unit=unit or world.health,
        token=token or uuid4(),
        file=BytesIO(content),
        size=size or len(content),
        by=by or world.officer,
    )


def refused(world, content: bytes, **more) -> str:
    with pytest.raises(MediumNotTaken) as told:
        taken(world, content, **more)
    return told.value.message


def test_a_photo_is_drawn_anew_and_measured(world):
    medium = taken(world, picture("PNG", (2000, 1000)))

    assert (medium.kind, medium.state, medium.width, medium.height) == ("photo", "ready", 1600, 800)
    assert Image.open(BytesIO(media_store.read(medium.name))).format == "JPEG"


def test_the_same_token_sent_ten_times_is_one_medium(world):
    token = uuid4()

    assert len({taken(world, picture("JPEG"), token=token).pk for _ in range(10)}) == 1


def test_a_token_of_another_unit_brings_nothing_to_light(world):
    token = uuid4()
    taken(world, picture("JPEG"), token=token, unit=world.social, by=world.sibling)

    with pytest.raises(MediumElsewhere):
        taken(world, picture("JPEG"), token=token)


def test_another_units_officer_hands_in_nothing(world):
    with pytest.raises(NotAllowed):
        taken(world, picture("JPEG"), by=world.sibling)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "SVG"),
        (b"#EXTM3U\nhttp://127.0.0.1/a.ts", "daftar putar"),
        (b"%PDF-1.7 isi", "PDF"),
        (b"GIF89a" + b"\0" * 40, "GIF"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 40, "HEIC"),
        (b"MZ\x90\0" + b"\0" * 40, "bukan foto"),
        (b"\0\0\0\x18ftypisom" + b"\0" * 400, "rusak"),
        (b"\xff\xd8\xff" + b"\0" * 400, "bukan gambar"),
        (b"", "bukan foto"),
    ],
    ids=["svg", "playlist", "pdf", "gif", "heic", "program", "no-film", "no-photo", "empty"],
)
def test_what_cannot_be_published_is_refused_by_its_name(world, content, word):
    assert word.lower() in refused(world, content).lower()
    assert not Medium.objects.exists()


@pytest.mark.parametrize(("head", "size"), [(picture("JPEG"), PHOTO_BYTES + 1), (film()[:64], VIDEO_BYTES + 1)])
def test_what_is_too_heavy_is_refused_before_it_is_read(world, head, size):
    assert "lebih" in refused(world, head, size=size)


def test_a_video_waits_until_it_is_encoded_anew_and_what_was_sent_goes(world, django_capture_on_commit_callbacks):
    medium = taken(world, film())
    assert (medium.kind, medium.state, medium.name) == ("video", "preparing", "")
    sent = medium.sent

    with django_capture_on_commit_callbacks(execute=True):
        medium = medium_prepare(medium_id=medium.pk)

    assert (medium.state, medium.mime, medium.width, medium.height) == ("ready", "video/mp4", 96, 64)
    assert media_store.read(medium.name)[4:8] == b"ftyp"
    assert not default_storage.exists(sent)


def test_a_video_that_is_damaged_on_the_way_keeps_the_reason(world):
    content = film(seconds=2)
    medium = taken(world, content)
    default_storage.delete(medium.sent)

    assert medium_prepare(medium_id=medium.pk).state == "failed"
    medium.refresh_from_db()
    assert "Kirim sekali lagi" in medium.fault


def test_neither_place_nor_script_is_left_in_what_is_kept(world):
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1], exif.get_ifd(0x8825)[2] = "S", (6.0, 10.0, 30.0)
    exif[0x010E] = "<script>alert(1)</script> rumah warga"
    sent = picture("JPEG", (900, 600), exif=exif, comment=b"<script>") + b"PK\x03\x04<html><script>"

    medium = taken(world, sent)
    cut = medium_render(medium=medium, crop=Crop(1, 1), by=world.officer)

    for kept in (medium, cut):
        content = media_store.read(kept.name)
        assert b"script" not in content
        assert not Image.open(BytesIO(content)).getexif()


def test_a_video_is_cut_by_a_worker_from_what_was_prepared(world):
    medium = medium_prepare(medium_id=taken(world, film()).pk)
    assert medium is not None

    waiting = medium_render(medium=medium, crop=Crop(1, 1), within=400_000, by=world.officer)
    cut = medium_prepare(medium_id=waiting.pk)

    assert (waiting.state, waiting.name) == ("preparing", "")
    assert (cut.state, cut.width, cut.height, cut.made_from) == ("ready", 64, 64, medium)
    assert cut.digest != medium.digest


def test_a_video_too_long_for_its_bytes_says_to_cut_it(world):
    medium = medium_prepare(medium_id=taken(world, film(seconds=5)).pk)
    assert medium is not None

    failed = medium_prepare(medium_id=medium_render(medium=medium, within=20_000, by=world.officer).pk)

    assert failed.state == "failed"
    assert "Potong" in failed.fault


def test_a_rendition_has_the_shape_and_keeps_the_focus(world):
    shown = Image.new("RGB", (1200, 600), "#101010")
    shown.paste("#ffffff", (1000, 0, 1200, 600))
    out = BytesIO()
    shown.save(out, "PNG")
    medium = taken(world, out.getvalue())

    cut = medium_render(medium=medium, crop=Crop(4, 5, across=1.0), by=world.officer)

    assert cut.width / cut.height == pytest.approx(4 / 5, rel=0.01)
    assert Image.open(BytesIO(media_store.read(cut.name))).convert("L").getpixel((cut.width - 5, 5)) > 200
    assert cut.made_from == medium


def test_a_rendition_asked_for_twice_is_made_once(world):
    medium = taken(world, picture("JPEG"))

    first, second = (medium_render(medium=medium, crop=Crop(1, 1), by=world.officer) for _ in range(2))

    assert first == second


def test_a_rendition_weighs_no_more_than_is_asked_for(world):
    out = BytesIO()
    Image.effect_noise((1600, 1200), 90).save(out, "PNG")
    medium = taken(world, out.getvalue())
    assert medium.size > 200_000

    assert medium_render(medium=medium, within=200_000, by=world.officer).size <= 200_000


def test_what_nothing_shows_goes_after_its_term_and_what_is_shown_stays(world):
    left, shown = taken(world, picture("JPEG", (40, 30))), taken(world, picture("JPEG", (50, 30)))
    media_hold(tokens=[str(shown.token)])
    Medium.objects.update(taken_at=timezone.now() - TERM - timedelta(hours=1))

    assert media_forget() == 1
    assert not default_storage.exists(left.name)
    assert default_storage.exists(shown.name)

"""The page of the government: what it refuses, and where what it saves appears."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from PIL import Image
from pypdf import PdfReader

from suluh.organization.errors import NotAllowed, Refused
from suluh.organization.models import Event, Government
from suluh.organization.services.government import government_change

PAGE = "/register/pemerintah/"
FIELDS = {"name": "Pemerintah Kabupaten Arunika", "kind": "regency", "zone": "Asia/Jakarta", "primary_color": "#0b5a63"}


@pytest.fixture(autouse=True)
def private_store(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def picture(form: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (900, 700), "#1d6a48").save(out, form)
    return out.getvalue()


def as_(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def saved(world, **fields) -> Client:
    client = as_(world.admin)
    answer = client.post(PAGE, FIELDS | fields)
    assert answer.status_code == 302, answer.content.decode()
    return client


def test_a_new_name_stands_on_every_page_and_at_the_root_of_the_tree(world):
    client = saved(world, name="Pemerintah Kota Fajar")
    world.root.refresh_from_db()

    assert world.root.name == "Pemerintah Kota Fajar"
    assert "Pemerintah Kota Fajar" in client.get("/register/").content.decode()


def test_a_root_that_bears_a_name_of_its_own_keeps_it(world):
    government_change(government=world.government, by=world.admin, name="Kota Fajar")
    world.government.refresh_from_db()
    type(world.root).objects.filter(pk=world.root.pk).update(name="Pemkot")
    government_change(government=world.government, by=world.admin, name="Kota Senja")
    world.root.refresh_from_db()

    assert world.root.name == "Pemkot"


def test_a_colour_reaches_every_page_through_the_stylesheet(world):
    client = saved(world, primary_color="#7c1d6f")
    text = client.get("/register/").content.decode()

    assert "/tema.css?7c1d6f" in text
    assert "--su-primary:#7c1d6f" in client.get("/tema.css").content.decode()


def test_a_pale_colour_is_refused_with_its_contrast_and_one_that_can_be_read(world):
    answer = as_(world.admin).post(PAGE, FIELDS | {"primary_color": "#f2c200"})
    text = answer.content.decode()

    assert answer.status_code == 422
    assert "1,6 banding 1" in text
    assert "4,5 banding 1" in text


@pytest.mark.parametrize("fields", [{"primary_color": "#f2c200"}, {"primary_color": "red"}, {"zone": "Europe/Paris"}])
def test_the_service_refuses_what_the_form_refuses(world, fields):
    with pytest.raises(Refused):
        government_change(government=world.government, by=world.admin, **fields)


@pytest.mark.parametrize("fields", [{"primary_color": "#fff;}"}, {"zone": "Europe/Paris"}])
def test_the_database_refuses_it_too(world, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        Government.objects.update(**fields)


def test_the_clock_of_pages_follows_the_zone(world):
    client = saved(world, zone="Asia/Jayapura")

    assert "WIT" in client.get("/register/jejak/").content.decode()


def test_the_crest_is_drawn_anew_and_served_to_everybody_as_a_png_alone(world):
    client = saved(world, picture=SimpleUploadedFile("lambang.jpg", picture("JPEG") + b"<script>alert(1)</script>"))
    answer = Client().get("/lambang.png")

    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert b"<script>" not in answer.content
    assert max(Image.open(io.BytesIO(answer.content)).size) == 512
    assert "/lambang.png?" in client.get("/register/").content.decode()


def test_a_script_in_a_picture_s_clothes_is_refused_and_nothing_else_is_saved(world):
    svg = SimpleUploadedFile("lambang.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "image/png")
    answer = as_(world.admin).post(PAGE, FIELDS | {"name": "Lain", "picture": svg})

    assert answer.status_code == 422
    assert not Government.objects.filter(name="Lain").exists()


def test_the_crest_can_be_taken_away(world):
    client = saved(world, picture=SimpleUploadedFile("lambang.png", picture()))
    client.post(PAGE, FIELDS | {"no_crest": "on"})

    assert Client().get("/lambang.png").status_code == 404


def test_the_letterhead_is_a_paper_with_crest_office_and_address(world):
    client = saved(
        world, office="Dinas Komunikasi", address="Jalan Fajar 1\nArunika",
        picture=SimpleUploadedFile("lambang.png", picture()),
    )  # fmt: skip
    sheet = PdfReader(io.BytesIO(client.get("/register/pemerintah/kop.pdf").content)).pages[0]

    assert "DINAS KOMUNIKASI" in sheet.extract_text()
    assert "Jalan Fajar 1" in sheet.extract_text()
    assert len(sheet.images) == 1


def test_every_change_is_told_in_the_trail(world):
    saved(world, office="Dinas Komunikasi")

    assert Event.objects.filter(code="government.changed", person=world.admin).exists()


def test_only_an_administrator_of_the_whole_changes_it(world):
    with pytest.raises(NotAllowed):
        government_change(government=world.government, by=world.coordinator, name="Lain")

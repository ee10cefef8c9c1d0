"""Proofs of identity on the public form and at the counter: redrawn, or refused with a reason and nothing lost."""

import io
import re
import struct
import zipfile
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.urls import reverse
from PIL import Image

from suluh.disclosure import private_store
from suluh.disclosure.forms_public import new_token
from suluh.disclosure.models import CaseFile, InformationRequest
from tests.disclosure.asking import asked
from tests.disclosure.test_request_pages import FORM, words
from tests.support.pdf import PDF, small_pdf

PLACE = "rumah pemohon"


def photo(form: str = "JPEG") -> bytes:
    exif = Image.Exif()
    exif[0x010E] = PLACE
    out = io.BytesIO()
    Image.new("RGB", (320, 200), "#0b5a63").save(out, form, exif=exif)
    return out.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def pixel_bomb(side: int) -> bytes:
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    packed = zlib.compress(b"\0" * 400_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 5_000_000)
    return out.getvalue()


HOSTILE = {
    "script in a PDF": (small_pdf(catalog="/OpenAction <</S /JavaScript /JS (x)>>"), "skrip"),
    "cut PDF": (b"%PDF-1.7\n1 0 obj", "terpotong"),
    "zip bomb": (zip_bomb(), "jauh lebih besar"),
    "pixels over what is read": (pixel_bomb(20_000), "megapiksel"),
    "pixels over what is drawn": (pixel_bomb(7_000), "piksel"),
    "too heavy": (b"%PDF-" + b"0" * (20 * 1024 * 1024), "5 MB"),
    "program named as a picture": (b"MZ\x90\x00" + b"\0" * 100, "tidak diterima"),
    "page named as a picture": (b"<!doctype html><script>alert(1)</script>", "HTML"),
    "sheet": (b"a;b\n1;2\n", "PDF, JPEG, atau PNG"),
    "broken picture": (photo()[:400], "dibaca"),
}


@pytest.fixture
def store(tmp_path):
    with override_settings(MEDIA_ROOT=tmp_path / "files", SEALED_ROOT=tmp_path / "sealed"):
        yield tmp_path / "files"


@pytest.fixture
def token(time_machine) -> str:
    time_machine.move_to("2026-03-16 03:00:00+00:00", tick=False)
    made = new_token()
    time_machine.move_to("2026-03-16 03:01:00+00:00", tick=False)
    return made


def upload(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("ktp.jpg", content, content_type="image/jpeg")


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_photographed_card_is_kept_without_place_and_device(world, store, token, form):
    content = photo(form)
    Client().post(reverse("disclosure:ask"), {**FORM, "token": token, "papers": upload(content)})

    kept = private_store.read(CaseFile.objects.get().stored)
    assert PLACE.encode() in content
    assert PLACE.encode() not in kept
    assert Image.open(io.BytesIO(kept)).size == (320, 200)


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_public_form_refuses_with_a_reason_and_keeps_what_was_typed(world, store, token, kind):
    content, reason = HOSTILE[kind]
    told = {**FORM, "details": "Anggaran jalan desa tahun 2024", "token": token, "papers": upload(content)}
    answer = Client().post(reverse("disclosure:ask"), told)

    assert answer.status_code == 422
    assert reason in words(answer)
    assert "Anggaran jalan desa tahun 2024" in answer.content.decode()
    assert not InformationRequest.objects.exists()


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_counter_refuses_with_the_same_reason(world, store, kind):
    content, reason = HOSTILE[kind]
    officer = Client()
    officer.force_login(world.service)
    case = asked(world.root)
    told = {"purpose": "identity", "file": upload(content)}
    answer = officer.post(reverse("disclosure:request-attach", args=[case.pk]), told)

    assert answer.status_code == 422
    assert reason in words(answer)
    assert not CaseFile.objects.exists()


def test_a_pdf_stays_as_it_was_sent(world, store, token):
    Client().post(reverse("disclosure:ask"), {**FORM, "token": token, "papers": upload(PDF)})

    assert private_store.read(CaseFile.objects.get().stored) == PDF


def test_a_refused_proof_is_told_at_its_field(world, store, token):
    answer = Client().post(reverse("disclosure:ask"), {**FORM, "token": token, "papers": upload(photo()[:400])})

    assert re.search(r'id="[^"]*papers[^"]*error|papers.{0,800}dibaca', answer.content.decode(), re.S)

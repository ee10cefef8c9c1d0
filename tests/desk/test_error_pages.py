import pytest
from django.test import Client

from tests.world import build_world

LANGUAGES = ["id", "en"]


def speaking(language: str) -> Client:
    client = Client(raise_request_exception=False)
    client.cookies["django_language"] = language
    return client


@pytest.mark.parametrize(
    ("language", "words"),
    [("id", "Permintaan ini tidak dapat dibaca."), ("en", "This request could not be read.")],
)
def test_a_request_by_a_foreign_name_is_refused_in_the_visitor_s_language(db, language, words):
    client = Client()
    client.cookies["django_language"] = language
    answer = client.get("/", headers={"host": "jahat.example"})
    page = answer.content.decode()

    assert answer.status_code == 400
    assert words in page
    assert f'<html lang="{language}">' in page
    assert "jahat" not in page


@pytest.mark.parametrize(
    ("language", "words", "way"),
    [
        ("id", "Tidak ada halaman di alamat ini.", "Ke halaman depan"),
        ("en", "There is no page at this address.", "To the front page"),
    ],
)
def test_a_citizen_at_a_wrong_address_is_led_to_the_front_page(db, language, words, way):
    answer = speaking(language).get("/permohonn/")
    page = answer.content.decode()

    assert answer.status_code == 404
    assert words in page
    assert way in page
    assert f'<html lang="{language}">' in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_speaks_one_language(db, language):
    client = speaking(language)
    client.force_login(build_world().sibling, backend="django.contrib.auth.backends.ModelBackend")
    page = client.get("/register/impor/").content.decode()
    ours, other = ("petugas lain", "other officers") if language == "id" else ("other officers", "petugas lain")

    assert ours in page
    assert other not in page
    assert f'<html lang="{language}">' in page


@pytest.mark.parametrize(
    ("language", "words"),
    [("id", "Suluh tidak dapat menampilkan halaman ini."), ("en", "Suluh could not show this page.")],
)
def test_a_fault_of_ours_is_told_in_the_visitor_s_language(db, monkeypatch, language, words):
    def broken(_colour: str) -> bool:
        raise RuntimeError

    monkeypatch.setattr("suluh.desk.views.readable", broken)
    answer = speaking(language).get("/tema.css")

    assert answer.status_code == 500
    assert words in answer.content.decode()
    assert f'<html lang="{language}">' in answer.content.decode()

import pytest
from django.test import Client


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

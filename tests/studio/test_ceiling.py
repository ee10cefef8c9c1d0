"""Four gigabytes are refused by what they announce; nobody reads them."""

import pytest
from django.test import Client

from tests.world import build_world

pytestmark = pytest.mark.django_db


class Unread:
    """A body that must not be touched."""

    def read(self, *_):
        raise AssertionError("the body was read")

    readline = read


def sent(client, length: int, **more):
    return client.generic(
        "POST",
        "/redaksi/kirim/dinas-kesehatan/media/",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(length),
        **{"wsgi.input": Unread()},
        **more,
    )


def test_four_gigabytes_are_refused_unread():
    world, client = build_world(), Client()
    client.force_login(world.officer)

    answer = sent(client, 4 * 1024**3, HTTP_ACCEPT="application/json")

    assert answer.status_code == 413
    assert "300 MB" in answer.json()["fault"]


def test_strangers_bring_less():
    assert sent(Client(), 100_000_000).status_code == 413

"""Pages that many open at once: one visitor's page serves the next, nobody's own page serves anybody."""

import pytest
from django.test import Client
from django.urls import reverse

from suluh.newsroom.services.notice_issuing import notice_clear
from suluh.organization.rights import OPERATOR
from tests.newsroom.noticing import issued
from tests.newsroom.publishing import public_story
from tests.world import build_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(monkeypatch):
    monkeypatch.setattr("suluh.portal.many.FRESH_FOR", 3600)
    monkeypatch.setattr("suluh.portal.templatetags.portal.FRESH_FOR", 3600)
    return build_world()


def test_the_second_reader_of_a_notice_costs_no_more_than_the_frame(world, django_assert_max_num_queries):
    address = reverse("portal:notice", args=[issued(world).notice_id])
    first = Client().get(address)

    with django_assert_max_num_queries(1):
        second = Client().get(address)

    assert second.content == first.content
    assert "public" in second["Cache-Control"]
    assert "Set-Cookie" not in second
    assert not second.cookies


def test_each_language_is_kept_apart(world):
    address = reverse("portal:notice", args=[issued(world).notice_id])
    Client().get(address)
    english = Client()
    english.cookies["django_language"] = "en"

    assert "Share by WhatsApp" in english.get(address).content.decode()


def test_whoever_has_signed_in_gets_a_page_of_their_own(world, client):
    address = reverse("portal:front")
    Client().get(address)
    client.force_login(world.officer, backend="django.contrib.auth.backends.ModelBackend")
    own = client.get(address)

    assert "public" not in own.get("Cache-Control", "")
    assert reverse("monitoring:overview") in own.content.decode()


def test_a_visitor_for_whom_a_message_waits_gets_a_page_of_their_own(world):
    told = Client()
    told.cookies["messages"] = "one that waits"

    assert "public" not in told.get(reverse("portal:front")).get("Cache-Control", "")


def test_a_page_is_as_old_as_was_promised_and_no_older(world, monkeypatch):
    monkeypatch.setattr("suluh.portal.many.FRESH_FOR", 0)
    notice = issued(world).notice
    address = reverse("portal:notice", args=[notice.pk])
    Client().get(address)
    notice.refresh_from_db()
    notice_clear(notice=notice, said="Air surut.", seen=notice.seen, by=OPERATOR)

    assert "Air surut." in Client().get(address).content.decode()


def test_a_reader_of_a_feed_is_told_in_a_word_that_nothing_is_new(world):
    public_story(world)
    issued(world)
    for name in ("feed-atom", "feed-json", "cap-feed"):
        first = Client().get(reverse(f"portal:{name}"))
        again = Client().get(reverse(f"portal:{name}"), headers={"if-none-match": first["ETag"]})
        assert again.status_code == 304, name


def test_language_is_changed_without_a_secret_in_the_page(world):
    visitor = Client(enforce_csrf_checks=True)
    answer = visitor.post(reverse("desk:language"), {"language": "en", "next": "/beranda/"})
    assert answer.status_code == 302
    assert visitor.cookies["django_language"].value == "en"

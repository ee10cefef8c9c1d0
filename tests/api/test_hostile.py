"""Callers who should get nothing: a status, one sentence, nothing of ours, nothing written."""

import json
import socket

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from suluh.api import keys
from suluh.disclosure.models import Item, PushKey
from suluh.disclosure.services.push_keys import CALLS_AN_HOUR, push_key_revoke
from suluh.organization.models import Event
from suluh.organization.rights import OPERATOR
from tests.api.calling import CHANGES, address, call, key_of, push, row


def only_says(answer, status: int) -> str:
    """The sentence of a refusal that holds nothing else."""
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/json; charset=utf-8")
    assert list(answer.json()) == ["error"]
    return answer.json()["error"]


@pytest.mark.parametrize("word", ["", "suluh_wrong", "x" * 4000, "\u00e9\u00ff", "Bearer"])
def test_a_word_that_is_no_key_is_refused_before_the_body_is_read(world, word):
    assert "kunci" in only_says(call("PUT", address(world.village), word, b"{" * 100), 401).lower()


def test_a_revoked_key_opens_nothing(world):
    word = key_of(world.village)
    push_key_revoke(key=PushKey.objects.get(), by=OPERATOR)

    only_says(push(world.village, word, row()), 401)
    assert not Item.objects.exists()


def test_the_key_of_a_closed_village_opens_nothing(world):
    word = key_of(world.village)
    type(world.village).objects.filter(pk=world.village.pk).update(active_until="2026-01-01")

    only_says(push(world.village, word, row()), 401)
    assert not Item.objects.exists()


@pytest.mark.parametrize("method", ["GET", "PUT", "POST"])
def test_another_body_is_not_to_be_found_and_says_the_same_as_none(world, method):
    word = key_of(world.village)
    other = call(method, address(world.health), word, {"items": [row()]})
    none = call(method, "/api/v1/desa/tidak-ada/butir", word, {"items": [row()]})

    assert only_says(other, 404) == only_says(none, 404)
    assert not Item.objects.exists()


def test_the_code_of_another_villages_item_makes_an_own_item(world):
    from suluh.law.kinds import UnitKind
    from suluh.organization.services.units import unit_add

    other = unit_add(name="Desa Kabut", kind=UnitKind.DESA, parent=world.district, by=OPERATOR)
    push(other, key_of(other), row(title="Milik Kabut"))

    push(world.village, key_of(world.village), row(title="Milik Embun"))

    assert set(Item.objects.values_list("unit__name", "title")) == {
        ("Desa Kabut", "Milik Kabut"), ("Desa Embun", "Milik Embun"),
    }  # fmt: skip


def test_a_body_beyond_the_measure_is_too_large(world):
    body = json.dumps({"items": [row(summary="a" * 4000)] * 1500}).encode()

    assert len(body) > 5 * 1024 * 1024
    assert "5 MB" in only_says(call("POST", address(world.village), key_of(world.village), body), 413)


@pytest.mark.parametrize("body", [b"{", b"\xff\xfe", b"[" * 100_000, b"tidak"])
def test_what_is_no_json_is_told(world, body):
    assert "JSON" in only_says(call("POST", address(world.village), key_of(world.village), body), 400)


def test_a_key_has_its_calls_of_an_hour(world):
    word = key_of(world.village)
    assert push(world.village, word, row()).status_code == 200
    PushKey.objects.update(calls=CALLS_AN_HOUR)

    answer = push(world.village, word, row("A-2"))

    only_says(answer, 429)
    assert 0 < int(answer["Retry-After"]) <= 3600
    assert Item.objects.count() == 1


def test_after_the_hour_a_key_works_again(world):
    word = key_of(world.village)
    PushKey.objects.update(calls=CALLS_AN_HOUR, window_at="2026-01-01T00:00:00Z")

    assert push(world.village, word, row()).status_code == 200


def test_the_key_stands_nowhere(world):
    word = key_of(world.village)
    push(world.village, word, row())
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE %s', [f"%{word[13:]}%"])
            assert cursor.fetchone() == (0,), table
    assert Event.objects.filter(code="push-key.made").exists()


def test_a_wrong_word_costs_one_look(world):
    with CaptureQueriesContext(connection) as queries:
        call("PUT", address(world.village), "suluh_wrong", {"items": []})

    assert len([one for one in queries if "disclosure_" in one["sql"]]) == 1


@pytest.mark.parametrize("path", ["/api/v1/", "/api/v1/tidak/ada", "/api/v1/desa/"])
def test_an_address_that_is_none_says_so_in_json(world, path):
    assert only_says(call("GET", path), 404)


@pytest.mark.parametrize("query", ["since=kemarin", "limit=0", "limit=9999", "since=2026-13-40", "after=" + "9" * 61])
def test_a_pull_with_odd_wishes_is_told_what_is_wrong(world, query):
    answer = call("GET", f"{CHANGES}?{query}")

    assert answer.status_code == 422
    assert answer.json()["faults"][0]["field"] == query.partition("=")[0]


@pytest.mark.parametrize("after", ["x", "1-", "-1", "99999999999999999-1", "1-99999999999999999999", "²-1"])
def test_a_place_that_is_none_is_the_beginning_or_the_end(world, after):
    assert call("GET", f"{CHANGES}?after={after}").status_code == 200


def test_a_body_that_stops_coming_is_given_up_and_nothing_is_kept(world, monkeypatch):
    monkeypatch.setattr(keys, "PATIENCE", 0.05)
    ours, theirs = socket.socketpair()
    with ours, theirs, ours.makefile("rb") as stream:
        theirs.sendall(b'{"items": [')
        answer = Client().put(
            address(world.village), content_type="application/json",
            headers={"authorization": f"Bearer {key_of(world.village)}"},
            **{"gunicorn.socket": ours, "wsgi.input": stream, "CONTENT_LENGTH": "1000"},
        )  # fmt: skip

    only_says(answer, 408)
    assert not Item.objects.exists()

"""A refusal is told in plain words, one that nobody foresaw in the platform's own, without what could be a token."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from suluh.kernel.http.calls import Reply
from suluh.platforms.answers import own_words, rest_of, understood
from suluh.platforms.values import Refused, Unsure

SAID = "Judulnya memuat kata yang dilarang."


def reply(body, status=422):
    return Reply(status, {}, body if isinstance(body, bytes) else json.dumps(body).encode())


@pytest.mark.parametrize(
    "body",
    [
        {"error": SAID},
        {"message": SAID},
        {"code": "rest_x", "message": SAID, "data": {"status": 422}},
        {"error": {"message": SAID, "code": 100}},
        {"error": {"message": "Invalid parameter", "error_user_msg": SAID}},
        {"errors": [{"message": SAID}], "title": "Invalid Request"},
        {"detail": SAID, "title": "Error", "status": 422},
        {"error": "invalid_grant", "error_description": SAID},
        {"ok": False, "description": SAID},
    ],
)
def test_the_platforms_own_words_are_found_wherever_it_puts_them(body):
    told = understood(reply(body)).reason

    assert SAID in told
    assert "422: isinya tidak diterima" in told


@pytest.mark.parametrize("body", [b"<html>Bad gateway</html>", b"", b"[1]", {"error": None}, {"message": {"a": 1}}])
def test_where_it_says_nothing_the_status_is_explained(body):
    assert own_words(reply(body)) == ""
    assert understood(reply(body, 502)).reason == "Layanan menjawab 502: layanannya sedang terganggu."


def test_markup_and_what_looks_like_a_token_do_not_reach_people():
    told = understood(reply({"message": f"<b>Token</b> {'a1' * 20} ditolak"}, 400))

    assert isinstance(told, Unsure)
    assert told.reason.endswith("Pesan layanan: Token … ditolak")


def test_a_refused_access_says_what_to_do():
    told = understood(reply({"error": SAID}, 401))

    assert isinstance(told, Refused)
    assert "Hubungkan ulang akun ini." in told.reason
    assert SAID in told.reason


def quota(name, remaining, reset):
    return Reply(200, {f"{name}-remaining": remaining, f"{name}-reset": reset}, b"{}")


@pytest.mark.parametrize("name", ["x-rate-limit", "x-ratelimit", "ratelimit"])
@pytest.mark.parametrize(
    "write", [lambda at: str(int(at.timestamp())), lambda at: at.isoformat().replace("+00:00", "Z")]
)
def test_a_quota_that_is_used_up_is_a_rest_until_its_window_ends(name, write):
    ends = write(datetime.now(UTC) + timedelta(minutes=5))

    assert 290 < rest_of(quota(name, "0", ends)) <= 300
    assert rest_of(quota(name, "1", ends)) == 0


@pytest.mark.parametrize("reset", ["", "soon", "99999999999999999999", "-1"])
def test_a_window_that_ends_nowhere_is_no_rest_for_ever(reset):
    assert rest_of(quota("ratelimit", "0", reset)) <= 3600

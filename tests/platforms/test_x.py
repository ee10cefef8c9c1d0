"""X: what a post costs, when its window opens again, and how its timeline is read."""

import time
from dataclasses import replace
from decimal import Decimal

import pytest

from suluh.demo.platforms.faults import Fault
from suluh.platforms.platform import platforms
from suluh.platforms.values import Later, Live
from suluh.platforms.x.timeline import as_written
from tests.platforms.errands import POST, WITH_PICTURE, Traveller
from tests.platforms.test_once import until_live

X = platforms()["x"]


def test_a_link_makes_a_post_thirteen_times_as_dear():
    plain, linked = X.cost(POST), X.cost(replace(POST, link="https://dinkes.example/imunisasi"))

    assert (plain.dollars, plain.why) == (Decimal("0.015"), "")
    assert (linked.dollars, linked.why) == (Decimal("0.200"), "tautan = 13× biaya")
    assert linked.words == "US$0,200; tautan = 13× biaya"


@pytest.mark.parametrize("post", [POST, WITH_PICTURE], ids=["text", "picture"])
@pytest.mark.parametrize("link", ["", "https://dinkes.example/a?b=1&c=2"], ids=["plain", "link"])
def test_a_post_is_known_again_on_the_timeline(servers, post, link):
    post = replace(post, link=link, text="Jam buka < 12.00 & gratis: " + post.text[:60])
    traveller = Traveller(servers, "x", post)
    servers.script.plan = [Fault.NONE] * (2 if post.media else 0) + [Fault.CUT_AFTER]
    traveller.send()

    assert isinstance(traveller.look(), Live)


def test_the_same_words_refused_as_a_duplicate_are_found_and_not_sent_anew(servers):
    traveller = Traveller(servers, "x")
    assert isinstance(traveller.send(), Live)

    assert isinstance(until_live(traveller), Live)
    assert len(servers.shown.posts) == 1


def test_a_full_window_is_waited_for_until_the_second_in_which_it_ends(servers):
    servers.platforms["x"].sent["dinkes"].extend([time.monotonic()] * 10_000)

    outcome = Traveller(servers, "x").send()

    assert isinstance(outcome, Later)
    assert 1 <= outcome.seconds <= 2


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({"text": "a &amp; b"}, "a & b"),
        ({"text": "lihat https://t.co/1", "entities": {"urls": [{"url": "https://t.co/1"}]}}, "lihat https://t.co/1"),
        ({"text": None, "entities": {"urls": "x"}}, "None"),
        ({"entities": []}, ""),
    ],
)
def test_a_row_is_read_whatever_stands_in_it(row, text):
    assert as_written(row) == text

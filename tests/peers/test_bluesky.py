"""The AT Protocol's own server: one record a delivery, marked links, limits as we know them, edit and removal."""

import pytest

from suluh.channels.frozen import Content
from suluh.channels.models import Channel, Delivery
from tests.peers.desk import TEXT, again, poster

State = Delivery.State


def connected(desk, account, line=None):
    address = line.address if line else account.server.address
    return desk.connect("bluesky", address, account.handle, password=account.password)


def test_a_post_with_its_picture_stands_there_as_it_was_approved(desk, bluesky):
    connected(desk, bluesky)

    made = desk.publish("bluesky", desk.content(picture=poster()))

    assert made.state == State.LIVE, made.reason
    (record,) = bluesky.records()
    value = record["value"]
    assert record["uri"] == made.remote
    assert value["text"] == TEXT
    assert value["embed"]["images"][0]["alt"] == "Poster jadwal & tempat"
    marked = [TEXT.encode()[one["index"]["byteStart"] : one["index"]["byteEnd"]].decode() for one in value["facets"]]
    assert marked == ["https://dinkes.arunika.example/campak", "#imunisasi"]


@pytest.mark.parametrize("lost", ["createSession", "uploadBlob", "putRecord"])
def test_an_answer_that_was_lost_leaves_one_record(desk, bluesky, bluesky_line, lost):
    connected(desk, bluesky, bluesky_line)
    bluesky_line.cut_next(f"POST /xrpc/com.atproto.{'server' if lost == 'createSession' else 'repo'}.{lost}")

    made = desk.publish("bluesky", desk.content(picture=poster()))

    assert bluesky_line.cuts == 1
    assert made.state == State.LIVE, made.reason
    assert len(bluesky.records()) == 1


def test_a_worker_that_died_before_it_heard_finds_its_record(desk, bluesky):
    connected(desk, bluesky)
    made = desk.publish("bluesky")
    desk.forget_the_answer(made)

    desk.work("bluesky")

    assert again(made).remote == made.remote
    assert len(bluesky.records()) == 1


def test_a_correction_changes_the_record_in_its_place(desk, bluesky, bluesky_line):
    connected(desk, bluesky, bluesky_line)
    made = desk.publish("bluesky", desk.content(picture=poster()))
    (before,) = bluesky.records()
    bluesky_line.cut_next("POST /xrpc/com.atproto.repo.putRecord")

    changed = desk.correct("bluesky", desk.content(text="Pindah ke Selasa."))

    assert changed.state == State.LIVE, changed.reason
    assert bluesky_line.cuts == 1
    (record,) = bluesky.records()
    assert record["uri"] == made.remote
    assert record["value"]["text"] == "Pindah ke Selasa."
    assert record["value"]["createdAt"] == before["value"]["createdAt"]
    assert "embed" not in record["value"]


def test_a_withdrawn_record_is_gone(desk, bluesky, bluesky_line):
    connected(desk, bluesky, bluesky_line)
    made = desk.publish("bluesky")
    bluesky_line.cut_next("POST /xrpc/com.atproto.repo.deleteRecord")

    gone = desk.withdraw("bluesky")

    assert gone.state == again(made).state == State.GONE
    assert bluesky_line.cuts == 1
    assert bluesky.records() == []


def test_a_record_that_its_owner_deleted_is_not_put_back(desk, bluesky):
    connected(desk, bluesky)
    made = desk.publish("bluesky")
    bluesky.delete(made.remote)

    changed = desk.correct("bluesky", desk.content(text="Pindah ke Selasa."))

    assert changed.state == State.FAILED
    assert bluesky.records() == []


def test_an_app_password_that_was_taken_back_stops_the_channel_and_loses_nothing(desk, bluesky):
    channel = connected(desk, bluesky)
    bluesky.revoke()

    made = desk.publish("bluesky")

    assert made.state == State.WAITING
    assert Channel.objects.get(pk=channel.pk).state == Channel.State.LOST
    assert bluesky.records() == []


FLAG = "🇮🇩"
LONGEST, LONGEST_FILE = 300, 1_000_000


def test_the_longest_text_that_we_let_through_is_taken(desk, bluesky):
    connected(desk, bluesky)

    made = desk.publish("bluesky", Content(text=FLAG * LONGEST))

    assert made.state == State.LIVE, made.reason


def test_the_server_refuses_what_our_rules_refuse_and_says_so_at_once(desk, bluesky):
    """What slips past the rules, as when a server changes its own, fails with the reason and is not tried for ever."""
    connected(desk, bluesky)
    made = desk.plan_past_the_rules("bluesky", Content(text="a" * (LONGEST + 1)))

    desk.work("bluesky")

    assert again(made).state == State.FAILED
    assert again(made).tries == 1
    assert bluesky.records() == []


def test_a_picture_of_the_greatest_size_is_taken(desk, bluesky):
    connected(desk, bluesky)
    picture = poster()
    padded = picture + b"\0" * (LONGEST_FILE - len(picture))

    made = desk.publish("bluesky", desk.content(picture=padded))

    assert made.state == State.LIVE, made.reason


def test_an_account_that_its_owner_closed_stops_the_channel_and_loses_nothing(desk, bluesky):
    channel = connected(desk, bluesky)
    bluesky.deed("com.atproto.server.deactivateAccount", {})

    made = desk.publish("bluesky")

    assert made.state == State.WAITING
    assert Channel.objects.get(pk=channel.pk).state == Channel.State.LOST

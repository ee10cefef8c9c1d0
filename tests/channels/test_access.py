"""Tokens are sealed, stay when a form leaves them empty, and go when a channel is closed."""

import pytest
from django.db import connection

from suluh.channels.errors import AccessIncomplete, LineOpen
from suluh.channels.models import Delivery
from suluh.channels.services.connecting import access_of, channel_close, channel_connect
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Account
from suluh.organization.rights import OPERATOR
from tests.channels.speaking import SECRETS


def every_text_in_the_database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        found = []
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            found += [row for (row,) in cursor.fetchall()]
    return "\n".join(found)


def test_no_token_lies_open_in_the_database(speaking):
    for platform in ("wordpress", "bluesky", "telegram"):
        speaking.channel(platform)

    kept = every_text_in_the_database()
    assert "dinkes" in kept
    assert not [secret for name, secret in SECRETS.items() if name != "user" and secret in kept]


def test_a_token_is_opened_for_its_own_row_only(speaking):
    channel, other = speaking.channel("bluesky"), speaking.channel("telegram")
    assert access_of(channel).secrets["password"] == SECRETS["password"]

    other.sealed = channel.sealed
    with pytest.raises(Exception, match=r"^$"):
        access_of(other)


def test_an_empty_field_never_takes_a_kept_tokens_place(speaking):
    channel = speaking.channel("bluesky")

    channel_connect(holder=channel.account, address=channel.address, secrets={"password": " "}, by=OPERATOR)

    channel.refresh_from_db()
    assert access_of(channel).secrets["password"] == SECRETS["password"]


def test_a_kept_token_never_follows_to_another_server(speaking):
    channel = speaking.channel("bluesky")

    with pytest.raises(AccessIncomplete):
        channel_connect(holder=channel.account, address="https://lain.example", secrets={}, by=speaking.world.officer)

    channel.refresh_from_db()
    assert channel.address == speaking.servers.address("bluesky")


def test_a_token_goes_over_no_open_line(speaking):
    account = Account.objects.create(unit=speaking.world.health, platform="bluesky", handle="baru")

    with pytest.raises(LineOpen):
        channel_connect(holder=account, address="http://bsky.example", secrets=SECRETS, by=OPERATOR)


def test_a_channel_without_its_token_is_not_connected(speaking):
    account = Account.objects.create(unit=speaking.world.health, platform="bluesky", handle="baru")

    with pytest.raises(AccessIncomplete):
        channel_connect(holder=account, address="https://bsky.example", secrets={}, by=OPERATOR)


def test_another_units_officer_connects_nothing(speaking):
    account = Account.objects.create(unit=speaking.world.health, platform="bluesky", handle="baru")

    with pytest.raises(NotAllowed):
        channel_connect(holder=account, address="", secrets=SECRETS, by=speaking.world.sibling)


def test_closing_forgets_the_token_and_calls_off_what_waits(speaking):
    (delivery,) = speaking.plan("bluesky")
    channel = speaking.channel("bluesky")

    channel_close(channel=channel, by=speaking.world.officer)

    channel.refresh_from_db()
    delivery.refresh_from_db()
    assert channel.sealed == ""
    assert delivery.state == Delivery.State.DROPPED

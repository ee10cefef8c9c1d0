"""An address that an officer types leads out into the world, never into the office's own network."""

import pytest

from suluh.channels.models import Channel, Delivery
from suluh.channels.services.pump import channel_run
from suluh.channels.services.tokens import channel_ask
from suluh.kernel.http.client import Client, Limits
from tests.channels.speaking import QUICK

pytestmark = pytest.mark.django_db
TYPED = ["wordpress", "bluesky", "mastodon"]
"""Platforms whose service the officer names."""


def outward() -> Client:
    """As an installation goes out that serves real offices."""
    return Client(limits=Limits(total=15.0))


@pytest.mark.parametrize("platform", TYPED)
def test_a_service_on_this_machine_is_neither_asked_nor_told_anything(speaking, platform):
    (delivery,) = speaking.plan(platform)
    channel = speaking.channel(platform)

    channel_ask(channel_id=channel.pk, client=outward())
    channel_run(channel_id=channel.pk, client=outward(), pace=QUICK)

    channel.refresh_from_db()
    delivery.refresh_from_db()
    assert (channel.good_at, speaking.servers.answered.total()) == (None, 0)
    assert delivery.state != Delivery.State.LIVE


@pytest.mark.parametrize("address", ["https://169.254.169.254/latest/meta-data", "https://[::ffff:127.0.0.1]:5432"])
def test_what_stands_at_such_an_address_is_told_to_nobody(speaking, address):
    channel = speaking.channel("wordpress")
    Channel.objects.filter(pk=channel.pk).update(address=address)

    channel_ask(channel_id=channel.pk, client=outward())

    channel.refresh_from_db()
    assert channel.good_at is None
    assert address not in channel.doubt + channel.reason

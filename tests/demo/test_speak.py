"""Arunika speaks: what a newcomer finds in the newsroom, and that a second start adds nothing."""

from collections import Counter

import pytest

from suluh.channels.models import Channel, Delivery
from suluh.channels.services.pace import Pace
from suluh.channels.services.pump import channel_run
from suluh.channels.services.tokens import channel_ask
from suluh.demo.furnish import regency_furnish
from suluh.demo.platforms.server import SimulatedPlatforms
from suluh.demo.speak.channels import LOCKED_OUT, channels_connect, posts_show_again
from suluh.demo.speak.furnish import UNCLEAR, stories_furnish
from suluh.demo.speak.tales import TALES, Fate
from suluh.kernel.http.client import Client, Limits
from suluh.newsroom.models import Story
from suluh.organization.models import Event

QUICK = Pace(looks=(0.0, 0.0, 0.0), settles=0.0)
TAKES_ALL = ("wordpress", "telegram", "bluesky", "mastodon", "x")
"""Platforms that fetch nothing from the government's own server, which does not run here."""


@pytest.fixture
def servers(db, settings):
    settings.CONFIG = settings.CONFIG.model_copy(update={"base_url": "http://localhost:8000"})
    regency_furnish(password="arunika-papan-1")
    with SimulatedPlatforms() as running:
        channels_connect(running)
        stories_furnish()
        yield running


def client() -> Client:
    return Client(allow_private=True, limits=Limits(total=2.0))


def test_a_newcomer_finds_stories_in_every_state_and_a_second_start_adds_nothing(servers):
    states = Counter(Story.objects.values_list("state", flat=True))
    wanted = Counter(tale.fate for tale in TALES)
    before = Event.objects.count()

    channels_connect(servers)

    assert stories_furnish() == 0
    assert Event.objects.count() == before
    assert states["submitted"] == wanted[Fate.AT_DESK]
    assert states["returned"] == wanted[Fate.RETURNED]
    assert states["approved"] == wanted[Fate.PUBLISHED] + wanted[Fate.PLANNED]


def test_what_is_approved_appears_one_is_unclear_one_site_is_locked_out(servers):
    servers.script.steps.append(UNCLEAR)
    for channel in Channel.objects.filter(platform__in=TAKES_ALL):
        for _ in range(6):
            Channel.objects.update(posted_at=None)
            channel_run(channel_id=channel.pk, client=client(), pace=QUICK)
    locked = Channel.objects.get(unit__slug=LOCKED_OUT)
    channel_ask(channel_id=locked.pk, client=client())

    found = Counter(Delivery.objects.filter(channel__platform__in=TAKES_ALL).values_list("state", flat=True))
    assert found["live"] >= 8
    assert found["unclear"] == 1
    assert set(found) == {"live", "unclear", "waiting"}
    locked.refresh_from_db()
    assert locked.state == Channel.State.LOST
    assert Channel.objects.exclude(ends_at=None).exists()

    servers.shown.posts.clear()
    servers.shown.pages.clear()
    assert posts_show_again(servers) == len(servers.shown.pages) == found["live"]

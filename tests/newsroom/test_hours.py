"""The hour that the desk names is one of the government's own zone, wherever server, browser and platform stand."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from suluh.channels.models import Delivery
from suluh.newsroom.models import Publication
from suluh.organization.models import Government
from tests.newsroom.telling import connected, submitted
from tests.world import build_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return build_world()


@pytest.mark.parametrize(
    ("zone", "name", "utc"), [("Asia/Jakarta", "WIB", 1), ("Asia/Makassar", "WITA", 0), ("Asia/Jayapura", "WIT", 23)]
)
def test_an_hour_is_one_of_the_governments_zone_and_is_told_in_it(world, zone, name, utc):
    Government.objects.update(zone=zone)
    story, channel, desk = submitted(world), connected(world), Client()
    desk.force_login(world.coordinator)

    told = {"channels": [channel.pk], "due_at": "2035-04-06T08:00", "seen": 1, "at_step": 0}
    desk.post(reverse("newsroom:story-approve", args=[story.pk]), told)

    due = datetime(2035, 4, 5 if utc == 23 else 6, utc, tzinfo=UTC)
    assert (Delivery.objects.get().due_at, Publication.objects.get().appears_at) == (due, due)
    page = desk.get(reverse("newsroom:story", args=[story.pk])).content.decode()
    assert f"08.00 {name}" in page

"""The list of channels: what needs a person first, and a page that ends, however many units there are."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from suluh.channels.models import Channel
from suluh.channels.selectors.by_unit import UNITS, channel_page
from suluh.law.kinds import UnitKind
from suluh.organization.models import Account, Unit
from suluh.organization.rights import OPERATOR
from suluh.organization.services.units import unit_add
from tests.channels.test_consent import signed_in
from tests.world import build_world


@pytest.fixture
def world(db):
    return build_world()


def channel(unit: Unit, number: int = 0, **more) -> Channel:
    account = Account.objects.create(unit=unit, platform="mastodon", handle=f"@{unit.slug}{number}")
    return Channel.objects.create(unit=unit, account=account, platform="mastodon", **more)


@pytest.mark.parametrize(
    "more",
    [
        {"state": Channel.State.LOST},
        {"ends_at": timezone.now() + timedelta(days=13)},
        {"doubt": "Layanan tidak menjawab."},
    ],
)
def test_a_channel_that_needs_a_person_is_what_the_page_opens_with(world, more):
    channel(world.health)
    needing = channel(world.health, 1, **more)

    page = channel_page(world.officer)

    assert (page.tab, page.counts["perlu"], page.counts["ada"]) == ("perlu", 1, 2)
    assert [one for group in page.units for one in group.channels] == [needing]


def test_without_troubles_the_page_opens_with_all_channels(world):
    channel(world.health)

    assert channel_page(world.officer).tab == "ada"


def test_what_was_disconnected_can_be_connected_and_counts_as_no_channel(world):
    closed = channel(world.health, state=Channel.State.CLOSED)

    page = channel_page(world.officer, tab="belum")

    assert page.counts["ada"] == 0
    assert closed.account_id in [holder.pk for group in page.units for holder in group.open if holder.kind == "akun"]


def test_who_may_connect_nothing_is_offered_nothing(world):
    Account.objects.create(unit=world.health, platform="x", handle="@dinkes")

    assert channel_page(world.officer, tab="belum").counts["belum"]
    assert not channel_page(world.leader, tab="belum").units
    assert not channel_page(world.sibling, tab="belum", words=world.health.name).units


def test_pages_of_units_hold_every_channel_once_in_few_statements(world):
    for number in range(2 * UNITS):
        # villages of the same name lie in different districts, and sort alike
        parent = (world.district, world.health)[number % 2]
        channel(unit_add(name=f"Desa {number // 2}", kind=UnitKind.DESA, parent=parent, by=OPERATOR))
    with CaptureQueriesContext(connection) as first:
        page = channel_page(world.coordinator, tab="ada")
    seen = [one.pk for group in page.units for one in group.channels]
    while page.after:
        page = channel_page(world.coordinator, tab="ada", after=page.after)
        seen += [one.pk for group in page.units for one in group.channels]

    assert len(seen) == len(set(seen)) == Channel.objects.count()
    assert len(first) <= 12


@pytest.mark.parametrize("tab", ["perlu", "ada", "belum", "lain"])
def test_every_tab_is_a_page(world, tab):
    channel(world.health, state=Channel.State.LOST, reason="Token dicabut.")

    page = signed_in(world.officer).get(reverse("channels:channels"), {"tab": tab, "q": "x"})

    assert page.status_code == 200
    assert re.search(r'aria-current="page"', page.content.decode())


def test_deliveries_stand_below_the_thing_that_they_publish(speaking):
    speaking.plan("mastodon", "bluesky", source="story:1:1", text="Pasar murah")
    speaking.plan("mastodon", source="story:2:1", text="Imunisasi")

    page = signed_in(speaking.world.officer).get(reverse("channels:deliveries"), {"tab": "jalan"})

    assert [len(thing.deliveries) for thing in page.context["things"]] == [1, 2]

"""Many proposals of a unit are accepted at once, each as it was read."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from suluh.disclosure.models import ItemVersion
from suluh.disclosure.selectors.reviewing import seen_as
from suluh.disclosure.services.items import item_propose, item_propose_change
from suluh.disclosure.services.reviewing import versions_accept
from suluh.organization.errors import NotAllowed
from suluh.organization.models import Event
from suluh.organization.rights import OPERATOR
from tests.disclosure.making import content
from tests.world import build_world

TITLES = ("APBDes 2026", "Laporan realisasi 2025", "Peraturan desa tentang pungutan")


@pytest.fixture
def world(db):
    world = build_world()
    world.proposed = [item_propose(unit=world.health, content=content(title), by=OPERATOR) for title in TITLES]
    return world


def states() -> dict[str, str]:
    return {version.says.title: version.state for version in ItemVersion.objects.all()}


def page(person, unit, query: str = "") -> str:
    client = Client()
    client.force_login(person)
    return client.get(reverse("disclosure:review-many", args=[unit.slug]) + query).content.decode()


def test_what_is_ticked_is_accepted_and_the_rest_waits(world):
    seen = [seen_as(version) for version in world.proposed[:2]]
    done = versions_accept(unit=world.health, seen=seen, by=world.ppid)

    assert (done.accepted, done.left) == (2, 0)
    assert states() == {TITLES[0]: "accepted", TITLES[1]: "accepted", TITLES[2]: "proposed"}
    assert Event.objects.filter(code="item.accepted", person=world.ppid).count() == 2


def test_what_was_rewritten_since_it_was_read_is_left(world):
    seen = [seen_as(version) for version in world.proposed]
    item_propose_change(item=world.proposed[0].item, content=content("APBDes 2026, perubahan"), by=OPERATOR)
    done = versions_accept(unit=world.health, seen=seen, by=world.ppid)

    assert (done.accepted, done.left) == (2, 1)
    assert states()["APBDes 2026, perubahan"] == "proposed"


def test_what_names_no_class_is_decided_on_its_own_page(world):
    bare = item_propose(unit=world.health, content=content("Tanpa kelas", category="", law_code=""), by=OPERATOR)
    done = versions_accept(unit=world.health, seen=[seen_as(bare)], by=world.ppid)

    assert (done.accepted, done.left) == (0, 1)
    assert seen_as(bare) not in page(world.ppid, world.health)


def test_another_unit_s_proposals_stay_where_they_are(world):
    other = item_propose(unit=world.social, content=content("Data bansos"), by=OPERATOR)
    versions_accept(unit=world.health, seen=[seen_as(other)], by=world.ppid)

    assert states()["Data bansos"] == "proposed"


def test_nobody_but_the_ppid_of_the_body_accepts(world):
    with pytest.raises(NotAllowed):
        versions_accept(unit=world.health, seen=[seen_as(world.proposed[0])], by=world.officer)


def test_nothing_is_ticked_before_somebody_asks_for_it(world):
    assert " checked>" not in page(world.ppid, world.health)
    assert page(world.ppid, world.health, "?centang=semua").count(" checked>") == len(TITLES)


def test_the_page_leads_there_from_the_list(world):
    client = Client()
    client.force_login(world.ppid)
    address = reverse("disclosure:review-many", args=[world.health.slug])

    assert address in client.get(reverse("disclosure:items")).content.decode()

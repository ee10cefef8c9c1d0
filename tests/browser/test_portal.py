"""The citizens' pages and the PPID's in a real browser: no accessibility fault, 320 px, light, without JavaScript."""

from __future__ import annotations

import gzip

import pytest
from django.test import Client
from django.urls import reverse

from suluh.organization.models import Role
from tests.browser.examine import PHONE, SMALL, faults
from tests.disclosure.excluding import excluded
from tests.disclosure.making import accepted, content, fix
from tests.newsroom.noticing import issued
from tests.newsroom.publishing import public_story
from tests.world import appointed, build_world

pytestmark = pytest.mark.browser
MOST_BYTES = 150 * 1024


@pytest.fixture
def filled(transactional_db, settings, tmp_path):
    settings.MEDIA_ROOT, settings.SEALED_ROOT = tmp_path / "files", tmp_path / "sealed"
    world = build_world()
    for number in range(25):
        accepted(world.health, f"Laporan kinerja pelayanan kesehatan masyarakat triwulan {number}")
    item = accepted(world.social, "Jadwal pengangkutan sampah 2026", link="https://dinsos.arunika.example/jadwal").item
    world.decree = fix(world.root)
    excluded(world.social, item, scope="part")
    world.test = excluded(world.health, number="6/2026")
    world.item = item
    world.waiting = accepted(world.health, content().title).item
    world.story = public_story(world)
    world.version = issued(world)
    world.ppid = appointed("ppid.utama@arunika.example", Role.PPID, world.root, subtree=True)
    return world


def public_addresses(world) -> list[str]:
    return [
        reverse("portal:home"),
        reverse("disclosure:public-list"),
        reverse("disclosure:public-list") + "?q=kinerja",
        reverse("disclosure:public-list") + "?q=helikopter",
        reverse("disclosure:public-item", args=[world.item.code]),
        reverse("disclosure:public-exclusions"),
        reverse("portal:front"),
        reverse("portal:story", args=[world.story.pk]),
        reverse("portal:notice", args=[world.version.notice_id]),
        reverse("portal:accounts"),
        reverse("portal:unit", args=[world.health.slug]),
    ]


def office_addresses(world) -> list[str]:
    return [
        reverse("disclosure:items") + "?tab=menunggu",
        reverse("disclosure:item", args=[world.waiting.code]),
        reverse("disclosure:item-propose", args=[world.health.slug]),
        reverse("disclosure:decree", args=[world.decree.pk]),
        reverse("disclosure:exclusion", args=[world.test.pk]),
        reverse("disclosure:exclusion-draft", args=[world.health.slug]),
        reverse("disclosure:duty-list", args=[world.health.slug]),
        reverse("disclosure:import", args=[world.health.slug]),
    ]


def looked_at(page, root: str, addresses: list[str]) -> dict[str, object]:
    """What is wrong on each page: faults that axe finds at phone width, sideways scroll at 320 px."""
    wrong: dict[str, object] = {}
    for address in addresses:
        page.set_viewport_size(PHONE)
        page.goto(root + address)
        if found := faults(page):
            wrong[address] = found
        page.set_viewport_size(SMALL)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > SMALL["width"]:
            wrong[f"{address} scrolls"] = width
    return wrong


def test_public_pages_are_accessible_and_fit_320_px(filled, page, live_server):
    assert looked_at(page, live_server.url, public_addresses(filled)) == {}


def test_the_officers_pages_are_as_clean(filled, page, live_server):
    client = Client()
    client.force_login(filled.ppid, backend="django.contrib.auth.backends.ModelBackend")
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )

    assert looked_at(page, live_server.url, office_addresses(filled)) == {}


@pytest.mark.parametrize("name", ["disclosure:public-list", "portal:front", "portal:notices"])
def test_a_first_visit_stays_light_and_asks_for_no_script(filled, page, live_server, name):
    bodies: dict[str, bytes] = {}
    page.on("response", lambda answer: bodies.setdefault(answer.url, answer.body()) if answer.ok else None)
    page.goto(live_server.url + reverse(name))
    page.wait_for_load_state("networkidle")

    weight = sum(len(body if url.endswith(".woff2") else gzip.compress(body)) for url, body in bodies.items())
    assert weight < MOST_BYTES
    assert not [url for url in bodies if url.endswith(".js")]

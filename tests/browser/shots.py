"""Pictures for the README; `make screenshots` runs this file, a plain test run does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.urls import reverse

from suluh.demo.furnish import regency_furnish
from suluh.demo.platforms.server import SimulatedPlatforms
from suluh.demo.ppid.year import ppid_furnish
from suluh.demo.speak.channels import channels_connect
from suluh.demo.speak.furnish import stories_furnish
from suluh.demo.speak.people import DESK as CHIEF
from suluh.disclosure.models import InformationRequest, Item
from suluh.newsroom.models import Notice, Story
from suluh.organization.models import Person, Unit
from tests.browser.examine import DESK, PHONE
from tests.support.regency import Regency, regency_make

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
PASSWORD = "arunika-gambar-1"
PPID, OFFICER = "ppid@arunikakab.example", "admin.a.dinkes@arunikakab.example"


@pytest.fixture
def regency(transactional_db: None) -> Regency:
    return regency_make(offices=15, districts=5, villages=12)


@pytest.fixture
def arunika(transactional_db: None, settings):
    """The demo's regency with its year of public information and two months of its newsroom, without its web."""
    settings.CONFIG = settings.CONFIG.model_copy(update={"base_url": "http://localhost:8000"})
    regency_furnish(password=PASSWORD)
    ppid_furnish(password=PASSWORD)
    with SimulatedPlatforms() as servers:
        channels_connect(servers)
        stories_furnish(origin=servers.origin)
        yield


def test_pictures_of_the_board(regency, open_page):
    unit = reverse("monitoring:unit", args=[Unit.objects.get(name="Dinas Kesehatan").slug])
    wanted = {
        "papan-meja": ("/", DESK),
        "papan-telepon": ("/", PHONE),
        "daftar-unit": ("/unit/?jenis=opd", DESK),
        "halaman-unit": (unit, DESK),
        "temuan-telepon": (reverse("monitoring:finding", args=[regency.infected.pk]), PHONE),
    }
    for name, (address, size) in wanted.items():
        _taken(open_page(address, size=size), name)

    assert {path.stem for path in FOLDER.glob("*.png")} >= set(wanted)


def test_pictures_of_public_information_and_the_newsroom(arunika, window, live_server):
    held = Story.objects.get(held_by__isnull=False)
    flood = Notice.objects.get(state=Notice.State.IN_FORCE)
    request = InformationRequest.objects.filter(state="answered").order_by("-pk")[0]
    health = Unit.objects.get(slug="dinkes")
    wanted = {
        "redaksi-antrean": (reverse("newsroom:desk") + "?tab=meja", CHIEF, DESK),
        "redaksi-naskah": (reverse("newsroom:story-approve", args=[held.pk]), CHIEF, DESK),
        "redaksi-kalender": (reverse("newsroom:calendar"), CHIEF, DESK),
        "kirim-naskah-telepon": (reverse("newsroom:submit", args=[health.slug]), OFFICER, PHONE),
        "serta-merta-telepon": (reverse("portal:notice", args=[flood.pk]), None, PHONE),
        "portal-meja": (reverse("portal:front"), None, DESK),
        "ppid-register": (reverse("disclosure:requests"), PPID, DESK),
        "informasi-telepon": (reverse("disclosure:public-list"), None, PHONE),
        "permohonan-telepon": (reverse("disclosure:track", args=[request.code]), None, PHONE),
    }
    assert Item.objects.exists()
    for name, (address, mail, size) in wanted.items():
        page = window(Person.objects.get(email=mail) if mail else None, size=size)
        page.goto(live_server.url + address)
        _taken(page, name)

    assert {path.stem for path in FOLDER.glob("*.png")} >= set(wanted)


def _taken(page, name: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=FOLDER / f"{name}.png")
    page.context.close()

"""Pictures for the README; `make screenshots` runs this file, a plain test run does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.urls import reverse

from suluh.organization.models import Unit
from tests.browser.examine import DESK, PHONE
from tests.support.regency import Regency, regency_make

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"


@pytest.fixture
def regency(transactional_db: None) -> Regency:
    return regency_make(offices=15, districts=5, villages=12)


def test_take_the_pictures(regency, open_page):
    FOLDER.mkdir(exist_ok=True)
    unit = reverse("monitoring:unit", args=[Unit.objects.get(name="Dinas Kesehatan").slug])
    wanted = {
        "papan-meja": ("/", DESK),
        "papan-telepon": ("/", PHONE),
        "daftar-unit": ("/unit/?jenis=opd", DESK),
        "halaman-unit": (unit, DESK),
        "temuan-telepon": (reverse("monitoring:finding", args=[regency.infected.pk]), PHONE),
    }
    for name, (address, size) in wanted.items():
        page = open_page(address, size=size)
        page.wait_for_load_state("networkidle")
        page.screenshot(path=FOLDER / f"{name}.png")
        page.context.close()

    assert {path.stem for path in FOLDER.glob("*.png")} >= set(wanted)

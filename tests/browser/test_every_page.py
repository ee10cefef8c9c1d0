"""Every page in a real browser: no accessibility fault, no sideways scroll at 320 px, nothing refused by the CSP."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import DESK, PHONE, SMALL
from tests.monitoring.pages.test_pages import addresses

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text()
RULES = "axe.run(document, {resultTypes: ['violations']})"


def faults(page) -> list[str]:
    """Violations that axe finds, with where they are. Evaluated: the page's own CSP would refuse a script tag."""
    page.evaluate(AXE)
    found = page.evaluate(RULES)["violations"]
    return [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"][:3]]


def test_every_page_is_accessible_fits_320_px_and_obeys_the_csp(regency, open_page):
    page = open_page("/")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    start = page.url.rstrip("/")
    wrong: dict[str, object] = {}
    for name, address in addresses(regency).items():
        page.goto(start + address)
        for size in (DESK, PHONE):
            page.set_viewport_size(size)
            if found := faults(page):
                wrong[f"{name} {size['width']}"] = found
        page.set_viewport_size(SMALL)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > SMALL["width"]:
            wrong[f"{name} scrolls"] = width

    assert wrong == {}
    assert said == []


def test_the_officer_s_home_is_as_clean(regency, open_page):
    assert faults(open_page("/", person=regency.officer, size=PHONE)) == []

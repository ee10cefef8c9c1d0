"""The main tasks with a keyboard alone, and without scripts."""

from __future__ import annotations

import pytest
from django.urls import reverse

from suluh.monitoring.models import Finding
from tests.browser.examine import PHONE

pytestmark = pytest.mark.browser


def tab_to(page, words: str, most: int = 80) -> None:
    """Press Tab until the element with these words has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if words in page.evaluate("document.activeElement.innerText || document.activeElement.name || ''"):
            return
    raise AssertionError(f"the keyboard does not reach {words!r}")


def test_the_first_tab_leads_past_the_masthead(open_page):
    page = open_page("/")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.getAttribute('href')") == "#isi"


def test_from_the_overview_to_the_gravest_finding(open_page, regency):
    page = open_page("/")
    tab_to(page, "Buka temuan")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{reverse('monitoring:finding', args=[regency.infected.pk])}")

    assert "Terindikasi disisipi judi" in page.inner_text("main")


def test_a_unit_contests_a_finding_without_a_mouse(open_page, regency):
    finding = Finding.objects.get(unit=regency.units[0], state="open")
    page = open_page(reverse("monitoring:finding", args=[finding.pk]), person=regency.officer)
    tab_to(page, "text")
    page.keyboard.type("Laporannya ada di menu Unduhan.")
    tab_to(page, "Kirim sanggahan")
    page.keyboard.press("Enter")
    page.wait_for_selector(".toast")

    finding.refresh_from_db()
    assert finding.state == "contested"


def test_an_empty_reply_comes_back_with_its_fault_in_focus(open_page, regency):
    finding = Finding.objects.get(unit=regency.units[0], state="open")
    page = open_page(reverse("monitoring:finding", args=[finding.pk]), person=regency.officer, size=PHONE)
    page.get_by_role("button", name="Kirim sanggahan").click()
    page.wait_for_selector(".summary")

    assert page.evaluate("document.activeElement.className") == "summary"


def test_proof_of_an_item_opens_in_place(open_page, regency):
    page = open_page(reverse("monitoring:unit", args=[regency.units[0].slug]))
    page.locator("a.proof[hx-get]").first.click()
    page.wait_for_selector("tr.under .facts")

    assert page.url.endswith(f"/unit/{regency.units[0].slug}/")


def test_without_scripts_the_proof_has_its_own_page(open_page, regency):
    page = open_page(reverse("monitoring:unit", args=[regency.units[0].slug]), scripts=False)
    page.locator("a.proof[hx-get]").first.click()
    page.wait_for_url("**/butir/**")

    assert "/butir/" in page.url


def test_two_units_are_compared_from_the_list(open_page):
    page = open_page("/unit/?jenis=opd")
    ticks = page.locator("input[data-compare]")
    ticks.nth(0).check()
    ticks.nth(1).check()
    page.get_by_role("button", name="Bandingkan").click()
    page.wait_for_url("**/unit/banding/**")

    assert page.locator("table.list").first.locator("tbody tr").count() == 2


def test_the_digest_is_copied(open_page):
    page = open_page(reverse("monitoring:digest"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Salin untuk WhatsApp").click()
    page.wait_for_selector(".toast")

    assert page.evaluate("navigator.clipboard.readText()") == page.input_value("#teks-wa")


def test_the_language_can_be_changed(open_page):
    page = open_page("/")
    page.get_by_role("button", name="English").click()
    page.wait_for_selector("html[lang=en]", state="attached")

    assert page.get_attribute("html", "lang") == "en"
    assert "This week" in page.inner_text("h1")

"""Foreign content is shown to those whom the intruder wants to see it, and to nobody else."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from suluh.demo.web.faults import Fault
from suluh.demo.web.sets import many_briefs
from suluh.demo.web.simulated import SimulatedWeb
from tests.demo.served import fetch_all

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
SHAPES = (
    Fault.JUDOL_HIDDEN, Fault.JUDOL_DOORWAY, Fault.JUDOL_CLOAKED, Fault.JUDOL_REFERRER, Fault.JUDOL_SITEMAP,
    Fault.JUDOL_TAKEOVER, Fault.JAPANESE, Fault.DEFACED,
)  # fmt: skip
BOT = {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"}
FROM_SEARCH = {"Referer": "https://www.google.com/"}


@pytest.fixture(scope="module")
def web(tmp_path_factory):
    briefs = many_briefs(9, len(SHAPES) + 1, ("wordpress", "portal", "static"))
    planted = [replace(brief, faults=frozenset({shape})) for brief, shape in zip(briefs, SHAPES, strict=False)]
    with SimulatedWeb([*planted, briefs[-1]], NOW, tmp_path_factory.mktemp("bad")) as served:
        yield served


def site(web, fault):
    return next(web.truth(host) for host, brief in web.briefs.items() if fault in brief.faults)


def page(web, url, headers=None):
    return fetch_all(web, [url], headers)[url][1]


def test_hidden_links_lead_to_foreign_hosts(web):
    assert ".example/" in page(web, site(web, Fault.JUDOL_HIDDEN).url)


def test_a_bait_word_opens_the_doorway_and_another_word_does_not(web):
    url = site(web, Fault.JUDOL_DOORWAY).url
    assert page(web, f"{url}?slot-gacor=1") != page(web, url)
    assert "maxwin" not in page(web, f"{url}?kata=air").lower()


@pytest.mark.parametrize(("fault", "headers"), [(Fault.JUDOL_CLOAKED, BOT), (Fault.JUDOL_REFERRER, FROM_SEARCH)])
def test_a_cloaked_page_is_for_the_search_engine_alone(web, fault, headers):
    truth = site(web, fault)
    assert web.briefs[truth.host].unit.name in page(web, truth.url)
    assert web.briefs[truth.host].unit.name not in page(web, truth.url, headers)


def test_a_foreign_sitemap_is_declared_and_its_pages_answer(web):
    truth = site(web, Fault.JUDOL_SITEMAP)
    assert "sitemap-lama.xml" in page(web, f"{truth.url}robots.txt")
    assert page(web, f"{truth.url}sitemap-lama.xml").count("<loc>") > 200
    assert "daftar" in page(web, truth.infected_urls[0]).lower()


def test_a_site_that_was_taken_over_says_nothing_of_its_unit(web):
    truth = site(web, Fault.JUDOL_TAKEOVER)
    assert web.briefs[truth.host].unit.name not in page(web, truth.url)
    assert not truth.readable


def test_foreign_goods_are_written_in_japanese(web):
    truth = site(web, Fault.JAPANESE)
    shown = page(web, truth.infected_urls[0])
    assert any("\u3040" <= letter <= "\u30ff" for letter in shown)


def test_a_defaced_front_page_boasts(web):
    shown = page(web, site(web, Fault.DEFACED).url).lower()
    assert any(word in shown for word in ("hacked", "touched", "was here"))


def test_a_sound_site_carries_nothing_foreign(web):
    sound = next(host for host, brief in web.briefs.items() if not brief.faults)
    truth = web.truth(sound)
    assert truth.infected_urls == ()
    assert page(web, truth.url) == page(web, truth.url, BOT) == page(web, f"{truth.url}?slot-gacor=1")

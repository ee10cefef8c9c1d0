"""The probe asks for what may hide an intruder, and its own bait never accuses a site."""

from datetime import UTC, datetime

import pytest

from suluh.kernel.http.answer import Answer, Reason
from suluh.law.kinds import UnitKind
from suluh.monitoring.engine.values import Document, SiteMemory, SiteTask, Snapshot
from suluh.monitoring.probes.injection.probe import InjectionProbe

URL = "https://disdik.arunika.localhost/"
NOW = datetime(2026, 11, 22, tzinfo=UTC)
HOME = "<title>Dinas Pendidikan</title><nav><a href=/berita/1>Berita</a></nav><p>Penerimaan murid baru dibuka.</p>"


def document(html: str, url: str = URL, purpose: str = "") -> Document:
    return Document(Answer(url, url, Reason.OK, NOW, status=200, body=html.encode()), purpose)


@pytest.fixture
def visit() -> Snapshot:
    return Snapshot(SiteTask(URL, UnitKind.OPD, "Dinas Pendidikan"), NOW, SiteMemory(), home=document(HOME))


def wanted(visit: Snapshot) -> list[tuple[str, str]]:
    return [(want.purpose, want.url) for want in InjectionProbe().wants(visit)]


def test_nothing_is_asked_of_an_ordinary_site(visit):
    visit.sitemap_urls = [(f"{URL}berita/{number}", None) for number in range(90)]
    assert wanted(visit) == []


def test_an_address_that_sounds_like_a_doorway_is_asked_for(visit):
    visit.sitemap_urls = [(f"{URL}wp-content/uploads/slot-gacor/a.html", None)]
    assert wanted(visit) == [("doorway", f"{URL}wp-content/uploads/slot-gacor/a.html")]


def test_one_of_a_crowd_that_only_the_sitemap_knows_is_asked_for(visit):
    visit.sitemap_urls = [(f"{URL}goods/{number}.html", None) for number in range(40)]
    assert [purpose for purpose, _ in wanted(visit)] == ["unlinked"]


def test_the_bait_is_laid_only_where_the_pair_is_agreed(visit):
    visit.task = SiteTask(URL, UnitKind.OPD, "Dinas Pendidikan", pair=True)
    assert [purpose for purpose, _ in wanted(visit)] == ["bait"]


def test_a_site_that_echoes_the_bait_is_clean(visit):
    url = f"{URL}?id=slot-gacor"
    visit.pages[url] = document(HOME.replace("murid", "slot-gacor"), url, "bait")
    assert list(InjectionProbe().judge(visit)) == []


def test_a_doorway_that_takes_the_bait_is_infected(visit):
    url = f"{URL}?id=slot-gacor"
    visit.pages[url] = document(
        "<title>HOKI88 Situs Toto Macau Terpercaya</title><link rel=canonical href=https://hoki88.com/>", url, "bait"
    )
    (finding,) = InjectionProbe().judge(visit)
    assert finding.code == "infected"

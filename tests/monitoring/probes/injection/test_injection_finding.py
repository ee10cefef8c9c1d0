"""The probe tells one story about a site: the worst page, with proof."""

import json
from datetime import UTC, datetime

import pytest

from suluh.kernel.http.answer import Answer, Reason
from suluh.law.kinds import UnitKind
from suluh.monitoring.engine.values import Document, Severity, SiteMemory, SiteTask, Snapshot
from suluh.monitoring.probes.injection.probe import InjectionProbe

URL = "https://disdik.arunika.localhost/"
NOW = datetime(2026, 11, 22, tzinfo=UTC)
CLEAN = "<title>Dinas Pendidikan</title><nav><a href=/a>Profil</a></nav><p>Penerimaan murid baru dibuka.</p>"
SPAM = '<div><a href="https://gacor88.com">slot gacor</a><a href="https://jitu99.com">situs togel</a></div>'


def document(html: str, url: str = URL) -> Document:
    return Document(Answer(url, url, Reason.OK, NOW, status=200, body=html.encode()))


@pytest.fixture
def visit() -> Snapshot:
    task = SiteTask(URL, UnitKind.OPD, "Dinas Pendidikan", pair=True)
    return Snapshot(task, NOW, SiteMemory(), home=document(CLEAN))


def test_a_clean_site_gives_no_finding(visit):
    assert list(InjectionProbe().judge(visit)) == []


def test_links_that_only_the_search_engine_gets_are_infected_with_its_copy_as_proof(visit):
    visit.pair["searchbot"] = document(CLEAN + SPAM)
    (finding,) = InjectionProbe().judge(visit)
    assert (finding.code, finding.severity) == ("infected", Severity.HIGH)
    assert "mesin pencari" in finding.message
    assert finding.proof.body == (CLEAN + SPAM).encode()


def test_an_infected_inner_page_is_found_while_the_home_page_is_clean(visit):
    inner = URL + "profil"
    visit.pages[inner] = document(CLEAN + f'<div style="display:none">{SPAM}</div>', inner)
    (finding,) = InjectionProbe().judge(visit)
    assert finding.code == "infected"
    assert finding.data["pages"] == [inner]


def test_a_replaced_home_page_is_defaced(visit):
    visit.home = document("<title>Hacked by Tuan Malam</title><body bgcolor=black>Greetz</body>")
    (finding,) = InjectionProbe().judge(visit)
    assert finding.code == "defaced"
    assert "Hacked by" in finding.proof.excerpt


def test_both_copies_stand_side_by_side_with_what_only_the_second_one_gets(visit):
    visit.pair["searchbot"] = document(CLEAN + SPAM)
    (finding,) = InjectionProbe().judge(visit)
    visitor, engine = finding.data["pair"]
    assert (visitor["who"], visitor["only"]) == ("visitor", [])
    assert (engine["who"], engine["only"]) == ("searchbot", ["slot gacor", "situs togel"])
    assert engine["shared"] == visitor["shared"] == ["Profil", "Penerimaan murid baru dibuka."]


def test_a_fault_that_everybody_sees_has_no_second_side(visit):
    visit.home = document("<title>Hacked by Tuan Malam</title><body bgcolor=black>Greetz</body>")
    (finding,) = InjectionProbe().judge(visit)
    assert finding.data["pair"] == []


def test_what_the_probe_says_is_plain_json(visit):
    visit.pair["searchbot"] = document(CLEAN + SPAM)
    (finding,) = InjectionProbe().judge(visit)
    assert json.loads(json.dumps(finding.data)) == finding.data

from datetime import timedelta

import pytest

from suluh.monitoring.engine.values import Severity
from suluh.monitoring.models import Blob, Evidence, Finding
from suluh.monitoring.services.findings import Sighting, sightings_store
from tests.monitoring.services.world import NOW, fault

pytestmark = pytest.mark.django_db


def look(site, at, *findings, conclusive=True):
    return sightings_store(
        sightings=[Sighting(site.pk, site.unit_id, at, findings, conclusive=conclusive)],
    )


def test_a_fault_seen_once_waits_and_opens_ten_minutes_later(site):
    assert look(site, NOW, fault()) == []
    assert Finding.objects.get().state == Finding.State.SEEN_ONCE

    look(site, NOW + timedelta(minutes=9), fault())
    assert Finding.objects.get().state == Finding.State.SEEN_ONCE

    opened = look(site, NOW + timedelta(minutes=10), fault())
    assert [row.code for row in opened] == ["not-mobile"]
    assert Finding.objects.get().observations == 3


def test_a_fault_seen_once_and_never_again_leaves_no_trace(site):
    look(site, NOW, fault())
    look(site, NOW + timedelta(days=1))

    assert not Finding.objects.exists()


def test_an_open_finding_is_gone_when_a_visit_no_longer_sees_it(site):
    look(site, NOW, fault())
    look(site, NOW + timedelta(hours=1), fault())
    look(site, NOW + timedelta(hours=2))

    finding = Finding.objects.get()
    assert (finding.state, finding.closed_at) == (Finding.State.GONE, NOW + timedelta(hours=2))


def test_a_dead_site_says_nothing_about_its_pages(site):
    look(site, NOW, fault())
    look(site, NOW + timedelta(hours=1), fault())
    look(site, NOW + timedelta(hours=2), fault("dead", Severity.HIGH), conclusive=False)

    assert Finding.objects.get(code="not-mobile").state == Finding.State.OPEN


def test_a_contested_finding_stays_contested_when_seen_again(site):
    look(site, NOW, fault())
    look(site, NOW + timedelta(hours=1), fault())
    Finding.objects.update(state=Finding.State.CONTESTED)
    look(site, NOW + timedelta(hours=2), fault())

    assert Finding.objects.get().state == Finding.State.CONTESTED


def test_what_a_person_withdrew_is_not_raised_again_by_the_machine(site):
    look(site, NOW, fault())
    Finding.objects.update(state=Finding.State.WITHDRAWN, closed_at=NOW)
    look(site, NOW + timedelta(days=30), fault())
    assert Finding.objects.count() == 1

    look(site, NOW + timedelta(days=91), fault())
    assert Finding.objects.count() == 2


def test_each_sighting_keeps_its_proof_and_an_accusation_keeps_the_page_two_years(site):
    look(site, NOW, fault("infected", Severity.HIGH, body=b"<a href='//slot'>slot gacor</a>"))

    proof = Evidence.objects.get()
    assert proof.keep_until == (NOW + timedelta(days=730)).date()
    assert Blob.objects.get().pk == proof.sha256
    assert list(Finding.objects.get().proofs.all()) == [proof]

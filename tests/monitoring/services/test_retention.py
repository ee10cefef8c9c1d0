from datetime import timedelta

import pytest
from django.utils import timezone

from suluh.monitoring.models import Blob, Evidence, Finding, Visit
from suluh.monitoring.services.retention import observations_forget
from tests.monitoring.services.world import leased_visit

pytestmark = pytest.mark.django_db


def proof(site, days):
    blob = Blob.objects.create(sha256=f"{days:064d}"[-64:].replace("-", "0"), body=b"x", size=1)
    until = timezone.localdate() + timedelta(days=days)
    return Evidence.objects.create(
        site=site, code="infected", url=site.url, seen_at=timezone.now(), blob=blob, keep_until=until
    )


def test_a_proof_past_its_term_goes_with_its_page_and_a_younger_one_stays(site):
    proof(site, -1)
    young = proof(site, 5)

    forgotten = observations_forget()

    assert (forgotten.evidence, forgotten.blobs) == (1, 1)
    assert list(Evidence.objects.all()) == [young]


def test_a_proof_that_an_open_finding_stands_on_is_kept(site):
    old = proof(site, -1)
    now = timezone.now()
    finding = Finding.objects.create(
        site=site,
        unit=site.unit,
        code="infected",
        severity="high",
        message="m",
        state="open",
        first_seen=now,
        last_seen=now,
    )
    finding.proofs.add(old)

    assert observations_forget().evidence == 0

    finding.state = Finding.State.GONE
    finding.save()
    assert observations_forget().evidence == 1


def test_visits_are_forgotten_after_ninety_days_but_never_open_ones(site):
    visit = leased_visit(site)
    Visit.objects.update(done_at=timezone.now() - timedelta(days=91))
    assert observations_forget().visits == 0

    visit.state = Visit.State.DONE
    visit.save(update_fields=["state"])
    assert observations_forget().visits == 1

"""The demo's past agrees with what its first night saw."""

from datetime import timedelta

import pytest
from django.utils import timezone

from suluh.demo.history import NIGHTS, history_add
from suluh.monitoring.models import Finding, ItemRow, SiteDay, SiteState
from tests.world import build_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    found = build_world().site
    SiteDay.objects.create(site=found, day=timezone.localdate(), visits=1, items={}, findings={})
    return found


def first_night(site, *, alive: bool, code: str) -> Finding:
    now = timezone.now()
    SiteState.objects.create(
        site=site, checked_at=now, first_checked_at=now, alive_since=now, observations=1, alive=alive
    )
    return Finding.objects.create(
        site=site, unit=site.unit, code=code, severity="high", message="Temuan", first_seen=now, last_seen=now,
        observations=1,
    )  # fmt: skip


def test_an_item_that_is_there_was_there_every_night_and_a_missing_one_never(site):
    now = timezone.now()
    known = {"site": site, "since": now, "checked_at": now, "observations": 1}
    first_night(site, alive=True, code="stale")
    ItemRow.objects.create(code="B-a1", state="found", times_found=1, **known)
    ItemRow.objects.create(code="B-c", state="missing", times_found=0, **known)
    history_add(seed=1)

    counted = dict(ItemRow.objects.values_list("code", "times_found"))
    assert counted == {"B-a1": NIGHTS + 1, "B-c": 0}
    assert set(ItemRow.objects.values_list("observations", flat=True)) == {NIGHTS + 1}


def test_a_finding_was_seen_every_night_since_the_first(site):
    finding = first_night(site, alive=True, code="stale")
    history_add(seed=1)
    finding.refresh_from_db()

    assert finding.observations == (finding.last_seen - finding.first_seen).days + 1 > 1


def test_a_dead_site_is_found_dead_since_the_night_it_died(site):
    finding = first_night(site, alive=False, code="dead")
    history_add(seed=1)
    finding.refresh_from_db()
    died = SiteState.objects.get(site=site).alive_since

    assert abs(finding.first_seen - died) < timedelta(hours=1)

from datetime import date, timedelta

import pytest

from suluh.evaluation.models import Standing
from suluh.evaluation.services import standings_compute
from suluh.law.kinds import UnitKind
from suluh.monitoring.models import SiteDay, Sweep, WeekCount
from suluh.monitoring.services.after import sweep_wrap_up
from tests.monitoring.services.world import NOW, make_site, site

__all__ = ["make_site", "site"]

pytestmark = pytest.mark.django_db
TODAY = date(2026, 4, 2)


def watched(site, nights, alive=1, items=None, findings=None):
    SiteDay.objects.bulk_create(
        SiteDay(
            site=site,
            day=TODAY - timedelta(days=back),
            visits=1,
            alive=alive,
            secure=alive,
            items=items or {},
            findings=findings or {},
        )
        for back in range(nights)
    )


def standing(site, instrument="suluh-situs"):
    return Standing.objects.get(unit=site.unit, instrument=instrument)


def test_a_site_watched_for_three_weeks_has_a_score_but_no_rank(site):
    watched(site, 21)
    standings_compute(today=TODAY)

    row = standing(site)
    assert (row.enough, row.rank, row.visits) == (False, None, 21)


def test_ninety_good_nights_rank_before_ninety_dead_ones(make_site):
    good, bad = make_site("baik"), make_site("mati")
    watched(good, 90, items={"I-visi": 2})
    watched(bad, 90, alive=0)
    standings_compute(today=TODAY)

    assert (standing(good).rank, standing(bad).rank) == (1, 2)
    assert standing(good).parts["alive"] == [90, 90]


def test_a_site_that_answers_but_could_not_be_read_is_not_ranked_by_the_rest(site):
    watched(site, 90)
    standings_compute(today=TODAY)

    assert (standing(site).enough, standing(site).rank) == (False, None)


def test_kinds_are_ranked_apart(make_site):
    office, village = make_site("dinas"), make_site("desa", UnitKind.DESA)
    watched(office, 90, items={"I-visi": 2})
    watched(village, 90, alive=0)
    standings_compute(today=TODAY)

    assert (standing(office).rank, standing(village).rank) == (1, 1)


def test_marks_of_items_count_as_shares_of_what_the_kind_must_have(site):
    watched(site, 30, items=dict.fromkeys(("I-visi", "I-struktur", "I-alamat", "I-surel"), 2))
    standings_compute(today=TODAY)

    row = standing(site, "p5")
    assert row.parts["visi"] == [30, 30]
    assert row.parts["telepon"] == [0, 30]


def test_an_infected_night_costs_its_share_of_the_clean_nights(site):
    watched(site, 40, findings={"infected": 1})
    standings_compute(today=TODAY)

    assert standing(site).parts["clean"] == [20, 40]


def test_weeks_nobody_observed_count_for_neither_side(site):
    watched(site, 30)
    for back, (items, observed) in enumerate([(1, True), (0, True), (0, False)]):
        WeekCount.objects.create(
            site=site, week=date(2026, 3, 30) - timedelta(weeks=back), items=items, observed=observed
        )
    standings_compute(today=TODAY)

    assert standing(site).parts["steady"] == [1, 2]


def test_standings_are_there_when_a_sweep_has_ended(site):
    sweep = Sweep.objects.create(cause=Sweep.Cause.COMMAND, started_at=NOW)
    sweep_wrap_up(sweep_id=sweep.pk)

    assert Standing.objects.filter(unit=site.unit).count() == 2

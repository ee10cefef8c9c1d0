"""Engines are killed in mid-sweep; every site still gets exactly one result."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from itertools import islice
from urllib.parse import quote

import pytest
from django.db import connection
from django.utils import timezone

from suluh.demo.furnish import regency_furnish
from suluh.demo.web.arunika import arunika_briefs
from suluh.demo.web.simulated import SimulatedWeb
from suluh.monitoring.models import Server, SiteDay, SiteInterval, SiteState, Sweep, Visit
from suluh.monitoring.services.sweeps import sweep_finish_if_done, sweep_start
from suluh.organization.models import Site

pytestmark = [pytest.mark.fault, pytest.mark.django_db(transaction=True)]

SITES = 16
PATIENCE = 240


@pytest.fixture
def web(tmp_path):
    with SimulatedWeb(islice(arunika_briefs(), SITES), datetime.now(UTC), tmp_path / "web", apart=True) as served:
        yield served


@pytest.fixture
def sweep(web):
    regency_furnish(password="unused-in-this-test")
    return sweep_start(sites=Site.objects.filter(host__in=web.briefs), cause=Sweep.Cause.COMMAND)


@pytest.fixture
def start_engine(web, sweep):
    """Starts engines on the sweep; whatever still runs at the end is killed."""
    where = connection.settings_dict
    host = where["HOST"]
    env = os.environ | {
        "DATABASE_URL": f"postgres://{where['USER']}:{quote(where['PASSWORD'])}@/{where['NAME']}?host={quote(host)}",
        "SULUH_ALLOW_PRIVATE": "true",
        "SULUH_CRAWL_MAP": str(web.folder / "resolver.json"),
        "SULUH_CRAWL_CA": str(web.ca_file),
        "SULUH_SETTLE_SECONDS": "1",
    }
    running = []

    def start():
        command = [sys.executable, "-m", "tests.monitoring.faults.engine", str(sweep.pk)]
        engine = subprocess.Popen(command, env=env, stdout=subprocess.PIPE)
        assert engine.stdout.readline() == b"ready\n"
        running.append(engine)
        return engine

    yield start
    for engine in running:
        engine.kill()
        engine.wait()


def wait_until(true):
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "the sweep made no progress"
        time.sleep(0.2)


def test_a_sweep_whose_engines_are_killed_ends_with_one_result_for_every_site(sweep, start_engine):
    first = start_engine()
    wait_until(lambda: sweep.visits.filter(state=Visit.State.DONE).count() >= 3)
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert sweep.visits.exclude(state=Visit.State.DONE).exists()
    _let_leases_run_out()

    for engine in (start_engine(), start_engine()):
        engine.wait(PATIENCE)

    assert sweep.visits.filter(state=Visit.State.DONE).count() == SITES
    assert sweep_finish_if_done(sweep_id=sweep.pk, at=timezone.now())
    assert set(SiteState.objects.values_list("observations", flat=True)) == {1}
    assert set(SiteDay.objects.values_list("visits", flat=True)) == {1}
    assert SiteInterval.objects.count() == SITES


def _let_leases_run_out():
    """A minute passes."""
    past = timezone.now()
    Visit.objects.filter(state=Visit.State.LEASED).update(leased_until=past)
    Server.objects.update(held_until=past)

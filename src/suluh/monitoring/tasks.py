"""Work of the watch that runs in a worker. Each task finds out first what is already done."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from suluh.kernel.retries import Backoff
from suluh.monitoring.models import Sweep
from suluh.monitoring.services.after import sweep_wrap_up
from suluh.monitoring.services.alerts import alert_deliver
from suluh.monitoring.services.crawl import sweep_run
from suluh.monitoring.services.frontier import seconds_to_next
from suluh.monitoring.services.sweeps import sweep_finish_if_done, sweep_start
from suluh.organization.models import Site

ENGINES = 2
"""Engines woken for a sweep. More workers than this wake up as leases run out."""


@app.task(name="monitoring.engine", queue="sweep")
def engine_wake(sweep_id: int) -> None:
    """Visit what is due in a sweep; when second tries are still to come, come back at their time."""
    sweep_run(sweep_id=sweep_id)
    pause = seconds_to_next(sweep_id=sweep_id)
    if pause is not None:
        engine_wake.configure(schedule_in={"seconds": int(pause) + 1}).defer(sweep_id=sweep_id)
    elif sweep_finish_if_done(sweep_id=sweep_id, at=timezone.now()):
        sweep_wrap_up(sweep_id=sweep_id)


@app.task(name="monitoring.alert", queue="mail", retry=Backoff())
def alert_send(finding_id: int) -> None:
    """Tell those who can act about one finding."""
    alert_deliver(finding_id=finding_id)


def engines_wake(sweep: Sweep) -> None:
    """Queue the jobs that visit a sweep's sites."""
    for _ in range(ENGINES):
        engine_wake.defer(sweep_id=sweep.pk)


@app.periodic(cron="0 21 * * *")
@app.task(name="monitoring.daily", queue="sweep", queueing_lock="monitoring.daily")
def daily_sweep(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """Every night: 04.00 in Jakarta, 05.00 in Makassar, 06.00 in Jayapura."""
    engines_wake(sweep_start(sites=Site.objects.all(), cause=Sweep.Cause.SCHEDULE))

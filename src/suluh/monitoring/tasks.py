"""Work of the watch that runs in a worker. Each task finds out first what is already done."""

from __future__ import annotations

import contextlib

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from suluh.kernel.retries import Backoff
from suluh.monitoring.models import Sweep
from suluh.monitoring.services.alerts import ALERT_MAIL_TASK, alert_deliver, alert_mail_send
from suluh.monitoring.services.frontier import seconds_to_next
from suluh.monitoring.services.sweeps import sweep_finish_if_done, sweep_start, sweeps_abandoned
from suluh.monitoring.services.weekly import WEEKLY_TASK, weekly_mail_send, weekly_mails_defer
from suluh.organization.models import Site

ENGINES = 2
"""Engines woken for a sweep. More workers than this wake up as leases run out."""


@app.task(name="monitoring.engine", queue="sweep", retry=Backoff(tries=12, first=2.0, longest=120.0))
def engine_wake(sweep_id: int) -> None:
    """Visit what is due in a sweep; when second tries are still to come, come back at their time."""
    # every command and the web part load this module, and only a worker loads the crawler
    from suluh.monitoring.services.after import sweep_wrap_up
    from suluh.monitoring.services.crawl import sweep_run

    sweep_run(sweep_id=sweep_id)
    pause = seconds_to_next(sweep_id=sweep_id)
    if pause is not None:
        _wake(sweep_id, number=0, after=int(pause) + 1)
    elif sweep_finish_if_done(sweep_id=sweep_id, at=timezone.now()):
        sweep_wrap_up(sweep_id=sweep_id)


@app.task(name="monitoring.alert", queue="mail", retry=Backoff())
def alert_send(finding_id: int) -> None:
    """Tell those who can act about one finding."""
    alert_deliver(finding_id=finding_id)


@app.task(name=ALERT_MAIL_TASK, queue="mail", retry=Backoff())
def alert_mail(finding_id: int, person_id: int) -> None:
    """One person's mail about one finding."""
    alert_mail_send(finding_id=finding_id, person_id=person_id)


@app.periodic(cron="0 0 * * 1")
@app.task(name="monitoring.weekly", queue="mail", queueing_lock="monitoring.weekly")
def weekly_mails(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """Monday morning, 07.00 in Jakarta: the week as a mail for whoever wants it."""
    weekly_mails_defer()


@app.task(name=WEEKLY_TASK, queue="mail", retry=Backoff())
def weekly_mail(person_id: int) -> None:
    """One person's digest."""
    weekly_mail_send(person_id=person_id)


def engines_wake(sweep: Sweep) -> None:
    """Queue the jobs that visit a sweep's sites."""
    for number in range(ENGINES):
        _wake(sweep.pk, number=number)


def _wake(sweep_id: int, *, number: int, after: int = 0) -> None:
    job = engine_wake.configure(queueing_lock=f"sweep:{sweep_id}:{number}", schedule_in={"seconds": after})
    # a savepoint: the refused insert must not spoil the transaction that the sweep was started in
    with contextlib.suppress(AlreadyEnqueued), transaction.atomic():
        job.defer(sweep_id=sweep_id)


@app.periodic(cron="*/2 * * * *")
@app.task(name="monitoring.resume", queue="mail", queueing_lock="monitoring.resume")
def sweeps_resume(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """Wake engines for sweeps that nobody works on, after a crash, or when a command was ended in the middle."""
    for sweep in sweeps_abandoned():
        engines_wake(sweep)


@app.periodic(cron="0 21 * * *")
@app.task(name="monitoring.daily", queue="sweep", queueing_lock="monitoring.daily")
def daily_sweep(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """Every night: 04.00 in Jakarta, 05.00 in Makassar, 06.00 in Jayapura."""
    engines_wake(sweep_start(sites=Site.objects.all(), cause=Sweep.Cause.SCHEDULE))

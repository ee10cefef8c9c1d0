"""Work of the newsroom that runs in a worker."""

from __future__ import annotations

import contextlib

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from suluh.kernel.retries import Backoff
from suluh.newsroom.services.media import medium_settle
from suluh.newsroom.services.nudge_mails import nudge_mail_send
from suluh.newsroom.services.nudging import MAIL_TASK, nudges_forget, nudges_gather
from suluh.newsroom.services.recognising import carriers_look
from suluh.newsroom.services.reposts import reposts_recognise
from suluh.newsroom.services.vacancies import vacancies_tend
from suluh.studio.services.media import media_forget


@app.task(name="newsroom.medium", queue="media")
def prepare_medium(medium_id: int) -> None:
    """Encode a video anew and tell the stories that wait for it."""
    medium_settle(medium_id=medium_id)


@app.periodic(cron="15 19 * * *")
@app.task(name="newsroom.media-forget", queue="housekeeping", queueing_lock="newsroom.media-forget")
def forget_media(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """Remove photos that were handed in and never sent as a story."""
    media_forget()


@app.periodic(cron="*/10 * * * *")
@app.task(name="newsroom.vacancies", queue="housekeeping", queueing_lock="newsroom.vacancies")
def tend_vacancies(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """Note steps of approval that fell vacant, and those that somebody holds again."""
    vacancies_tend(timezone.now())


@app.periodic(cron="5-59/10 * * * *")
@app.task(name="newsroom.nudges", queue="mail", queueing_lock="newsroom.nudges")
def gather_nudges(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """Tell people by mail what came to wait for them."""
    nudges_gather(timezone.now())


@app.periodic(cron="15 23 * * *")
@app.task(name="newsroom.nudges-daily", queue="mail", queueing_lock="newsroom.nudges-daily")
def gather_daily_nudges(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """One mail for those who want one a day: 06.15 in Jakarta, 08.15 in Jayapura."""
    nudges_forget(timezone.now())
    nudges_gather(timezone.now(), daily=True)


@app.task(name=MAIL_TASK, queue="mail", retry=Backoff())
def mail_nudges(person_id: int) -> None:
    """Send a person's mail."""
    nudge_mail_send(person_id=person_id)


def prepare_later(medium_id: int) -> None:
    """Queue the preparation of a video, one at a time on the whole installation: it takes a core for itself."""
    job = prepare_medium.configure(queueing_lock=f"medium:{medium_id}", lock="newsroom.medium")
    # a savepoint: the refused insert must not spoil what runs around it
    with contextlib.suppress(AlreadyEnqueued), transaction.atomic():
        job.defer(medium_id=medium_id)


@app.periodic(cron="35 * * * *")
@app.task(name="newsroom.carriers", queue="housekeeping", lock="newsroom.carriers", queueing_lock="newsroom.carriers")
def look_for_carriers(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """Read the accounts of units that were asked to carry something on."""
    # every command and the web part load this module, and only a worker goes out
    from suluh.organization.outgoing import client_from_settings

    carriers_look(now=timezone.now(), client=client_from_settings())


@app.periodic(cron="*/20 * * * *")
@app.task(name="newsroom.reposts", queue="housekeeping", queueing_lock="newsroom.reposts")
def recognise_reposts(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """Note which units carried on what they were asked to."""
    reposts_recognise(timezone.now())

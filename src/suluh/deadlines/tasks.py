"""Daily work on deadlines, before offices open."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from suluh.deadlines.services.reminders import MAIL_TASK, lapses_tell, reminder_send, reminders_make
from suluh.kernel.retries import Backoff
from suluh.organization.models import Government


@app.periodic(cron="30 22 * * *")
@app.task(name="deadlines.daily", queue="mail", queueing_lock="deadlines.daily")
def daily(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """Every morning: 05.30 in Jakarta, 07.30 in Jayapura."""
    government = Government.objects.first()
    with timezone.override(government.zone if government else None):
        today = timezone.localdate()
        lapses_tell(today=today)
        reminders_make(today=today)


@app.task(name=MAIL_TASK, queue="mail", retry=Backoff())
def mail_reminders(person_id: int) -> None:
    """Send a person's reminders as one mail."""
    reminder_send(person_id=person_id)

"""Work of this room that nobody waits for."""

from __future__ import annotations

from procrastinate.contrib.django import app

from suluh.disclosure.services.exclusions import exclusions_open_due
from suluh.disclosure.services.lexemes import REFRESH_TASK, lexemes_refresh
from suluh.disclosure.services.notices import NOTICE_TASK, TRIES, NotSentYet, notice_deliver, notices_remind
from suluh.kernel.retries import Backoff


@app.task(name=REFRESH_TASK, queue="housekeeping", queueing_lock=REFRESH_TASK)
def lexemes() -> None:
    """The list has changed: read its words anew."""
    lexemes_refresh()


@app.periodic(cron="5 17 * * *")
@app.task(name="disclosure.open-due", queue="housekeeping", queueing_lock="disclosure.open-due")
def open_due(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """Soon after midnight in Jakarta: what was excluded until yesterday opens."""
    exclusions_open_due()


@app.task(name=NOTICE_TASK, queue="mail", retry=Backoff(tries=TRIES, on=(NotSentYet,)))
def notice(notice_id: int) -> None:
    """Send one mail to a requester."""
    notice_deliver(notice_id=notice_id)


@app.periodic(cron="0 1 * * *")
@app.task(name="disclosure.remind", queue="mail", queueing_lock="disclosure.remind")
def remind(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """In the morning: requesters who have a day left to complete their request hear of it."""
    notices_remind()

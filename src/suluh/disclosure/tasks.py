"""Work of this room that nobody waits for."""

from __future__ import annotations

from procrastinate.contrib.django import app

from suluh.disclosure.services.exclusions import exclusions_open_due
from suluh.disclosure.services.lexemes import REFRESH_TASK, lexemes_refresh


@app.task(name=REFRESH_TASK, queue="housekeeping", queueing_lock=REFRESH_TASK)
def lexemes() -> None:
    """The list has changed: read its words anew."""
    lexemes_refresh()


@app.periodic(cron="5 17 * * *")
@app.task(name="disclosure.open-due", queue="housekeeping", queueing_lock="disclosure.open-due")
def open_due(timestamp: int) -> None:  # noqa: ARG001 - procrastinate hands it over
    """Soon after midnight in Jakarta: what was excluded until yesterday opens."""
    exclusions_open_due()

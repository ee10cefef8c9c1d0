"""Work of this room that nobody waits for."""

from __future__ import annotations

from procrastinate.contrib.django import app

from suluh.disclosure.services.lexemes import REFRESH_TASK, lexemes_refresh


@app.task(name=REFRESH_TASK, queue="housekeeping", queueing_lock=REFRESH_TASK)
def lexemes() -> None:
    """The list has changed: read its words anew."""
    lexemes_refresh()

"""Keep the words of the public list in step with the list."""

from __future__ import annotations

import contextlib

from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

REFRESH_TASK = "disclosure.lexemes"
WORDS = "SELECT search FROM disclosure_item WHERE state = 'published'"


@transaction.atomic
def lexemes_refresh() -> int:
    """Read the words of all public items anew, without numbers, which nobody mends; says how many there are."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE disclosure_lexeme IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute("DELETE FROM disclosure_lexeme")
        cursor.execute(
            "INSERT INTO disclosure_lexeme (word, items)"
            " SELECT word, ndoc FROM ts_stat(%s) WHERE length(word) <= 200 AND word !~ '[0-9]'",
            [WORDS],
        )
        return int(cursor.rowcount)


def lexemes_later() -> None:
    """Ask a worker to read the words anew, once the caller's transaction is done."""
    # a savepoint: the refused insert must not spoil the caller's transaction
    with contextlib.suppress(AlreadyEnqueued), transaction.atomic():
        app.configure_task(REFRESH_TASK, queue="housekeeping", queueing_lock=REFRESH_TASK).defer()

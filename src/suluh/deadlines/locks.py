"""How changes of clocks and changes of the calendar keep out of each other's way.

A clock is written under a shared lock; a change of the calendar prepares everything without a lock and takes the same
lock alone for the moment in which the new dates are written. So a clock is never counted by a calendar that has just
been replaced, and nobody waits for the counting.
"""

from __future__ import annotations

import time

from django.db import connection

CLOCKS = 7_201_150_050
CALENDAR = 7_201_150_051
PATIENCE = 5.0
"""Seconds for which a calendar change lets others go first before it queues for the lock itself."""


def share_clocks() -> None:
    """Hold off a change of the calendar until this transaction ends."""
    _ask("pg_advisory_xact_lock_shared", CLOCKS)


def own_clocks() -> None:
    """Keep other writers of clocks out until this transaction ends.

    It is tried again and again at first: a waiting exclusive lock would make everybody queue behind the slowest writer.
    """
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if _ask("pg_try_advisory_xact_lock", CLOCKS):
            return
        time.sleep(0.005)
    _ask("pg_advisory_xact_lock", CLOCKS)


def own_calendar() -> None:
    """Let one change of the calendar happen at a time."""
    _ask("pg_advisory_xact_lock", CALENDAR)


def _ask(function: str, key: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [key])
        return bool(cursor.fetchone()[0])

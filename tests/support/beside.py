"""A deed in a thread and a connection of its own, beside a transaction of the test."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from django.db import connection, connections

WAITING = """
SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
   AND wait_event_type = 'Lock'
"""


class Beside(threading.Thread):
    """Does the deed once it is started; `answer` is what it returned."""

    def __init__(self, deed: Callable[[], Any]) -> None:
        super().__init__()
        self._deed = deed
        self.answer: Any = "not done"

    def run(self) -> None:
        """The deed, and its connection closed."""
        try:
            self.answer = self._deed()
        finally:
            connections.close_all()

    def reach_the_lock(self) -> None:
        """Return once the deed waits for what the test's transaction holds."""
        with connection.cursor() as cursor:
            while self.is_alive():
                cursor.execute("SELECT pg_stat_clear_snapshot()")
                cursor.execute(WAITING)
                if cursor.fetchone()[0]:
                    return
        raise AssertionError("the deed ended without waiting for the test's transaction")

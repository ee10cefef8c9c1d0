"""Telling a past: many threads of a story at once, each deed done on the day on which it happened.

A thread is a generator that yields the moment of its next deed and does it when it is resumed. `play` resumes whichever
comes first, so that rows and events follow each other as they would have.
"""

from __future__ import annotations

import heapq
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, TypeAlias, TypeVar

from django.utils import timezone

T = TypeVar("T")
Thread: TypeAlias = Generator[datetime, None, T]
"""Yields moments, and returns what became of it."""


def play(threads: Iterable[Thread[Any]]) -> None:
    """Let every thread happen, in the order of time."""
    waiting: list[tuple[datetime, int, Thread[Any]]] = []
    for number, thread in enumerate(threads):
        _queue(waiting, number, thread)
    while waiting:
        moment, number, thread = heapq.heappop(waiting)
        with as_of(moment):
            _queue(waiting, number, thread)


@contextmanager
def as_of(moment: datetime) -> Iterator[None]:
    """Let Django's clock stand at a moment while the `with` lasts.

    For the one thread that furnishes the demo, before anything is served.
    """
    clock = vars(timezone)
    real = clock["now"]
    clock["now"] = lambda: moment
    try:
        yield
    finally:
        clock["now"] = real


def days_ago(today: datetime, days: int, hour: int = 9, minute: int = 0) -> datetime:
    """An hour of the wall clock so many days before today; negative days lie ahead."""
    local = timezone.localtime(today) - timedelta(days=days)
    return local.replace(hour=hour, minute=minute, second=0, microsecond=0)


def _queue(waiting: list[tuple[datetime, int, Thread[Any]]], number: int, thread: Thread[Any]) -> None:
    moment = next(thread, None)
    if moment is not None:
        heapq.heappush(waiting, (moment, number, thread))

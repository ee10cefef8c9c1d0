"""The parent's side: start the children, restart what falls, end all of it on a signal."""

import signal
import threading
import time
from collections.abc import Callable, Sequence
from types import FrameType

import structlog

from suluh.project.startup import NEEDS_OPERATOR

from .child import Child

LOOK_EVERY = 0.25
PATIENCE = 20.0
"""Seconds all children together may take for an orderly end."""

log = structlog.get_logger("suluh.serve")


class Tree:
    """Children that live and end together; `tend_roots` looks after what they stand on (the database)."""

    def __init__(self, children: Sequence[Child], tend_roots: Callable[[], None] = lambda: None) -> None:
        self.children = children
        self.tend_roots = tend_roots
        self._stop = threading.Event()

    def run(self) -> int:
        """Keep the children up until SIGINT, SIGTERM or SIGHUP, then end them. Returns the exit code.

        A child that ends with NEEDS_OPERATOR ends the tree: starting it again would change nothing.
        """
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._asked_to_stop)
        try:
            while not self._stop.is_set():
                self.tend_roots()
                for child in self.children:
                    code = child.tend()
                    if code == NEEDS_OPERATOR:
                        return NEEDS_OPERATOR
                    if code is not None:
                        log.warning("child fell", child=child.name, code=code, falls=child.falls, why=_why(code))
                self._stop.wait(LOOK_EVERY)
            return 0
        finally:
            self.end()

    def end(self) -> None:
        """End every child in order, by force after the patience has run out."""
        for child in self.children:
            child.ask_to_end()
        until = time.monotonic() + PATIENCE
        for child in self.children:
            child.end(max(0.1, until - time.monotonic()))

    def _asked_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stop.set()


def _why(code: int) -> str:
    """A child returns 0 only when it was asked to end, and this parent did not ask it."""
    if code == 0:
        return "somebody else asked it to end: look for what sends signals to processes by name"
    return f"signal {-code}" if code < 0 else "a fault: its own lines above name it"

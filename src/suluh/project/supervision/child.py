"""One supervised process and its back-off."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence

from .lifeline import PARENT

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
CALM = 30.0
"""A process that lived this many seconds starts again without a pause."""


class Child:
    """A `suluh` command run as a child; its own session, so that Ctrl-C reaches the parent alone."""

    def __init__(self, name: str, words: Sequence[str]) -> None:
        self.name = name
        self.command = [sys.executable, "-c", "from suluh.project.cli import main; main()", *words]
        self.process: subprocess.Popen[bytes] | None = None
        self.falls = 0
        self._started = 0.0
        self._not_before = 0.0

    def start(self) -> None:
        """Start the process, telling it whose child it is."""
        environment = {**os.environ, PARENT: str(os.getpid())}
        self._started = time.monotonic()
        self.process = subprocess.Popen(self.command, env=environment, start_new_session=True)

    def tend(self) -> int | None:
        """Start it when it is due. Returns the exit code once when it has just fallen, else None."""
        if self.process is None:
            if time.monotonic() >= self._not_before:
                self.start()
            return None
        code = self.process.poll()
        if code is not None:
            calm = time.monotonic() - self._started > CALM
            self.falls = 0 if calm else self.falls + 1
            pause = min(FIRST_PAUSE * 2.0 ** (self.falls - 1), LONGEST_PAUSE) if self.falls else 0.0
            self._not_before = time.monotonic() + pause
            self.process = None
        return code

    def ask_to_end(self) -> None:
        """Send SIGTERM."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)

    def end(self, patience: float) -> None:
        """Wait for the end, at most `patience` seconds; then end it and whatever it had started."""
        if self.process is None:
            return
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.process = None

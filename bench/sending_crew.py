"""Worker processes that race, are killed without notice, and are replaced.

A nursery, which has loaded all that a worker needs, splits each of them off: a replacement is there at once, so that
two race all the time and the run spends its cores on deliveries instead of on loading the same modules again.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress

UP_WITHIN = 120.0


class Crew:
    """So many workers at once, for as long as the run lasts."""

    def __init__(self, workers: int) -> None:
        self.kills = 0
        self._workers = workers
        self._nursery: subprocess.Popen[str] | None = None
        self._up: set[int] = set()
        self._changes = threading.Lock()
        self._listener = threading.Thread(target=self._listen, daemon=True)

    def start(self) -> None:
        """Start the workers, and return when all of them are at work: starting is no part of what is timed."""
        environ = os.environ | {"SULUH_ALLOW_PRIVATE": "1"}
        command = [sys.executable, "-m", "bench.sending_nursery", str(self._workers)]
        self._nursery = subprocess.Popen(
            command, env=environ, stdout=subprocess.PIPE, text=True, start_new_session=True, bufsize=1
        )
        self._listener.start()
        until = time.monotonic() + UP_WITHIN
        while len(self._up) < self._workers:
            if time.monotonic() > until or self._nursery.poll() is not None:
                raise RuntimeError("the workers did not start")
            time.sleep(0.1)

    def stop(self) -> None:
        """End everything."""
        if self._nursery is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._nursery.pid, signal.SIGKILL)
            self._nursery.wait()
            self._listener.join()

    def kill_one(self) -> None:
        """kill -9 a worker that is up; the simulated platform calls it in the middle of a request."""
        with self._changes:
            if not self._up:
                return
            number = random.choice(sorted(self._up))
            self._up.discard(number)
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
                self.kills += 1

    def _listen(self) -> None:
        """Each line of the nursery names a worker: "+" is up, "-" has ended."""
        assert self._nursery is not None
        assert self._nursery.stdout is not None
        for line in self._nursery.stdout:
            with self._changes:
                (self._up.add if line[0] == "+" else self._up.discard)(int(line[1:]))

"""Worker processes that race, are killed without notice, and are replaced."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

UP_WITHIN = 120.0


class Crew:
    """So many workers at once, for as long as the run lasts."""

    def __init__(self, workers: int) -> None:
        self.kills = 0
        self._workers = workers
        self._environ: dict[str, str] = {}
        self._running: list[subprocess.Popen[bytes]] = []
        self._ended = threading.Event()
        self._watch = threading.Thread(target=self._keep_up, daemon=True)

    def start(self, folder: str) -> None:
        """Start the workers, and return when all of them are at work: starting is no part of what is timed."""
        signs = Path(folder) / "signs"
        signs.mkdir()
        self._environ = os.environ | {"SULUH_ALLOW_PRIVATE": "1", "SENDING_SIGNS": str(signs)}
        self._running = [self._one() for _ in range(self._workers)]
        until = time.monotonic() + UP_WITHIN
        while len(list(signs.iterdir())) < self._workers:
            if time.monotonic() > until or any(worker.poll() is not None for worker in self._running):
                raise RuntimeError("a worker did not start")
            time.sleep(0.1)
        self._watch.start()

    def stop(self) -> None:
        """End everything."""
        self._ended.set()
        if self._watch.is_alive():
            self._watch.join()
        for worker in self._running:
            worker.kill()
            worker.wait()

    def kill_one(self) -> None:
        """kill -9 a worker that is up; the simulated platform calls it in the middle of a request."""
        up = [worker for worker in self._running if worker.poll() is None]
        if up:
            self.kills += 1
            random.choice(up).kill()

    def _one(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-m", "bench.sending_worker"], env=self._environ)

    def _keep_up(self) -> None:
        while not self._ended.wait(0.2):
            self._running = [worker if worker.poll() is None else self._one() for worker in self._running]

"""A real installation in a folder of its own, driven through the `suluh` command as an operator does."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from suluh.project.database import Access, PrivateDatabase
from tests.support.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "from suluh.project.cli import main; main()"]


def wait_for(what: str, holds: Callable[[], object], seconds: float = 120.0) -> None:
    """Return as soon as `holds` is true; fail with `what` when it is not in time."""
    until = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > until:
            raise AssertionError(f"not in time: {what}")
        time.sleep(0.1)


@dataclass
class Installation:
    """A data folder, its settings and its processes."""

    folder: Path
    port: int = field(default_factory=free_port)
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def environment(self) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("SULUH_", "DJANGO_"))}
        kept.pop("DATABASE_URL", None)
        return {**kept, "SULUH_DATA": str(self.data), "SULUH_PORT": str(self.port), **self.extra}

    def run(self, *words: str, expect: int = 0) -> str:
        done = subprocess.run(
            [*COMMAND, *words], env=self.environment(), cwd=self.folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == expect, done.stdout + done.stderr
        return done.stdout + done.stderr

    def start(self, *words: str) -> "subprocess.Popen[bytes]":
        log = (self.folder / "output.log").open("ab")
        return subprocess.Popen(
            [*COMMAND, *words], env=self.environment(), cwd=self.folder, stdout=log, stderr=log, start_new_session=True
        )

    @contextmanager
    def serving(self, *words: str) -> Iterator["subprocess.Popen[bytes]"]:
        parent = self.start("serve", *words)
        try:
            wait_for("health/ready answers 200", lambda: self.health("ready") == 200)
            yield parent
        finally:
            if parent.poll() is None:
                parent.send_signal(signal.SIGTERM)
            parent.wait(120)
            wait_for("nothing is left running", lambda: not self.processes())

    def health(self, what: str) -> int:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health/{what}", timeout=5) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as refused:
            return refused.code
        except OSError:
            return 0

    def access(self) -> Access:
        access = PrivateDatabase(self.data).cluster.access()
        assert access is not None
        return access

    def answers(self) -> bool:
        return self.access().answers()

    def processes(self) -> dict[int, str]:
        """Every living process of this installation with its command line."""
        found = {}
        for folder in Path("/proc").iterdir():
            if not folder.name.isdigit() or int(folder.name) == os.getpid():
                continue
            try:
                command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                about = (folder / "environ").read_bytes().decode(errors="replace") + command
                dead = (folder / "stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
            except OSError:
                continue
            if str(self.data) in about and not dead:
                found[int(folder.name)] = command
        return found

    def process(self, mark: str) -> int:
        """The oldest process whose command line holds `mark`, 0 when there is none."""
        return min((number for number, command in self.processes().items() if mark in command), default=0)

    def kill(self, mark: str) -> int:
        """Kill -9 the oldest process whose command line holds `mark`; returns its number."""
        number = self.process(mark)
        assert number, f"no process with {mark!r} among {json.dumps(self.processes(), indent=1)}"
        os.kill(number, signal.SIGKILL)
        return number

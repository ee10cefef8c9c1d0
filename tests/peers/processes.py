"""Ports of loopback, and the end of what was started there."""

import os
import signal
import socket
import subprocess
from contextlib import suppress


def free_port() -> int:
    """A port that is free at this moment."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def end(process: subprocess.Popen, patience: float = 20.0) -> None:
    """End a process that was started in a session of its own, and everything that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        process.wait(patience)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(patience)

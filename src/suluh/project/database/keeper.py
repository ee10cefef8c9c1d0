"""The process between an owner and PostgreSQL: keeps the server up, and takes it down when the owner is gone.

It runs as a script on the standard library alone, so that it is small and starts fast. Its standard input is a pipe
that only the owner holds: the pipe ends when the owner ends, whatever ended it. The file lock it inherited is freed
only after PostgreSQL has stopped, so a new owner can never start a second server on the same files.
"""

import ctypes
import json
import os
import select
import signal
import subprocess
import sys
import time
from typing import Any

LOOK_EVERY = 0.5
"""Seconds between two looks at the parent, should the pipe have been inherited by somebody else."""

MOST_FAILURES = 10
LONGEST_PAUSE = 5.0
CALM = 5.0
"""A server that lived this many seconds had really started."""

PATIENCE = 30.0
"""Seconds for a fast shutdown before an immediate one; the next start then replays the log."""

PR_SET_PDEATHSIG = 1


def _die_with_keeper() -> None:
    """In the child, after it took its account: a killed keeper gives the server a fast shutdown (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def _start(order: dict[str, Any]) -> "subprocess.Popen[bytes]":
    with open(order["log"], "ab") as log:
        return subprocess.Popen(
            order["command"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            preexec_fn=_die_with_keeper,
            **order["options"],
        )


def _stop(server: "subprocess.Popen[bytes]") -> None:
    for number, patience in ((signal.SIGINT, PATIENCE), (signal.SIGQUIT, PATIENCE), (signal.SIGKILL, None)):
        if server.poll() is not None:
            return
        server.send_signal(number)
        try:
            server.wait(patience)
        except subprocess.TimeoutExpired:
            continue


def _owner_is_gone(parent: int, seconds: float) -> bool:
    readable, _, _ = select.select([0], [], [], seconds)
    if readable and not os.read(0, 1):
        return True
    return os.getppid() != parent


def keep(order: dict[str, Any], parent: int) -> int:
    """Run the server until the owner is gone (0) or the server cannot be kept up (1)."""
    failures = 0
    while failures < MOST_FAILURES:
        server, since = _start(order), time.monotonic()
        while server.poll() is None:
            if _owner_is_gone(parent, LOOK_EVERY):
                _stop(server)
                return 0
        failures = 1 if time.monotonic() - since > CALM else failures + 1
        if _owner_is_gone(parent, min(0.1 * 2**failures, LONGEST_PAUSE)):
            return 0
    return 1


def main() -> int:
    """Read the order from the command line; signals of a terminal are the owner's business."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    return keep(json.loads(sys.argv[1]), int(sys.argv[2]))


if __name__ == "__main__":
    sys.exit(main())

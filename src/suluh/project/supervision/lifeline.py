"""The child's side: end when the parent has ended, whatever ended it."""

import ctypes
import os
import signal
import sys
import threading
import time

PARENT = "SULUH_PARENT"
"""Environment variable in which a parent tells its process number to a child."""

LOOK_EVERY = 1.0
PATIENCE = 5.0
"""Seconds a child may take for its own orderly end before it is ended."""

PR_SET_PDEATHSIG = 1


def follow_parent() -> None:
    """End this process with SIGTERM when the parent that started it is gone; without a parent nothing happens."""
    named = os.environ.pop(PARENT, "")
    if not named:
        return
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    threading.Thread(target=_watch, args=(int(named),), name="lifeline", daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK_EVERY)
    sys.stderr.write(f"suluh: parent {parent} is gone, process {os.getpid()} ends\n")
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PATIENCE)
    os._exit(1)

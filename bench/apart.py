"""A bench in a process of its own: what it breaks, it breaks alone, and it ends with its budget of time."""

from __future__ import annotations

import os
import signal
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection

from bench.harness import Row

BUDGETS = {
    "board": 150, "clocks": 120, "copies": 60, "dates": 90, "disclosure": 120, "faults": 600, "form": 120,
    "integrity": 90, "items": 240, "portal": 120, "preflight": 150, "prose": 90, "registers": 120, "resweep": 120,
    "scale": 240, "speaking": 300, "stories": 120, "strings": 90, "suggest": 60, "sweep": 150, "text": 45,
    "villages": 120,
}  # fmt: skip
"""Seconds after which a bench is ended on an idle machine; most take a fraction. One not named may take a minute."""

LONGER = {"small": 1, "full": 1, "big": 40}
"""How many budgets a bench may take at each scale."""

MOST_STRETCHED = 3.0
"""A machine that works for others too stretches every budget, at most so many times."""


def run_apart(name: str, seed: int, scale: str, tell: Callable[[Row], None]) -> str:
    """Run one bench, hand over its rows as they are made, and say what went wrong: nothing when it is empty."""
    budget = round(BUDGETS.get(name, 60) * LONGER[scale] * stretch())
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_run, args=(name, seed, scale, theirs))
    child.start()
    theirs.close()
    try:
        return _listen(ours, time.monotonic() + budget, tell) or ""
    except TimeoutError:
        return f"its budget of {budget} s ran out"
    finally:
        with suppress(ProcessLookupError, TypeError):
            os.killpg(child.pid, signal.SIGKILL)  # type: ignore[arg-type]  # the pid of a started process
        child.join()


def stretch() -> float:
    """By how much longer this machine takes than an idle one, from what waits for its processors."""
    busy = max(os.getloadavg()[:2]) / (os.cpu_count() or 1)
    return min(MOST_STRETCHED, max(1.0, busy + 0.5))


def _listen(pipe: Connection, deadline: float, tell: Callable[[Row], None]) -> str | None:
    """Pass rows on until the bench has ended; returns its last word."""
    while pipe.poll(max(0.0, deadline - time.monotonic())):
        try:
            said = pipe.recv()
        except EOFError:
            return "it ended without a word"
        if not isinstance(said, Row):
            return str(said) if said else None
        tell(said)
    raise TimeoutError


def _run(name: str, seed: int, scale: str, pipe: Connection) -> None:
    os.setsid()  # so that everything a bench starts can be ended with it
    try:
        for row in import_module(f"bench.bench_{name}").run(seed=seed, scale=scale):
            pipe.send(row)
    # whatever it is, it is this bench's own, and the next one is still to run
    except Exception as fault:  # noqa: BLE001
        traceback.print_exc()
        pipe.send(f"{type(fault).__name__}: {fault}")
        return
    pipe.send(None)

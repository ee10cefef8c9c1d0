"""What a bench is here: a module `bench_<name>.py` with `run(seed, scale) -> Iterable[Row]`.

Rates are net CPU time, ours and the named peer's in the same run; a figure without a peer says so. Each bench runs in a
process of its own with a budget of time (`bench.apart`), and each row is saved as soon as it is made (`bench.record`).
"""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Row:
    """One measured figure beside its bar and its peer."""

    bench: str
    what: str
    ours: float
    unit: str
    bar: str
    met: bool
    peer: str | None = None
    theirs: float | None = None
    ratio: float | None = None
    on: str = ""  # what it was measured on, in words
    more: dict[str, Any] = field(default_factory=dict)


def cpu(call: Callable[[], Any]) -> tuple[Any, float]:
    """Result of `call` and the CPU seconds it took in this process."""
    begin = time.process_time()
    result = call()
    return result, time.process_time() - begin


def machine() -> dict[str, Any]:
    """What a reader must know to compare: cores, Python, versions of the peers."""
    names = ("htmldate", "dateparser", "trafilatura", "scrapy", "selectolax", "aiohttp", "django")
    return {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "versions": {name: version(name) for name in names},
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def all_benches() -> list[str]:
    """Names of the benches there are."""
    return sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))

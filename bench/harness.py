"""What a bench is here: a module `bench_<name>.py` with `run(seed, scale) -> Iterable[Row]`.

Rates are net CPU time, ours and the named peer's in the same run; a figure without a peer says so.
"""

from __future__ import annotations

import json
import os
import platform
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib import import_module
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


def collect(names: list[str], seed: int, scale: str) -> Iterable[Row]:
    """Run the named benches, or all of them, and yield their rows as they come."""
    found = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    for name in names or found:
        yield from import_module(f"bench.bench_{name}").run(seed=seed, scale=scale)


def save(rows: list[Row], seed: int, scale: str, to: Path) -> None:
    """Write the rows; rows of benches not run this time are kept from the file."""
    ran = {row.bench for row in rows}
    old = json.loads(to.read_text())["rows"] if to.exists() else []
    kept = [row for row in old if row["bench"] not in ran]
    stamped = [asdict(row) | {"seed": seed, "scale": scale} for row in rows]
    to.write_text(json.dumps({"machine": machine(), "rows": kept + stamped}, indent=1, ensure_ascii=False) + "\n")

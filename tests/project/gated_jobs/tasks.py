"""The job that waits."""

import os
import time
from pathlib import Path

from procrastinate.contrib.django import app


@app.task(name="gated", queue="sweep")
def gated(folder: str) -> None:
    """Write down who runs it, then wait until the file `open` is there."""
    with (Path(folder) / "started").open("a", encoding="ascii") as started:
        started.write(f"{os.getpid()}\n")
    while not (Path(folder) / "open").exists():
        time.sleep(0.05)

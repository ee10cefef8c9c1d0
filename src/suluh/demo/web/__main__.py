"""`python -m suluh.demo.web --folder DIR [--seed N]`: serve Arunika until interrupted; says where in one JSON line."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from suluh.demo.web.arunika import arunika_briefs
from suluh.demo.web.simulated import SimulatedWeb


def main() -> None:
    """Serve; a line `advance` on standard input takes the web one step further, its end or a signal stops it."""
    parser = argparse.ArgumentParser(prog="python -m suluh.demo.web")
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with SimulatedWeb(arunika_briefs(options.seed), datetime.now(UTC), options.folder) as web:
        web.write_truth(options.folder / "truth.jsonl")
        print(json.dumps(web.where()), flush=True)  # noqa: T201 - the command's one result
        for line in sys.stdin:
            if line.strip() == "advance":
                print(json.dumps({"advanced": web.advance()}), flush=True)  # noqa: T201 - answer to the order


if __name__ == "__main__":
    main()

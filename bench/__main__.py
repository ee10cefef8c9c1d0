"""`python -m bench [NAME…] [--seed N] [--scale small|full|big]`: measure, print, and keep each row as it is made."""

import argparse
import secrets
import time
from pathlib import Path

from rich.console import Console

from bench.apart import run_apart
from bench.harness import HERE, Row, all_benches
from bench.record import Record


def line(row: Row) -> str:
    """One row as a line for the terminal."""
    mark = "ok  " if row.met else "MISS"
    peer = f"  {row.peer} {row.theirs:.3g} → {row.ratio:.2f} ×" if row.peer and row.theirs and row.ratio else ""
    return f"{mark} {row.bench:<12} {row.what}: {row.ours:.4g} {row.unit} (bar {row.bar}){peer}  [{row.on}]"


def main() -> int:
    """Run the named benches, or all; 1 when one of them broke, 0 also when a bar is missed, for a bench reports."""
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(all_benches()))
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--scale", choices=("small", "full", "big"), default="full")
    parser.add_argument("--out", type=Path, default=HERE / "latest.json")
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else secrets.randbelow(10**9)
    console = Console(width=200)
    console.print(f"seed {seed}, scale {options.scale}")
    record = Record(options.out, seed, options.scale)
    faults = 0

    def tell(row: Row) -> None:
        record.add(row)
        console.print(line(row), highlight=False, markup=False)

    for name in options.names or all_benches():
        begin = time.monotonic()
        broken = run_apart(name, seed, options.scale, tell)
        record.close(name, broken)
        faults += bool(broken)
        console.print(f"     {name}: {time.monotonic() - begin:.0f} s {broken}", highlight=False, markup=False)
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())

"""`python -m bench [NAME…] [--seed N] [--scale small|full|big]`: measure and print."""

import argparse
import secrets
from pathlib import Path

from rich.console import Console

from bench.harness import Row, collect, save


def line(row: Row) -> str:
    """One row as a line for the terminal."""
    mark = "ok  " if row.met else "MISS"
    peer = f"  {row.peer} {row.theirs:.3g} → {row.ratio:.2f} ×" if row.peer and row.theirs and row.ratio else ""
    return f"{mark} {row.bench:<12} {row.what}: {row.ours:.4g} {row.unit} (bar {row.bar}){peer}  [{row.on}]"


def main() -> None:
    """Run and save; exit 0 also when a bar is missed, for a bench reports."""
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--scale", choices=("small", "full", "big"), default="full")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "latest.json")
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else secrets.randbelow(10**9)
    console = Console(width=200)
    console.print(f"seed {seed}, scale {options.scale}")
    rows = []
    for row in collect(options.names, seed, options.scale):
        rows.append(row)
        console.print(line(row), highlight=False)
    save(rows, seed, options.scale, options.out)


if __name__ == "__main__":
    main()

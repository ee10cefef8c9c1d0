"""Writes the table of `bench/latest.json` between the markers of README.md: `python -m tools.bench_table`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- bench -->", "<!-- /bench -->"


def table(latest: dict[str, Any]) -> str:
    """The rows as Markdown, with what they were measured on below."""
    head = "| What | Suluh | Bar | Peer in the same run | Ratio | |\n|---|---|---|---|---|---|"
    machine = latest["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in machine["versions"].items())
    foot = (
        f"{machine['cores']} cores, {machine['machine']}, Python {machine['python']}; {versions}; {machine['at'][:10]}."
    )
    broken = [f"Did not finish: {name} ({why})." for name, why in latest.get("broken", {}).items()]
    return "\n".join([head, *map(_line, latest["rows"]), "", f"Measured on {foot}", *broken])


def _line(row: dict[str, Any]) -> str:
    peer = f"{row['peer']}: {row['theirs']:.4g} {row['unit']}" if row["peer"] and row["theirs"] is not None else "–"
    ratio = f"{row['ratio']:.2f} ×" if row["ratio"] else "–"
    met = "met" if row["met"] else "**missed**"
    what = row["what"] if row["scale"] != "small" else f"{row['what']} (small set)"
    return f"| {what} | {row['ours']:.4g} {row['unit']} | {row['bar']} | {peer} | {ratio} | {met} |"


def main() -> None:
    """Replace what stands between the markers."""
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    latest = json.loads((ROOT / "bench" / "latest.json").read_text(encoding="utf-8"))
    readme.write_text(f"{before}{BEGIN}\n{table(latest)}\n{END}{after}", encoding="utf-8")
    sys.stderr.write(f"{len(latest['rows'])} rows written to {readme.name}\n")


if __name__ == "__main__":
    main()

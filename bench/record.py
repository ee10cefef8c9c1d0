"""The file that keeps figures between runs, written anew after every row so that a cut run loses nothing."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.harness import Row, machine


class Record:
    """Rows of this run beside those of earlier ones; each carries its seed, scale and time."""

    def __init__(self, to: Path, seed: int, scale: str) -> None:
        self._to = to
        self._stamp = {"seed": seed, "scale": scale}
        kept = json.loads(to.read_text(encoding="utf-8")) if to.exists() else {}
        self._rows: list[dict[str, Any]] = kept.get("rows", [])
        self._broken: dict[str, str] = kept.get("broken", {})
        self._fresh: set[tuple[str, str]] = set()

    def add(self, row: Row) -> None:
        """Keep a row in the place of the one that said the same before."""
        key = (row.bench, row.what)
        made = asdict(row) | self._stamp | {"at": datetime.now(UTC).isoformat(timespec="seconds")}
        if key not in self._fresh:
            self._rows = [old for old in self._rows if (old["bench"], old["what"]) != key]
        self._rows.append(made)
        self._fresh.add(key)
        self._write()

    def close(self, bench: str, broken: str) -> None:
        """A bench has ended: what it no longer measures at this scale goes; one that broke is written down."""
        if broken:
            self._broken[bench] = broken
        else:
            self._broken.pop(bench, None)
            self._rows = [row for row in self._rows if not self._outdated(row, bench)]
        self._rows.sort(key=lambda row: row["bench"])
        self._write()

    def _outdated(self, row: dict[str, Any], bench: str) -> bool:
        of_this_run = row["bench"] == bench and row["scale"] == self._stamp["scale"]
        return of_this_run and (bench, row["what"]) not in self._fresh

    def _write(self) -> None:
        text = json.dumps(
            {"machine": machine(), "broken": self._broken, "rows": self._rows}, indent=1, ensure_ascii=False
        )
        aside = self._to.with_suffix(".part")
        aside.write_text(text + "\n", encoding="utf-8")
        aside.replace(self._to)

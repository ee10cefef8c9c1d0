"""A fault script in a file (TOML), as `suluh simulate-platforms --script FILE` takes it; docs/admin/simulator.md."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from .faults import LATE, MIX, Fault, FaultScript, Step

KEYS = {"seed", "share", "late", "mix", "step"}
STEP_KEYS = {"platform", "path", "skip", "times", "fault"}


class BadScript(Exception):
    """The file is no fault script; the message says where."""


def script_from(file: Path, *, platforms: frozenset[str]) -> FaultScript:
    """Read a script.

    Raises:
        BadScript: a name or value that means nothing.
    """
    try:
        row = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise BadScript(f"{file}: {fault}") from None
    _known(row, KEYS, "naskah")
    mix = {_fault(name): _number(weight, name, 10_000) for name, weight in _table(row.get("mix", {}), "mix").items()}
    share = _number(row.get("share", 0), "share", 100)
    late = _number(row.get("late", LATE), "late", 3600)
    steps = row.get("step", [])
    if not isinstance(steps, list):
        raise BadScript("step: tulis sebagai [[step]]")
    chosen = {fault: int(weight) for fault, weight in mix.items() if weight} or dict(MIX)
    seed = int(_number(row.get("seed", 0), "seed", 2**31))
    return FaultScript(seed=seed, share=share, mix=chosen, late=late, steps=[_step(one, platforms) for one in steps])


def _step(row: Any, platforms: frozenset[str]) -> Step:
    row = _table(row, "step")
    _known(row, STEP_KEYS, "step")
    platform = str(row.get("platform", ""))
    if platform and platform not in platforms:
        raise BadScript(f"step: platform {platform!r} tidak ada; yang ada: {', '.join(sorted(platforms))}")
    skip, times = (int(_number(row.get(name, start), name, 10**6)) for name, start in (("skip", 0), ("times", 1)))
    return Step(_fault(row.get("fault", "")), platform, str(row.get("path", "")), skip, times)


def _fault(name: Any) -> Fault:
    try:
        return Fault(name)
    except ValueError:
        raise BadScript(f"gangguan {name!r} tidak dikenal; yang ada: {', '.join(Fault)}") from None


def _number(value: Any, name: str, most: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most:
        raise BadScript(f"{name}: {value!r} bukan angka dari 0 sampai {most:g}")
    return float(value)


def _table(value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadScript(f"{name}: bukan tabel")
    return value


def _known(row: dict[str, Any], keys: set[str], where: str) -> None:
    strange = sorted(set(row) - keys)
    if strange:
        raise BadScript(f"{where}: {', '.join(strange)} tidak dikenal; yang ada: {', '.join(sorted(keys))}")

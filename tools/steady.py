"""`python -m tools.steady ARGUMENTS…`: pytest, and what failed asked three times more; what then holds is unsteady.

Among thousands of tests with real browsers, clocks and killed processes one may meet a bad second. A fault of the
product fails again; so a few tests that failed are run thrice by themselves, and each must pass each time. They are
named either way: an unsteady test is a fault to mend, not one to live with (docs/adr/0076).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

MOST = 3
"""More failures than this are no bad second: nothing is asked again."""
ROUNDS = 3


def main(arguments: list[str]) -> int:
    """pytest's exit code, or 0 where every test that failed has passed each time it was asked again."""
    with tempfile.TemporaryDirectory() as folder:
        cache = ["-o", f"cache_dir={folder}"]
        code = pytest([*cache, *arguments])
        failed = failed_in(Path(folder)) if code == 1 else []
        if not 0 < len(failed) <= MOST:
            return code
        for again in range(1, ROUNDS + 1):
            tell(f"{len(failed)} failed: asked again, {again} of {ROUNDS}")
            if pytest(["-q", "-p", "no:cacheprovider", *failed]):
                return code
    tell("UNSTEADY, failed once among all and passed thrice alone:", *failed)
    return 0


def failed_in(cache: Path) -> list[str]:
    """What pytest wrote down as failed in its last run, by the names it takes."""
    written = cache / "v" / "cache" / "lastfailed"
    return sorted(map(without_group, json.loads(written.read_text(encoding="utf-8")))) if written.exists() else []


def without_group(name: str) -> str:
    """The name of a test without the group that pytest-xdist writes behind it: "test_a.py::test_b[x]@group"."""
    bare, at, group = name.rpartition("@")
    return bare if at and "]" not in group else name


def tell(*lines: str) -> None:
    """Say it where pytest speaks, in its order."""
    sys.stdout.write("\n" + "\n  ".join(lines) + "\n")
    sys.stdout.flush()


def pytest(arguments: list[str]) -> int:
    """One run in a process of its own."""
    return subprocess.run([sys.executable, "-m", "pytest", *arguments], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""CPU seconds of a `suluh` command, for rates that an outside judge would measure the same way."""

from __future__ import annotations

import resource
import subprocess
import sys


def command_cpu(args: list[str], stdin: bytes = b"") -> tuple[bytes, float]:
    """Output of `suluh ARGS` and the user and system seconds it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    code = "from suluh.project.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code, *args], input=stdin, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

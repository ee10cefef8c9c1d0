"""Loads what a worker of the fault run needs, and splits off a new one whenever one has died."""

from __future__ import annotations

import os
import sys

from bench.sending_worker import work


def main(workers: int) -> None:
    """Keep so many workers up until the whole group of processes is killed."""
    from suluh.project.startup import start_django

    start_django()
    from django.db import connections

    from suluh.platforms.platform import platforms

    platforms()
    # no process may share the connection of another
    connections.close_all()
    for _ in range(workers):
        _one()
    while True:
        ended, _ = os.wait()
        sys.stdout.write(f"-{ended}\n")
        _one()


def _one() -> None:
    sys.stdout.flush()
    number = os.fork()
    if not number:
        work()
        os._exit(1)
    sys.stdout.write(f"+{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]))

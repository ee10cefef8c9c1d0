"""Limits that a child process sets itself before it reads foreign bytes."""

from __future__ import annotations

import resource


def confine(*, memory: int, seconds: int, written: int = 0, threads: bool = False) -> None:
    """From now on this process has so many bytes of memory, seconds of processor and bytes to write; it leaves no core.

    Without `threads` it starts no other process or thread either.
    """
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (written, written))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not threads:
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))

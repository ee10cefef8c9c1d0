"""Threads' interface."""

from __future__ import annotations

from .containers import ContainerServer


class ThreadsServer(ContainerServer):
    """Accounts with text, pictures and videos; posts can be taken away."""

    platform = "threads"
    make, publish, listed = "threads", "threads_publish", "threads"
    limit, status, text = "threads_publishing_limit", "status", "text"


SIMULATOR = ThreadsServer

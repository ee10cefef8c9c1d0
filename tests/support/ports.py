"""A port for a server that a test starts later, in another process."""

import random
import socket

LATER = range(20_000, 32_000)
"""Below those that Linux gives to outgoing connections: between here and the start none of these takes it."""


def free_port() -> int:
    """A port of this machine on which nobody listens."""
    for port in random.SystemRandom().sample(LATER, 100):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise OSError("no port is free")

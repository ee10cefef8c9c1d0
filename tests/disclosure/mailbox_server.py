"""A real IMAP server (pymap) on loopback with one mailbox, bare or with TLS."""

from __future__ import annotations

import contextlib
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from tests.support.ports import free_port

USER, SECRET = "ppid", "rahasia-kotak"


@contextlib.contextmanager
def mailbox_served(*options: str) -> Iterator[int]:
    """The server with these options; its port."""
    port = free_port()
    pymap = Path(sys.executable).with_name("pymap")
    server = subprocess.Popen(
        [pymap, "--host", "127.0.0.1", "--port", str(port), *options, "dict", "--demo-user", USER, "--demo-password",
         SECRET, "--demo-data"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield _ready(port)
    finally:
        server.terminate()
        server.wait(60)


def _ready(port: int) -> int:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return port
    raise TimeoutError


@contextlib.contextmanager
def behind_tls(port: int, context: ssl.SSLContext) -> Iterator[int]:
    """A front that speaks TLS from the first byte and passes on to a bare server, as mail hosts have it."""
    listening = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=_accept, args=(listening, context, port), daemon=True).start()
    try:
        yield listening.getsockname()[1]
    finally:
        listening.close()


def _accept(listening: socket.socket, context: ssl.SSLContext, port: int) -> None:
    with contextlib.suppress(OSError):
        while True:
            bare, _who = listening.accept()
            try:
                outside = context.wrap_socket(bare, server_side=True)
            except OSError:
                continue
            inside = socket.create_connection(("127.0.0.1", port))
            for source, target in ((outside, inside), (inside, outside)):
                threading.Thread(target=_pass_on, args=(source, target), daemon=True).start()


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65_536):
            target.sendall(data)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_RDWR)

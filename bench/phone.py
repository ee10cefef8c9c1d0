"""A cheap phone on a slow line, before the product's own web application: a real Chromium with touch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

KBITS = 400
LATENCY = 150
"""Milliseconds of a 3G network, there and back, before each answer."""
CPU_SLOWER = 4
"""How many times slower than this machine the phone computes; what browsers' own tools take for a mid-range phone."""
PACKED = ("text/html", "text/css", "text/javascript", "application/javascript", "application/json", "image/svg+xml")
"""What the proxies of `deploy/` compress."""
PHONE = {"width": 390, "height": 844}
ON = f"{KBITS} kbit/s, {LATENCY} ms, processor {CPU_SLOWER} × slower"


def opened(browser: Any, address: str, person: Any, latency: int = LATENCY) -> Any:
    """A page in which the person is signed in, on the slow line; `latency` in milliseconds."""
    from django.test import Client

    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": address}])
    page = context.new_page()
    _slow(context.new_cdp_session(page), latency)
    return page


def _slow(session: Any, latency: int) -> None:
    speed = KBITS * 1000 / 8
    session.send("Network.enable")
    limits = {"offline": False, "latency": latency, "downloadThroughput": speed, "uploadThroughput": speed}
    session.send("Network.emulateNetworkConditions", limits)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWER})


@contextmanager
def served() -> Iterator[str]:
    """The product's own web application on a free port, compressed as its proxies do."""
    import threading
    from socketserver import ThreadingMixIn
    from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

    from suluh.project.wsgi import application

    class Server(ThreadingMixIn, WSGIServer):
        daemon_threads = True

    class Silent(WSGIRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with make_server("127.0.0.1", 0, _packed(application), Server, Silent) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser without a window."""
    from playwright.sync_api import sync_playwright

    from tests.chromium import found

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found(), args=["--no-sandbox"])
        yield browser
        browser.close()


def _packed(application: Any) -> Any:
    """The application behind what compresses its texts."""
    import gzip

    def answer(environ: Any, start: Any) -> Any:
        begun: list[Any] = []
        parts = application(environ, lambda status, headers, *_: begun.append((status, headers)))
        body = b"".join(parts)
        # lets go of the request's connection to the database
        getattr(parts, "close", lambda: None)()
        status, headers = begun[-1]
        kind = dict(headers).get("Content-Type", "").split(";")[0]
        if kind in PACKED:
            body = gzip.compress(body, 5)
            headers = [(name, value) for name, value in headers if name != "Content-Length"]
            headers += [("Content-Length", str(len(body))), ("Content-Encoding", "gzip")]
        start(status, headers)
        return [body]

    return answer

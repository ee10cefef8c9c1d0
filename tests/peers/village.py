"""A village's own site on loopback: a front page, a feed, and a page for each post."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

PAGE = '<!doctype html><html lang="id"><meta charset="utf-8"><title>{title}</title><link rel="alternate" type="application/rss+xml" href="/feed"><h1>{title}</h1>{body}</html>'  # noqa: E501 - a page reads better whole


class VillageSite:
    """Shows what the village posts, newest first."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.posts: list[tuple[str, str, datetime]] = []
        self._server = ThreadingHTTPServer(("127.89.0.1", 0), self._handler())

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_port)

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def carries(self, title: str, text: str) -> str:
        """Post something; returns its address."""
        self.posts.insert(0, (title, text, datetime.now(UTC)))
        return f"{self.address}/kabar/{len(self.posts)}"

    def answer(self, path: str) -> tuple[str, str]:
        """What stands at a path, and its MIME type; "" where there is nothing."""
        if path == "/feed":
            return self._feed(), "application/rss+xml"
        if path == "/":
            items = [f'<li><a href="{url}">{escape(title)}</a></li>' for url, (title, *_) in self._numbered()]
            return PAGE.format(title="Desa Embun", body=f"<ul>{''.join(items)}</ul>"), "text/html; charset=utf-8"
        for url, (title, text, _) in self._numbered():
            if url.endswith(path):
                return PAGE.format(title=escape(title), body=f"<p>{escape(text)}</p>"), "text/html; charset=utf-8"
        return "", "text/plain"

    def _numbered(self) -> list[tuple[str, tuple[str, str, datetime]]]:
        last = len(self.posts)
        return [(f"{self.address}/kabar/{last - at}", post) for at, post in enumerate(self.posts)]

    def _feed(self) -> str:
        items = "".join(
            f"<item><title>{escape(title)}</title><link>{url}</link><guid>{url}</guid>"
            f"<pubDate>{format_datetime(at)}</pubDate><description>{escape(text)}</description></item>"
            for url, (title, text, at) in self._numbered()
        )
        head = f"<title>Desa Embun</title><link>{self.address}</link><description>Kabar desa</description>"
        return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{items}</channel></rss>'

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body, kind = site.answer(self.path)
                content = body.encode()
                self.send_response(200 if body else 404)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                if self.command == "GET":
                    self.wfile.write(content)

            do_HEAD = do_GET  # noqa: N815 - the name is http.server's

            def log_message(self, *_: object) -> None:
                """Quiet."""

        return Handler

"""Pages made beforehand, inside a transaction that is undone: the live server gives them out as if it had made them.

A route of Playwright's own would do as well, but while one is set the browser keeps nothing, and every page would
fetch its styles, scripts and fonts anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from django.http import HttpResponse
    from playwright.sync_api import Page
    from pytest_django.live_server_helper import LiveServer

Start = Callable[..., Any]
KEEP = (("Cache-Control", "max-age=3600"), ("Date", "Fri, 01 Jan 2100 00:00:00 GMT"))
"""Kept by a browser for an hour, also where a test has moved the server's clock back: by its own it would be stale."""


class Given:
    """A live server that has some answers ready, and lets browsers keep what lies below its static address."""

    def __init__(self, server: LiveServer) -> None:
        self.url = server.url
        self.ready: dict[str, HttpResponse] = {}
        self.httpd = server.thread.httpd
        self.own = self.httpd.get_app()
        self.httpd.set_app(self._answer)

    def show(self, page: Page, address: str, answer: HttpResponse) -> None:
        """Open an address with the answer that was given; styles and scripts come from the server itself."""
        self.ready[address] = answer
        page.goto(self.url + address)
        assert address not in self.ready, f"the browser never asked for {address}"

    def close(self) -> None:
        """Let the server answer everything itself again."""
        self.httpd.set_app(self.own)

    def _answer(self, asked: dict[str, Any], start: Start) -> Iterable[bytes]:
        query = asked.get("QUERY_STRING", "")
        address = asked["PATH_INFO"] + (f"?{query}" if query else "")
        if address in self.ready:
            answer = self.ready.pop(address)
            start(f"{answer.status_code} {answer.reason_phrase}", list(answer.headers.items()))
            return [answer.content]
        if address.startswith(settings.STATIC_URL):
            return self.own(asked, lambda status, headers, *more: start(status, [*headers, *KEEP], *more))
        return self.own(asked, start)

"""A request as a site sees it, and the answer it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs


@dataclass(frozen=True, slots=True)
class Request:
    """What a site may look at: path, query and headers with lower-case names."""

    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    scheme: str = "http"

    def argument(self, name: str) -> str | None:
        """First value of a query argument."""
        values = parse_qs(self.query, keep_blank_values=True).get(name)
        return values[0] if values else None


@dataclass(slots=True)
class Response:
    """Status, headers and body; `delay` is seconds of silence before the first byte."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0

    @classmethod
    def of(cls, text: str, kind: str = "text/html; charset=utf-8", status: int = 200) -> Response:
        """A response with that text."""
        return cls(status, text.encode(), {"Content-Type": kind})

    @classmethod
    def to(cls, address: str, status: int = 302) -> Response:
        """A redirect."""
        return cls(status, b"", {"Location": address, "Content-Type": "text/html"})

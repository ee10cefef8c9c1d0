"""Sitemaps: what they list, and nothing about publication, because many stamp every address with today's date."""

from __future__ import annotations

import gzip
import io
import re
from html import unescape
from typing import NamedTuple

from suluh.kernel.page.elements import elements

_LOC = re.compile(r"<loc[^<>]{0,99}>(?:\s{0,99}<!\[CDATA\[)?([^<>]{1,2000})(?:>\s{0,99})?</loc", re.I)
_LASTMOD = re.compile(r"<lastmod[^<>]{0,99}>([^<>]{0,99})</lastmod", re.I)
_UNPACKED = 10_000_000
_MOST = 20_000


class Sitemap(NamedTuple):
    """Addresses with their lastmod as written, and further sitemaps."""

    urls: list[tuple[str, str | None]]
    sitemaps: list[str]


def read_sitemap(body: bytes) -> Sitemap:
    """Read a sitemap or sitemap index, packed or plain, well-formed or not. At most 20,000 addresses."""
    plain = _unpacked(body).decode("utf-8", "replace")
    further = [_address(where) for _, entry in elements(plain, "sitemap") if (where := _LOC.search(entry))]
    urls: list[tuple[str, str | None]] = []
    for _, entry in elements(plain, "url"):
        where, changed = _LOC.search(entry), _LASTMOD.search(entry)
        if where is not None and len(urls) < _MOST:
            urls.append((_address(where), changed[1].strip() if changed else None))
    return Sitemap(urls, further)


def _address(where: re.Match[str]) -> str:
    return unescape(where[1].strip().removesuffix("]]").strip())


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        with gzip.open(io.BytesIO(body)) as packed:
            return packed.read(_UNPACKED)
    except (OSError, EOFError):
        return b""

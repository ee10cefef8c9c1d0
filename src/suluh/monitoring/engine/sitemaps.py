"""Sitemaps: what they list, and nothing about publication, because many stamp every address with today's date."""

from __future__ import annotations

import gzip
import io
import re
from html import unescape
from typing import NamedTuple

_ENTRY = re.compile(rb"<(url|sitemap)\b[^>]*>(.*?)</\1\s*>", re.S | re.I)
_LOC = re.compile(rb"<loc[^>]*>\s*(?:<!\[CDATA\[)?\s*(.*?)\s*(?:\]\]>)?\s*</loc", re.S | re.I)
_LASTMOD = re.compile(rb"<lastmod[^>]*>\s*(.*?)\s*</lastmod", re.S | re.I)
_UNPACKED = 10_000_000
_MOST = 20_000


class Sitemap(NamedTuple):
    """Addresses with their lastmod as written, and further sitemaps."""

    urls: list[tuple[str, str | None]]
    sitemaps: list[str]


def read_sitemap(body: bytes) -> Sitemap:
    """Read a sitemap or sitemap index, packed or plain, well-formed or not. At most 20,000 addresses."""
    plain = _unpacked(body)
    urls: list[tuple[str, str | None]] = []
    further: list[str] = []
    for entry in _ENTRY.finditer(plain):
        where = _LOC.search(entry[2])
        if where is None:
            continue
        address = unescape(where[1].decode("utf-8", "replace")).strip()
        if entry[1].lower() == b"sitemap":
            further.append(address)
        elif len(urls) < _MOST:
            changed = _LASTMOD.search(entry[2])
            urls.append((address, changed[1].decode("ascii", "replace") if changed else None))
    return Sitemap(urls, further)


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        with gzip.open(io.BytesIO(body)) as packed:
            return packed.read(_UNPACKED)
    except (OSError, EOFError):
        return b""

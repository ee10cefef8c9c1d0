"""Web addresses as people write them, made comparable. Pure functions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

SCHEME = re.compile(r"^\s*(?P<word>h?t{1,3}ps?)\s*[:;,]?\s*/{1,3}\s*", re.I)
HOST = re.compile(r"^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$")
IPV4 = re.compile(r"^\d{1,3}(\.\d{1,3}){3}$")
NOTHING = {"", "-", "–", "—", "tidak ada", "tdk ada", "belum ada", "blm ada", "tidak punya", "kosong", "nihil", "n/a"}


@dataclass(frozen=True, slots=True)
class Address:
    """A web address: `url` with the scheme as registered, `host` in lower case, `mended` when it was repaired."""

    url: str
    host: str
    mended: bool = False

    @property
    def key(self) -> str:
        """Equal for two spellings of one site: no scheme, no "www.", no trailing slash."""
        parts = urlsplit(self.url)
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
        return (
            self.host.removeprefix("www.") + port + parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
        )


def read_address(text: str) -> Address | None:
    """The address in a text, or None where the text says that there is none.

    A bare host is taken as http, because nobody said that it is secure. Letters case in the host does not matter.

    Raises:
        ValueError: the text is neither an address nor a word for "none".
    """
    word = text.replace("\u00a0", " ").strip().strip("<>\"'").rstrip(".,;").strip()
    if word.casefold() in NOTHING:
        return None
    found = SCHEME.match(word)
    scheme = "https" if found and found["word"].lower().endswith("s") else "http"
    rest = re.sub(r"\s+", "", word[found.end() :] if found else word)
    try:
        parts = urlsplit(f"{scheme}://{rest}")
        port = parts.port
    except ValueError:
        raise ValueError(text) from None
    host = _ascii_host(parts.hostname or "")
    if not (HOST.match(host) or IPV4.match(host)) or "@" in parts.netloc:
        raise ValueError(text)
    place = host if port is None else f"{host}:{port}"
    url = urlunsplit((scheme, place, parts.path, parts.query, ""))
    return Address(url=url, host=host, mended=bool(found) and not re.match(r"^\s*https?://", word, re.I))


def read_addresses(text: str) -> list[Address]:
    """Every address in a cell that may hold several, the first one first.

    Raises:
        ValueError: as `read_address`.
    """
    pieces = re.split(r"[\n;|]+|\s+/\s+|,\s*|\s+(?:dan|atau|&)\s+|\s+(?=https?:)", text.strip(), flags=re.I)
    found = [address for piece in pieces if piece.strip() and (address := read_address(piece)) is not None]
    return list({address.key: address for address in reversed(found)}.values())[::-1]


def _ascii_host(host: str) -> str:
    host = host.rstrip(".").lower()
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return ""

"""One spelling for every web address, so that what is vetted is what is fetched."""

from __future__ import annotations

import re
import socket
import unicodedata
from functools import lru_cache
from ipaddress import IPv6Address
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

import idna
from yarl import URL

_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")
_CONTROL = re.compile(r"[\x00-\x20\x7f]")
_PLAIN_HOST = re.compile(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?")
_NUMERIC_HOST = re.compile(r"(0x[0-9a-f]*|[0-9]+)(\.(0x[0-9a-f]*|[0-9]+)){0,3}")


class BadUrl(ValueError):
    """An address that will not be fetched; the message is Indonesian."""


@lru_cache(maxsize=8192)
def split(url: str) -> SplitResult:
    """`urlsplit`, remembered, because many questions are asked of each address. Raises ValueError as it does."""
    return urlsplit(url)


@lru_cache(maxsize=8192)
def normalise(text: str) -> URL:
    """The one spelling of a web address: http(s), host in lower-case IDNA or canonical number, no fragment.

    A bare host gets `http://`. Decimal, octal, hexadecimal, short and full-width spellings of IPv4 become dotted
    quads, as the system's own resolver would read them.

    Raises:
        BadUrl: another scheme, user information, a broken host or port.
    """
    raw = _CONTROL.sub("", text.strip()) if "://" in text else text.strip()
    if not re.match(r"^https?:", raw, re.I):
        if _SCHEME.match(raw) and not re.match(r"^[\w.-]+:\d+(/|$)", raw):
            raise BadUrl("hanya alamat http dan https yang dibuka")
        raw = "http://" + raw.lstrip("/")
    scheme, _, rest = raw.partition(":")
    authority, tail = _split_authority(rest)
    host, port = _host_and_port(authority)
    return _build(scheme.lower(), host, port, tail)


def _build(scheme: str, host: str, port: int | None, tail: str) -> URL:
    shown = f"[{host}]" if ":" in host else host
    port_text = f":{port}" if port is not None else ""
    try:
        return URL(f"{scheme}://{shown}{port_text}{tail or '/'}").with_fragment(None)
    except ValueError as fault:
        raise BadUrl("alamat tidak dapat dibaca") from fault


def join(base: str, link: str) -> str | None:
    """A link of a page as a normalised absolute address; None for mail, scripts, fragments and broken ones."""
    words = link.strip()
    if not words or words.startswith("#"):
        return None
    rooted = words.startswith(("/", "http://", "https://"))  # the same from every page of a site
    return _joined(_root(base) if rooted else base, words)


@lru_cache(maxsize=1024)
def _root(base: str) -> str:
    return urljoin(base, "/")


@lru_cache(maxsize=8192)
def _joined(base: str, words: str) -> str | None:
    try:
        return str(normalise(urljoin(base, words)))
    except ValueError:
        return None


def _split_authority(rest: str) -> tuple[str, str]:
    body = rest.lstrip("/")
    cut = next((at for at, sign in enumerate(body) if sign in "/?#\\"), len(body))
    authority, tail = body[:cut], body[cut:]
    if tail.startswith("\\") or "@" in authority:
        raise BadUrl("alamat memuat nama pengguna atau garis miring terbalik")
    return authority, tail if tail.startswith("/") or not tail else "/" + tail


def _host_and_port(authority: str) -> tuple[str, int | None]:
    if authority.startswith("["):
        inside, bracket, after = authority[1:].partition("]")
        if not bracket:
            raise BadUrl("alamat IPv6 tidak lengkap")
        return _ipv6(inside), _port(after.removeprefix(":"))
    name, _, port = authority.partition(":")
    return _host(name), _port(port)


def _port(text: str) -> int | None:
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        raise BadUrl("nomor port tidak sah")
    return int(text)


def _ipv6(text: str) -> str:
    try:
        return str(IPv6Address(text.split("%", 1)[0]))
    except ValueError as fault:
        raise BadUrl("alamat IPv6 tidak sah") from fault


def _host(text: str) -> str:
    name = unicodedata.normalize("NFKC", unquote(text)).lower().replace("。", ".").rstrip(".")
    if _NUMERIC_HOST.fullmatch(name):
        try:
            return socket.inet_ntoa(socket.inet_aton(name))
        except OSError as fault:
            raise BadUrl("alamat angka tidak sah") from fault
    if _PLAIN_HOST.fullmatch(name):
        return name
    try:
        return idna.encode(name, uts46=True).decode()
    except (idna.IDNAError, UnicodeError) as fault:
        raise BadUrl("nama host tidak sah") from fault

"""Addresses of pages: which are the same page, which belong to the site, which cannot be a post."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

from suluh.kernel.http.urls import split
from suluh.monitoring.engine.days import Day

_FILE = re.compile(
    r"\.(pdf|docx?|xlsx?|pptx?|zip|rar|7z|jpe?g|png|gif|webp|svg|mp[34]|avi|mov|apk|exe|css|js|json|ico|xml|txt|csv)$",
    re.I,
)
_NOISE = re.compile(r"^(utm_|fbclid|gclid|share|replytocom|amp$|ref$|print$)", re.I)
_DATED = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")
_DATED_MONTH = re.compile(r"/((?:19|20)\d{2})/(\d{1,2})(?=/|$)")
_NEVER_A_POST = re.compile(
    r"/(?:tag|tags|label|topik|category|kategori|author|penulis|user|login|masuk|register|daftar|search|cari|"
    r"wp-login\.php|wp-admin|feed|rss|comments?|komentar|page|halaman|cdn-cgi)(?:/|$)"
    r"|[?&](?:cat|tag|author|s|q|cari|search|replytocom|paged?|halaman|hal|offset|start|p_page)=[^&]*$",
    re.I,
)


@lru_cache(maxsize=8192)
def host_of(url: str) -> str:
    """Host of an address in lower case, without a leading `www.`."""
    return (split(url).hostname or "").removeprefix("www.")


def same_site(url: str, home: str) -> bool:
    """True when the address lies on the host of the home page, on its `www` twin or on a host below it."""
    host, own = host_of(url), host_of(home)
    return host == own or host.endswith("." + own)


@lru_cache(maxsize=16384)
def page_key(url: str) -> str:
    """What two addresses of one page have in common: scheme, `www`, slash, tracking and `index.php` removed."""
    parts = split(url)
    path = parts.path.replace("/index.php/", "/").rstrip("/").removesuffix("/index.php")
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _NOISE.match(name)]
    query = "?" + urlencode(kept) if kept else ""
    fragment = "#" + parts.fragment if parts.fragment.startswith(("/", "!/")) else ""
    port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    return f"{host_of(url)}{port}{path}{query}{fragment}"


@lru_cache(maxsize=8192)
def is_file(url: str) -> bool:
    """True for a document, picture or other file that is no page."""
    return bool(_FILE.search(split(url).path))


@lru_cache(maxsize=8192)
def may_be_post(url: str, home: str) -> bool:
    """True unless the address itself says that it is a file, an archive, an account page or the home page."""
    if is_file(url) or not same_site(url, home):
        return False
    parts = split(url)
    bare = parts.path.strip("/") in ("", "index.php", "index.html", "home", "beranda")
    if bare and not parts.query and not parts.fragment:
        return False
    return not _NEVER_A_POST.search(parts.path + ("?" + parts.query if parts.query else ""))


@lru_cache(maxsize=8192)
def url_day(url: str) -> Day | None:
    """The day written in an address such as `/2026/5/11/judul`; a month alone gives its first day."""
    path = split(url).path
    if found := _DATED.search(path):
        try:
            return Day(date(int(found[1]), int(found[2]), int(found[3])), "day", 0.9)
        except ValueError:
            return None
    if found := _DATED_MONTH.search(path):
        month = int(found[2])
        return Day(date(int(found[1]), month, 1), "month", 0.6) if 1 <= month <= 12 else None
    return None


@lru_cache(maxsize=8192)
def shape(url: str) -> str:
    """The pattern of an address with numbers and the last part left open, for telling posts from pages.

    `/berita/lomba-desa` gives `berita/*`, `/berita-12-lomba.html` gives `berita-0*`.
    """
    parts = split(url)
    *folders, last = parts.path.strip("/").split("/")
    pieces = [re.sub(r"\d+", "0", piece) for piece in folders]
    opening = re.match(r"[a-z_]+[-_]?\d+(?=[-_]\w)|\d+", last, re.I)
    pieces.append(re.sub(r"\d+", "0", opening[0]) + "*" if opening else "*")
    names = ",".join(sorted(f"{name}={value}" if value.isalpha() else name for name, value in parse_qsl(parts.query)))
    return "/".join(pieces) + ("?" + names if names else "")


def telling(pattern: str) -> bool:
    """True for a pattern that sets posts apart: one with a folder, a number or a query."""
    return pattern != "*"

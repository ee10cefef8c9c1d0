"""News of sites that draw themselves in the browser: the JSON that their own scripts ask for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any
from urllib.parse import quote

from suluh.kernel.http.urls import join, split
from suluh.kernel.page.elements import elements
from suluh.monitoring.engine.calls import called_addresses
from suluh.monitoring.engine.days import Day, any_day
from suluh.monitoring.engine.values import PostSeen

_NEWS = (
    r"berita|news|post|artikel|article|kabar|warta|informasi|konten|content|publikasi|pengumuman|rilis|kegiatan|blog"
)
_LITERAL = re.compile(r"[\"'`]((?:https?:)?/{0,2}[A-Za-z0-9_.:/$?{}=&%-]{3,160})[\"'`]")
_NEWS_WORD = re.compile(_NEWS, re.I)
_API_WORD = re.compile(r"(?:^|[/.])(?:api|v\d|rest|graphql|data|json|wp-json)(?:[/.?]|$)|\.json", re.I)
_ASSET = re.compile(r"\.(?:js|css|png|jpe?g|svg|woff2?|ico|map|webp|gif|html?)(?:\?|$)", re.I)
_BASE = re.compile(
    r"(?:base_?url|api_?url|api_?base|endpoint|apiHost|API)[\"']?\s*[:=]\s*[\"'`]([^\"'`]{2,120})[\"'`]", re.I
)
_ROUTE = re.compile(
    rf"[\"'`]((?:https?://[^\"'`/]{{1,100}})?(?:/?#!?)?/?[a-z0-9/_-]{{0,60}}(?:{_NEWS}|baca|detail|read)[a-z0-9/_-]{{0,60}}/)"
    r"(?::\w+|\$\{[^{}]{1,200}\}|\[\w+\]|\{\w+\}|[\"'`]\s*(?:\+|\.concat\())",
    re.I,
)
_PAGE_NAME = re.compile(r"page|halaman|hal|p|paged", re.I)
_SIZE_NAME = re.compile(r"limit|per_?page|size|page_?size|take|count|jumlah", re.I)
_TAG = re.compile(r"<[^<>]+>")
_IS_JSON = re.compile(r"type=[\"']application/json[\"']", re.I)
_STATE = re.compile(r"window\.__[A-Z_]{1,60}__\s{0,9}=")
_TITLES = ("title", "judul", "headline", "nama", "name", "subject", "heading", "judul_berita", "post_title", "caption")
_DAYS = (
    "published_at", "publishedat", "publish_date", "published", "publishdate", "publish_at", "date_published",
    "datepublished", "tanggal_terbit", "tanggal_publish", "tgl_publish", "tgl_terbit", "tanggal_tayang", "waktu_tayang",
    "posted_at", "post_date", "tanggal", "tgl", "date", "terbit", "tayang", "waktu", "tanggal_posting", "tgl_posting",
    "tgl_upload", "created_at", "createdat", "created", "created_on", "createdon", "timestamp", "time",
)  # fmt: skip
_LINKS = ("url", "link", "permalink", "href", "canonical", "full_url", "tautan")
_SLUGS = ("slug", "seo", "judul_seo", "permalink_slug", "path", "alias", "id", "uuid", "_id", "id_berita", "kode")
_STATES = (
    "status",
    "state",
    "is_published",
    "ispublished",
    "publish",
    "published",
    "aktif",
    "is_active",
    "draft",
    "is_draft",
)
_OUT = frozenset({"draft", "draf", "scheduled", "terjadwal", "pending", "private", "trash", "archived", "konsep",
                  "future", "unpublished", "0", "false", "tidak", "n", "nonaktif", "review", "menunggu"})  # fmt: skip
_TYPES = ("type", "tipe", "jenis", "post_type", "kind")
_NO_POST = frozenset({"page", "halaman", "agenda", "event", "acara", "attachment", "menu", "banner", "slider", "video",
                      "galeri", "statis", "jadwal", "dokumen", "document"})  # fmt: skip
_MOST_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Scripts:
    """What a site's scripts give away: addresses of data, and how it writes the address of a post."""

    endpoints: list[str]
    routes: list[str]


def read_scripts(texts: Iterable[str], home: str) -> Scripts:
    """Find data addresses and post routes in scripts, most promising first."""
    joined = "\n".join(texts)
    bases = [base.rstrip("/") for base in _BASE.findall(joined) if "/" in base and not _ASSET.search(base)]
    scores: dict[str, int] = {}
    for text in called_addresses(joined):
        path = _filled(text)
        for base in ("", *bases) if text.startswith("$") else ("",):
            if path is not None and (whole := join(home, f"{base}/{path.lstrip('/')}" if base else path)):
                scores[whole] = 4 + 3 * bool(_NEWS_WORD.search(text))
    for text in dict.fromkeys(_LITERAL.findall(joined)):
        path = _filled(text) if "/" in text else None
        news, api = bool(_NEWS_WORD.search(text)), bool(_API_WORD.search(text))
        if path is None or not (news or api):
            continue
        for base in ("", *bases):
            if base and path.startswith(("http", "//", base)):
                continue
            whole = join(home, f"{base}/{path.lstrip('/')}" if base else path)
            if whole:
                api_here = api or bool(base)
                scores[whole] = max(scores.get(whole, 0), 3 * (news and api_here) + 2 * api_here + news)
    ranked = sorted(scores, key=lambda url: (-scores[url], len(url)))
    return Scripts([url for url in ranked if scores[url] >= 2], list(dict.fromkeys(_ROUTE.findall(joined))))


def _filled(text: str) -> str | None:
    """A path written in a script with its blanks filled: page numbers with 1, sizes with 50; None when it is no list.

    A base put in front by a variable (`${base}/posts`) is left out, for every known base is tried.
    """
    path = re.sub(r"^(?:\$\{[^}]*\})+", "", text)
    head, mark, query = path.partition("?")
    if _ASSET.search(path) or "${" in head or "{" in head or "/:" in head or "[" in head:
        return None
    pairs = [pair.partition("=") for pair in query.split("&") if pair]
    kept = []
    for name, _, value in pairs:
        if value and "{" not in value:
            kept.append(f"{name}={value}")
        elif _PAGE_NAME.fullmatch(name):
            kept.append(f"{name}=1")
        elif _SIZE_NAME.fullmatch(name):
            kept.append(f"{name}=50")
    return head + (mark + "&".join(kept) if kept else "")


def embedded_json(html: str) -> Iterator[Any]:
    """JSON that a page carries in its own script elements (not JSON-LD)."""
    for opening, inside in elements(html, "script"):
        said = _STATE.search(inside)
        if _IS_JSON.search(opening) or said:
            try:
                yield json.loads(inside[said.end() :].strip().removesuffix(";") if said else inside)
            except (ValueError, RecursionError):
                continue


def read_items(data: Any, base: str, routes: list[str], now: datetime) -> list[PostSeen]:
    """Published posts in any list of records inside a JSON value: those with a title, a day and an address."""
    best: list[PostSeen] = []
    for rows in _lists(data, 0):
        posts = [post for row in rows if (post := _post(row, base, routes, now))]
        if len(posts) * 2 > len(rows) or (posts and any(_is_out(row) for row in rows)):
            best = best + posts
    return best


def _lists(data: Any, depth: int) -> Iterator[list[dict[str, Any]]]:
    if depth > _MOST_DEPTH:
        return
    if isinstance(data, list):
        rows = [row for row in data if isinstance(row, dict)]
        if rows:
            yield [_flat(row) for row in rows]
        for row in rows[:50]:
            for value in row.values():
                if isinstance(value, list) and len(value) > 1:
                    yield from _lists(value, depth + 1)
    elif isinstance(data, dict):
        for value in data.values():
            yield from _lists(value, depth + 1)


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """A record with lower-case names; `attributes` of JSON:API and Strapi, and `rendered`, are lifted up."""
    inner = row.get("attributes")
    whole = {**row, **inner} if isinstance(inner, dict) else row
    flat = {}
    for name, value in whole.items():
        rendered = value.get("rendered") if isinstance(value, dict) else None
        flat[str(name).lower()] = rendered if isinstance(rendered, str) else value
    return flat


def _post(row: dict[str, Any], base: str, routes: list[str], now: datetime) -> PostSeen | None:
    title = _first_text(row, _TITLES)
    day = _day(row, now)
    if not title or day is None or _is_out(row) or str(_first(row, _TYPES) or "").lower() in _NO_POST:
        return None
    url = _address(row, base, routes)
    if url is None:
        return None
    clean = " ".join(unescape(_TAG.sub(" ", title)).split())
    return PostSeen(url, clean, day.day, "json-api", day.precision, day.confidence)


def _is_out(row: dict[str, Any]) -> bool:
    """True for drafts, scheduled and withdrawn records."""
    for name in _STATES:
        value = row.get(name)
        if value is None or isinstance(value, list | dict):
            continue
        words = str(value).strip().lower()
        if name in ("draft", "is_draft"):
            if words in ("1", "true", "ya", "y"):
                return True
        elif words in _OUT:
            return True
    return False


def _first(row: dict[str, Any], names: Iterable[str]) -> Any:
    return next((row[name] for name in names if row.get(name) not in (None, "")), None)


def _first_text(row: dict[str, Any], names: Iterable[str]) -> str:
    value = _first(row, names)
    return value if isinstance(value, str) else ""


def _day(row: dict[str, Any], now: datetime) -> Day | None:
    """The first of the usual names whose value is a day; else any value under a name that speaks of a date."""
    usual = [row[name] for name in _DAYS if name in row]
    others = [value for name, value in row.items() if re.search(r"tgl|tanggal|date|publi|terbit|tayang|waktu", name)]
    if any(word in name for name in row for word in ("mulai", "start", "selesai", "end_date")):
        usual = [row[name] for name in _DAYS if name in row and "publi" in name]
        others = []
    for value in [*usual, *others]:
        if isinstance(value, str | int) and not isinstance(value, bool) and (day := any_day(str(value), now)):
            return day
    return None


def _address(row: dict[str, Any], base: str, routes: list[str]) -> str | None:
    link = _first(row, _LINKS)
    if isinstance(link, str) and not link.startswith(("#", "javascript")):
        return join(base, link) if not link.startswith("/#") else base.rstrip("/") + link
    slug = _first(row, _SLUGS)
    if slug is None or isinstance(slug, list | dict):
        return None
    part = quote(str(slug).strip("/"), safe="/")
    route = next(iter(routes), "/berita/")
    if "#" in route:
        parts = split(base)
        return f"{parts.scheme}://{parts.netloc}/{route.lstrip('/')}{part}"
    return join(base, (route if route.startswith("http") else "/" + route.lstrip("/")) + part)


_PAGE_ARGUMENT = re.compile(r"([?&](?:page|halaman|hal|p|paged)=)\d+")
_PLACES = ("links", "meta", "pagination", "paging", "data")
_NEXT_NAMES = ("next", "next_page_url", "nextPageUrl", "next_url", "nextPage")
_LAST_NAMES = (
    "last_page",
    "total_pages",
    "totalPages",
    "pages",
    "pageCount",
    "total_page",
    "lastPage",
    "jumlah_halaman",
)


def next_address(data: Any, url: str, page: int) -> str | None:
    """Address of the following page of an API list: the one it names, or `page=` counted up.

    Counting goes on while the answer promises more pages, and, where it says nothing of pages, as long as the
    address itself carries a page number; the caller stops at the first page without anything new.
    """
    counted = f"{url}{'&' if '?' in url else '?'}page={page + 1}"
    if has_number := bool(_PAGE_ARGUMENT.search(url)):
        counted = _PAGE_ARGUMENT.sub(rf"\g<1>{page + 1}", url)
    if not isinstance(data, dict):
        return counted if has_number else None
    places = [data, *(data[name] for name in _PLACES if isinstance(data.get(name), dict))]
    named = (place.get(name) for place in places for name in _NEXT_NAMES)
    if found := next((value for value in named if isinstance(value, str) and "/" in value), None):
        return join(url, found)
    counts = [str(place.get(name) or "") for place in places for name in _LAST_NAMES]
    last = next((int(count) for count in counts if count.isdigit()), None)
    if last is None:
        return counted if has_number else None
    return counted if page < last else None

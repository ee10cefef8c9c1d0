"""WordPress's own list of posts: dates without reading any page."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from typing import Any

from suluh.kernel.http.answer import Answer
from suluh.kernel.http.urls import join
from suluh.monitoring.engine.courier import Courier
from suluh.monitoring.engine.days import machine_day
from suluh.monitoring.engine.values import PostSeen

_FIELDS = "per_page=100&_fields=id,date,link,title,status,type"
_BASE = re.compile(r"<link[^<>]{1,300}?rel=[\"']https://api\.w\.org/[\"'][^<>]{0,600}>", re.I)
_HREF = re.compile(r"href=[\"']([^\"']+)")
_TAG = re.compile(r"<[^<>]+>")
_MOST_PAGES = 12


def api_bases(html: str, home: str) -> list[str]:
    """Where the API may be: as the page says, then as permalinks have it, then without permalinks."""
    said = [_HREF.search(tag) for tag in _BASE.findall(html)]
    bases = [base for found in said if found and (base := join(home, unescape(found[1])))]
    root = home.split("?", 1)[0].rstrip("/").removesuffix("/index.php")
    return list(dict.fromkeys([*bases, f"{root}/wp-json/", f"{root}/?rest_route=/"]))


def posts_address(base: str, page: int) -> str:
    """The address of one page of posts under an API base."""
    query = f"{_FIELDS}&page={page}" if page > 1 else _FIELDS
    if "rest_route=" in base:
        return f"{base.rstrip('/')}/wp/v2/posts&{query}"
    return f"{base.rstrip('/')}/wp/v2/posts?{query}"


async def read_posts(courier: Courier, html: str, home: str, since: date) -> tuple[list[PostSeen], str | None, bool]:
    """Posts back to `since` or as many as the task wants, the address that gave them, and whether that was reached."""
    for base in api_bases(html, home):
        posts, complete = await _all_pages(courier, base, home, since)
        if posts:
            return posts, posts_address(base, 1), complete
        if courier.left < 10:
            break
    return [], None, False


async def _all_pages(courier: Courier, base: str, home: str, since: date) -> tuple[list[PostSeen], bool]:
    posts: list[PostSeen] = []
    for page in range(1, _MOST_PAGES + 1):
        answer = await courier.get(posts_address(base, page))
        rows = _rows(answer)
        posts += [post for row in rows if (post := _post(row, home))]
        total = _number(answer.headers.get("x-wp-totalpages")) if answer else None
        oldest = min((post.published for post in posts if post.published), default=None)
        if (oldest is not None and oldest < since) or len(posts) >= courier.seen.task.max_posts:
            return posts, True
        if (total is not None and page >= total) or len(rows) < (100 if total is None else 1):
            return posts, bool(rows) or page > 1
    return posts, False


def _rows(answer: Answer | None) -> list[dict[str, Any]]:
    if answer is None or not answer.ok:
        return []
    try:
        data = json.loads(answer.body)
    except (ValueError, RecursionError):
        return []
    return [row for row in data if isinstance(row, dict)] if isinstance(data, list) else []


def _post(row: dict[str, Any], home: str) -> PostSeen | None:
    title = row.get("title")
    words = str(title.get("rendered", "") if isinstance(title, dict) else title or "")
    url = join(home, str(row.get("link") or ""))
    day = machine_day(str(row.get("date") or ""))
    if url is None or day is None or row.get("status", "publish") != "publish" or row.get("type", "post") != "post":
        return None
    clean = " ".join(unescape(_TAG.sub(" ", words)).split())
    return PostSeen(url, clean, day.day, "wp-json", "day")


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdigit() else None

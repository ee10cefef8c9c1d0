"""A site's memory as JSON and back, for storing between sweeps. Texts and proofs are not remembered."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from .values import FindingSeen, ItemSeen, ItemState, PageMemory, PostSeen, Severity, SiteMemory


def memory_to_json(memory: SiteMemory) -> dict[str, Any]:
    """JSON-able form of a memory; what is empty is left out, for thousands of these are stored."""
    return {
        "pages": {url: _page_out(page) for url, page in memory.pages.items()},
        "source": memory.source,
        "posts": [_post_out(post) for post in memory.posts.values()],
        "items": [[item.code, item.state.value, item.evidence_url, item.title] for item in memory.items],
        "findings": [[f.code, f.severity.value, f.message, f.step, f.data] for f in memory.findings],
        "hosts": memory.hosts,
        "visited_at": memory.visited_at.isoformat() if memory.visited_at else None,
    }


def memory_from_json(data: dict[str, Any]) -> SiteMemory:
    """The memory that `memory_to_json` wrote; an empty mapping gives an empty memory."""
    posts = [_post_in(row) for row in data.get("posts", [])]
    return SiteMemory(
        pages={url: PageMemory(*row) for url, row in data.get("pages", {}).items()},
        source=data.get("source", {}),
        posts={post.url: post for post in posts},
        items=[ItemSeen(code, ItemState(state), url, title) for code, state, url, title in data.get("items", [])],
        findings=[
            FindingSeen(code, Severity(severity), message, step=step, data=more)
            for code, severity, message, step, more in data.get("findings", [])
        ],
        hosts=data.get("hosts", []),
        visited_at=_time(data.get("visited_at")),
    )


def _page_out(page: PageMemory) -> list[Any]:
    return [page.etag, page.last_modified, page.body_hash, page.data]


def _post_out(post: PostSeen) -> list[Any]:
    day = post.published.isoformat() if post.published else None
    seen = post.first_seen.isoformat() if post.first_seen else None
    return [post.url, post.title, day, post.source, post.precision, post.confidence, post.author, post.category, seen]


def _post_in(row: list[Any]) -> PostSeen:
    url, title, day, source, precision, confidence, author, category, seen = row
    published = date.fromisoformat(day) if day else None
    return PostSeen(
        url, title, published, source, precision, confidence, None, author, category, first_seen=_time(seen)
    )


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None

"""The list as JSON, whole or what changed since a day; made for other systems that pull it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from suluh.disclosure.models import Item


def item_json(item: Item, *, root: str) -> dict[str, Any]:
    """One item with the seven statutory columns, ours, and its public files; `files` must be at hand."""
    return {
        "code": item.code,
        "state": item.state,
        "url": root + item.get_absolute_url(),
        "unit": {"name": item.unit.name, "slug": item.unit.slug},
        **item.content.as_json(),
        "published_at": item.published_at.isoformat() if item.published_at else None,
        "changed_at": item.changed_at.isoformat(),
        "files": [
            {"name": file.name, "url": root + file.get_absolute_url(), "type": file.media_type, "size": file.size,
             "sha256": file.sha256}
            for file in item.shown_files  # type: ignore[attr-defined]
        ],
    }  # fmt: skip


def gone_json(item: Item) -> dict[str, Any]:
    """What is told of an item that is no longer on the list: that it is gone, never why."""
    return {"code": item.code, "state": "gone", "changed_at": item.changed_at.isoformat()}


def list_json(items: Iterable[Item], gone: Iterable[Item], *, root: str) -> Iterator[bytes]:
    """The list as one JSON object, item by item."""
    yield b'{"items": ['
    separator = b"\n"
    for item in items:
        yield separator + json.dumps(item_json(item, root=root), ensure_ascii=False).encode()
        separator = b",\n"
    yield b'\n], "gone": ['
    separator = b"\n"
    for item in gone:
        yield separator + json.dumps(gone_json(item), ensure_ascii=False).encode()
        separator = b",\n"
    yield b"\n]}\n"

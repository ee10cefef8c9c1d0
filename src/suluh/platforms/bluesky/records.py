"""Records of the AT Protocol: keys in order of time, and links and tags marked by byte."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

_DIGITS = "234567abcdefghijklmnopqrstuvwxyz"
_LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]")
_TAG = re.compile(r"(?<![\w#])#(\w*[^\W\d_]\w*)")


def record_key(begun: datetime, key: str) -> str:
    """A timestamp identifier (TID): 53 bits of microseconds, ten bits that tell deliveries apart, in base 32.

    Equal for every try of the same delivery, because `begun` is when it was first sent.
    """
    number = (int(begun.timestamp() * 1_000_000) << 10 | int(key[:8], 16) % 1024) & ((1 << 63) - 1)
    return "".join(_DIGITS[number >> shift & 31] for shift in range(60, -1, -5))


def repost_record(subject: dict[str, str], begun: datetime) -> dict[str, Any]:
    """An `app.bsky.feed.repost` of the post with this address and digest."""
    return {"$type": "app.bsky.feed.repost", "subject": subject, "createdAt": _stamp(begun)}


def post_record(text: str, begun: datetime, images: list[dict[str, Any]]) -> dict[str, Any]:
    """An `app.bsky.feed.post`; links and tags get facets, which count bytes of UTF-8."""
    record: dict[str, Any] = {
        "$type": "app.bsky.feed.post",
        "text": text,
        "langs": ["id"],
        "createdAt": _stamp(begun),
    }
    facets = [*_marked(text, _LINK, _link), *_marked(text, _TAG, _tag)]
    if facets:
        record["facets"] = facets
    if images:
        record["embed"] = {"$type": "app.bsky.embed.images", "images": images}
    return record


def _stamp(begun: datetime) -> str:
    return begun.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _marked(text: str, pattern: re.Pattern[str], feature: Any) -> list[dict[str, Any]]:
    return [
        {
            "index": {
                "byteStart": len(text[: found.start()].encode()),
                "byteEnd": len(text[: found.end()].encode()),
            },
            "features": [feature(found)],
        }
        for found in pattern.finditer(text)
    ]


def _link(found: re.Match[str]) -> dict[str, str]:
    return {"$type": "app.bsky.richtext.facet#link", "uri": found[0]}


def _tag(found: re.Match[str]) -> dict[str, str]:
    return {"$type": "app.bsky.richtext.facet#tag", "tag": found[1]}

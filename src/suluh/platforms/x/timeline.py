"""A post as the timeline of X gives it back: addresses shortened, signs of markup escaped, media linked at the end."""

from __future__ import annotations

from html import unescape
from typing import Any

from suluh.platforms.texts import same_words


def is_it(row: dict[str, Any], text: str) -> bool:
    """True when a row of the timeline is the post with this text."""
    return "id" in row and same_words(as_written(row), text)


def reposts(row: dict[str, Any], number: str) -> bool:
    """True when a row of the timeline carries the post of this number on."""
    references = row.get("referenced_tweets")
    rows = [one for one in references if isinstance(one, dict)] if isinstance(references, list) else []
    return any(one.get("type") == "retweeted" and str(one.get("id")) == number for one in rows)


def as_written(row: dict[str, Any]) -> str:
    """The text as it was sent: each short address replaced by what it stands for, the one of the media left out."""
    text = str(row.get("text", ""))
    for link in _links(row):
        short, whole = str(link.get("url", "")), str(link.get("expanded_url", ""))
        if short and whole:
            text = text.replace(short, "" if "media_key" in link or "/photo/" in whole or "/video/" in whole else whole)
    return unescape(text)


def _links(row: dict[str, Any]) -> list[dict[str, Any]]:
    entities = row.get("entities")
    links = entities.get("urls") if isinstance(entities, dict) else None
    return [link for link in links if isinstance(link, dict)] if isinstance(links, list) else []

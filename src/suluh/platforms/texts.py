"""A post as one text, for platforms without fields for title and link."""

from __future__ import annotations

from suluh.platforms.values import Post


def with_link(post: Post) -> str:
    """The text, and below it the link unless the text holds it already."""
    text = post.text.strip()
    return f"{text}\n\n{post.link}" if post.link and post.link not in text else text


def same_words(one: str, other: str) -> bool:
    """True when two texts read the same, whatever a platform did to spaces and lines."""
    return one.split() == other.split()

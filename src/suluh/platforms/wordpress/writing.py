"""A post as WordPress stores it: paragraphs as HTML, and a slug that tells one delivery from every other."""

from __future__ import annotations

import re
from html import escape

from anyascii import anyascii

from suluh.platforms.values import Post


def slug_of(title: str, key: str) -> str:
    """The words of the title and the first eight signs of the key; equal titles never share one."""
    words = re.sub(r"[^a-z0-9]+", "-", anyascii(title).lower()).strip("-")[:60].rstrip("-")
    return f"{words}-{key[:8]}".lstrip("-")


def as_html(post: Post, pictures: list[str]) -> str:
    """Paragraphs, then the pictures with what they show; nothing of the text is taken for markup."""
    parts = [f"<p>{_lines(part)}</p>" for part in re.split(r"\n\s*\n", post.text.strip()) if part.strip()]
    for medium, address in zip(post.media, pictures, strict=False):
        parts.append(f'<figure><img src="{escape(address)}" alt="{escape(medium.alt)}"></figure>')
    if post.link:
        parts.append(f'<p><a href="{escape(post.link)}">{escape(post.link)}</a></p>')
    return "\n".join(parts)


def as_title(title: str) -> str:
    """The title as WordPress stores it: it shows titles as markup, and lets an editor's account store any."""
    return escape(title, quote=False)


def _lines(part: str) -> str:
    return "<br>".join(escape(line.strip()) for line in part.splitlines())

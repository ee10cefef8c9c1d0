"""The main text of an article page."""

from __future__ import annotations


def main_text(html: str) -> str | None:
    """Paragraphs of the article, joined by newlines."""
    from trafilatura import extract

    found = extract(html, favor_precision=True, include_comments=False, include_tables=False, fast=True)
    return found or None

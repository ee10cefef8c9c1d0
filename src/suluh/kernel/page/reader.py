"""Reads one saved page: title, date, author, language, text, kind. Each costs only when it is asked for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from suluh.kernel.page.author import page_author
from suluh.kernel.page.dating import publication_date
from suluh.kernel.page.head import lower_tags, read_head
from suluh.kernel.page.kind import kind_of
from suluh.kernel.page.language import language_of
from suluh.kernel.page.reading import FIELDS, Kind, PageReading
from suluh.kernel.page.title import page_title

_DATE_FIELDS = frozenset(("date", "date_source", "date_precision", "confidence", "kind"))


def read_page(html: str, url: str, now: datetime, fields: Collection[str] | None = None) -> PageReading:
    """What a page says. `now` bounds its date and anchors relative ones; `fields` of `FIELDS`, all when None."""
    wanted = frozenset(FIELDS if fields is None else fields)
    html = lower_tags(html)
    head = read_head(html)
    judged = told = kind_of(head, url)  # what is told before the date, so that a title does not hang on other fields
    dated = None
    if wanted & _DATE_FIELDS:
        dated, judged = publication_date(html, head, url, judged, now)
    text = _text(html, judged.kind) if wanted & {"text", "language"} else None
    return PageReading(
        title=page_title(head, html, told.kind) if "title" in wanted else None,
        date=dated.day if dated else None,
        date_source=dated.source if dated else None,
        date_precision=dated.precision if dated else None,
        confidence=round(dated.confidence, 2) if dated else None,
        author=page_author(head, html, dated.day if dated else None, now)
        if "author" in wanted and judged.kind is not Kind.LISTING
        else None,
        language=_language(text, html, head.language) if "language" in wanted else None,
        text=text if "text" in wanted else None,
        kind=judged.kind.value if "kind" in wanted else None,
    )


def _text(html: str, kind: Kind) -> str | None:
    if kind is Kind.LISTING:
        return None
    from suluh.kernel.page.text import main_text

    return main_text(html)


def _language(text: str | None, html: str, declared: str | None) -> str | None:
    if not text:
        from suluh.kernel.page.visible import visible_text

        text = visible_text(html)
    return language_of(text, declared)
